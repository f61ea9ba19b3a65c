/// Sorts whatever it is, by places.
///
/// Each use of the standard library's sort adds four kilobytes to an executable; this is one
/// function for all. Heap sort needs no memory and never takes quadratic time. It is not stable.
enum HeapSort {
    @inline(never)
    static func sort(
        _ count: Int,
        isOrdered: (Int, Int) -> Bool,
        swap: (Int, Int) -> Void
    ) {
        var start = count / 2
        var end = count
        while end > 1 {
            if start > 0 {
                start -= 1
            } else {
                end -= 1
                swap(0, end)
            }
            var parent = start
            while parent * 2 + 1 < end {
                var child = parent * 2 + 1
                if child + 1 < end, isOrdered(child, child + 1) { child += 1 }
                guard isOrdered(parent, child) else { break }
                swap(parent, child)
                parent = child
            }
        }
    }
}

extension Array {
    /// Sorts elements of which no two are equal.
    mutating func sortInPlace(_ isOrdered: (Element, Element) -> Bool) {
        withUnsafeMutableBufferPointer { elements in
            HeapSort.sort(
                elements.count,
                isOrdered: { isOrdered(elements[$0], elements[$1]) },
                swap: { elements.swapAt($0, $1) }
            )
        }
    }
}
