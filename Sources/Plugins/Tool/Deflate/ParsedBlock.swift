/// A part of the input as literals and matches.
struct ParsedBlock {
    /// A literal, whose length is 1, or a match.
    struct Step {
        var length: Int
        var distance: Int
    }

    /// Where in the input it begins.
    let start: Int

    /// How many bytes it is of.
    private(set) var length: Int

    private(set) var steps: [Step] = []

    private(set) var frequencies = SymbolFrequencies()

    init(start: Int, length: Int) {
        self.start = start
        self.length = length
    }

    /// Sets the steps, and counts their symbols.
    mutating func setSteps(_ steps: [Step], in input: UnsafePointer<UInt8>) {
        self.steps = steps
        frequencies = SymbolFrequencies()
        var position = start
        for step in steps {
            if step.length == 1 {
                frequencies.literals[Int(input[position])] += 1
            } else {
                frequencies.literals[DeflateSymbols.length(step.length).symbol] += 1
                frequencies.distances[DeflateSymbols.distance(step.distance).symbol] += 1
            }
            position += step.length
        }
    }

    /// Takes in the block that follows.
    mutating func append(_ next: ParsedBlock) {
        length += next.length
        steps += next.steps
        frequencies = frequencies + next.frequencies
    }
}
