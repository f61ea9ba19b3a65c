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
    let length: Int

    let steps: [Step]
}
