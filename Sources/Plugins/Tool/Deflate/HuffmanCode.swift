/// A prefix code whose codes are no longer than a limit.
///
/// RFC 1951, section 3.2.2: the lengths alone tell the codes.
struct HuffmanCode {
    /// The length of each symbol's code, 0 for a symbol that does not occur.
    let lengths: [UInt8]

    /// The code of each symbol, its bits in the order in which they are written.
    let codes: [Int]

    init(lengths: [UInt8]) {
        self.lengths = lengths
        var counts = [Int](repeating: 0, count: 16)
        for length in lengths where length > 0 { counts[Int(length)] += 1 }
        var next = [Int](repeating: 0, count: 16)
        var code = 0
        for length in 1...15 {
            code = (code + counts[length - 1]) << 1
            next[length] = code
        }
        codes = lengths.map { length in
            guard length > 0 else { return 0 }
            defer { next[Int(length)] += 1 }
            return HuffmanCode.reversed(next[Int(length)], bits: Int(length))
        }
    }

    /// Makes the shortest code for symbols that occur so often.
    ///
    /// The frequencies of inner nodes are summed from the bottom, two at a time: sorted leaves and
    /// the nodes made of them are two queues, of which the smaller head is taken. A code that is too
    /// long is then cut to the limit, and paid for by making the next shorter ones longer.
    init(frequencies: [Int], limit: Int) {
        var ranked = frequencies.indices.filter { frequencies[$0] > 0 }
        ranked.sort { (frequencies[$0], $0) < (frequencies[$1], $1) }
        var lengths = [UInt8](repeating: 0, count: frequencies.count)
        guard ranked.count > 1 else {
            // A decoder expects a code of one bit where there is one symbol, and one symbol at least.
            lengths[ranked.first ?? 0] = 1
            self.init(lengths: lengths)
            return
        }
        let depths = HuffmanCode.depths(ofLeaves: ranked.map { frequencies[$0] })
        var counts = [Int](repeating: 0, count: limit + 1)
        for depth in depths { counts[min(depth, limit)] += 1 }
        var used = counts.indices.dropFirst().reduce(0) { $0 + counts[$1] << (limit - $1) }
        while used > 1 << limit {
            counts[limit] -= 1
            var length = limit - 1
            while counts[length] == 0 { length -= 1 }
            counts[length] -= 1
            counts[length + 1] += 2
            used -= 1
        }
        var rank = 0
        for length in counts.indices.reversed() {
            for _ in 0..<counts[length] {
                lengths[ranked[rank]] = UInt8(length)
                rank += 1
            }
        }
        self.init(lengths: lengths)
    }

    private static func depths(ofLeaves weights: [Int]) -> [Int] {
        var nodes: [Int] = []
        var parents = [Int](repeating: 0, count: 2 * weights.count - 1)
        var leaf = 0
        var node = 0
        func takeSmallest(into parent: Int) -> Int {
            if leaf < weights.count, node == nodes.count || weights[leaf] <= nodes[node] {
                parents[leaf] = parent
                leaf += 1
                return weights[leaf - 1]
            }
            parents[weights.count + node] = parent
            node += 1
            return nodes[node - 1]
        }
        for made in 0..<weights.count - 1 {
            let parent = weights.count + made
            let weight = takeSmallest(into: parent) + takeSmallest(into: parent)
            nodes.append(weight)
        }
        var depths = [Int](repeating: 0, count: parents.count)
        for index in parents.indices.dropLast().reversed() {
            depths[index] = depths[parents[index]] + 1
        }
        return Array(depths.prefix(weights.count))
    }

    private static func reversed(_ code: Int, bits: Int) -> Int {
        var remaining = code
        var result = 0
        for _ in 0..<bits {
            result = result << 1 | remaining & 1
            remaining >>= 1
        }
        return result
    }
}
