// Choices of two are structs, here and in the parser: an enum, which is `Hashable` unasked, has four
// functions and a dozen records more.

/// A receive buffer with its parser: turns what a socket receives into messages.
package struct HTTPReader: ~Copyable {
    package private(set) var buffer = ReceiveBuffer()
    package private(set) var parser: HTTPParser

    /// Creates a reader for one side of a connection.
    package init(role: HTTPParser.Role, bodyLimit: Int = HTTPLimits.body) {
        parser = HTTPParser(role: role, bodyLimit: bodyLimit)
    }

    /// How far ``receive(from:until:patience:)`` reads.
    package struct Goal: Sendable {
        let isHead: Bool
        let isProgress: Bool

        package static var head: Goal { Goal(isHead: true, isProgress: false) }
        package static var end: Goal { Goal(isHead: false, isProgress: false) }
        /// Until something has arrived.
        package static var progress: Goal { Goal(isHead: false, isProgress: true) }
    }

    /// What a socket's time limit means while nothing of a message has arrived yet.
    package struct Patience: Sendable {
        let isUnlimited: Bool

        /// Nothing: `/next` takes as long as it takes.
        package static var unlimited: Patience { Patience(isUnlimited: true) }
        /// The peer has stalled.
        package static var limited: Patience { Patience(isUnlimited: false) }
    }

    /// How much room is made at once for a body that is taken in pieces, however large its chunks are.
    private static let largestPiece = 64 * 1024

    /// The bytes of a range that the parser gave out.
    ///
    /// They are valid until the next call that changes the reader.
    package func bytes(_ range: Range<Int>) -> UnsafeRawBufferPointer {
        let all = buffer.bytes
        guard range.lowerBound >= 0, range.upperBound <= all.count else {
            return UnsafeRawBufferPointer(start: nil, count: 0)
        }
        return UnsafeRawBufferPointer(rebasing: all[range])
    }

    /// The bytes of the body, as far as it has arrived.
    package var body: UnsafeRawBufferPointer { bytes(parser.body) }

    /// The value of the first field of a name.
    package func value(_ name: HTTPFieldName) -> UnsafeRawBufferPointer? {
        parser.value(name, in: buffer).map { bytes($0) }
    }

    /// The value of the first trailer of a name.
    package func trailer(_ name: HTTPFieldName) -> UnsafeRawBufferPointer? {
        for field in parser.trailers where name.matches(bytes(field.name)) {
            return bytes(field.value)
        }
        return nil
    }

    /// Forgets the bytes of the body that have arrived, which have been taken.
    package mutating func dropBody() {
        parser.dropBody(&buffer)
    }

    /// A boolean value indicating whether bytes of another message lie behind a complete one.
    package var hasSurplus: Bool { parser.isComplete && buffer.count > parser.messageLength }

    /// Receives until the head, or the whole message, is there.
    ///
    /// - Returns: `false` when the peer closed the connection before the first byte.
    package mutating func receive(
        from socket: borrowing Socket,
        until goal: Goal = .end,
        patience: Patience = .limited
    ) throws(HTTPFailure) -> Bool {
        var hasReceived = false
        while true {
            let progress = try advance()
            guard case .needs(let needed) = progress else { return true }
            if goal.isHead, parser.isHeadComplete { return true }
            if goal.isProgress, hasReceived { return true }
            let room = goal.isProgress ? min(needed, Self.largestPiece) : needed
            guard buffer.reserve(room) else { throw HTTPFailure(.outOfMemory) }
            let count: Int
            do {
                count = try socket.receive(into: buffer.free)
            } catch {
                guard error.isTimeout else { throw HTTPFailure(.socket(error)) }
                if patience.isUnlimited, buffer.count == 0 { continue }
                throw HTTPFailure(.stalled)
            }
            if count == 0 {
                if buffer.count == 0, !parser.isHeadComplete { return false }
                try finish()
                return true
            }
            buffer.append(count: count)
            hasReceived = true
        }
    }

    /// Cuts the message off, and gives the memory of a large one back.
    ///
    /// - Returns: Whether the message was a large one.
    @discardableResult
    package mutating func next() -> Bool {
        parser.next(&buffer)
        return buffer.releaseExcess()
    }

    /// Forgets everything, for a new connection.
    package mutating func reset() {
        parser.reset()
        buffer.removeAll()
        buffer.releaseExcess()
    }

    private mutating func advance() throws(HTTPFailure) -> HTTPParser.Progress {
        do {
            return try parser.advance(&buffer)
        } catch {
            throw HTTPFailure(.malformed(error))
        }
    }

    private mutating func finish() throws(HTTPFailure) {
        do {
            try parser.endOfStream()
        } catch {
            throw HTTPFailure(.closed)
        }
    }
}
