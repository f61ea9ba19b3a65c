extension OutputBuffer {
    /// Sorts the members at the end of the text by their names, and forgets where they begin.
    ///
    /// Sorting what has been written instead of the keys beforehand needs neither an array of keys
    /// nor a second look-up for each value, and does for members of any kind. Commas stand between
    /// the members.
    ///
    /// - Parameter first: The first of the object's entries in `memberStarts`.
    final func sortMembers(from first: Int) {
        let number = memberStarts.count - first
        guard number > 0 else { return }
        if number > 1 {
            withUnsafeTemporaryAllocation(of: Member.self, capacity: number) { members in
                for index in 0..<number {
                    let start = memberStarts[first + index]
                    let next = first + index + 1
                    let member = Member(
                        start: start,
                        nameEnd: endOfString(at: start),
                        end: next < memberStarts.count ? memberStarts[next] - 1 : count
                    )
                    members.initializeElement(at: index, to: member)
                }
                sort(members)
            }
        }
        memberStarts.removeLast(number)
    }

    private struct Member {
        var start: Int
        /// Where the closing quote of the name is.
        var nameEnd: Int
        var end: Int
    }

    private final func sort(_ members: UnsafeMutableBufferPointer<Member>) {
        let isSorted = (1..<members.count).allSatisfy { !isOrdered(members[$0], members[$0 - 1]) }
        guard let first = members.first?.start, !isSorted else { return }
        if members.count <= 16 {
            insertionSort(members)
        } else {
            HeapSort.sort(
                members.count,
                isOrdered: { isOrdered(members[$0], members[$1]) },
                swap: { members.swapAt($0, $1) }
            )
        }
        // The sorted members are written behind the others, and then moved down over them.
        let end = count
        reserve(end - first)
        for member in members {
            if count > end {
                base[count] = Ascii.comma
                count += 1
            }
            (base + count).update(from: base + member.start, count: member.end - member.start)
            count += member.end - member.start
        }
        moveTail(from: end, to: first)
    }

    /// Sorts what fits a few cache lines, without the arrays that the standard library's sort makes.
    private final func insertionSort(_ members: UnsafeMutableBufferPointer<Member>) {
        for index in 1..<members.count {
            let member = members[index]
            var place = index
            while place > 0, isOrdered(member, members[place - 1]) {
                members[place] = members[place - 1]
                place -= 1
            }
            members[place] = member
        }
    }

    /// Compares names byte by byte, as they are written.
    ///
    /// An end comes before anything else.
    @inline(__always)
    private final func isOrdered(_ left: Member, _ right: Member) -> Bool {
        var leftByte = left.start
        var rightByte = right.start
        while leftByte < left.nameEnd, rightByte < right.nameEnd {
            if base[leftByte] != base[rightByte] { return base[leftByte] < base[rightByte] }
            leftByte += 1
            rightByte += 1
        }
        return leftByte == left.nameEnd && rightByte < right.nameEnd
    }

    /// Where the closing quote of a string is.
    final func endOfString(at start: Int) -> Int {
        var position = start + 1
        while position < count, base[position] != Ascii.quote {
            position += base[position] == Ascii.backslash ? 2 : 1
        }
        return min(position, count)
    }
}
