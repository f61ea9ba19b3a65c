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

        package static var head: Goal { Goal(isHead: true) }
        package static var end: Goal { Goal(isHead: false) }
    }

    /// What a socket's time limit means while nothing of a message has arrived yet.
    package struct Patience: Sendable {
        let isUnlimited: Bool

        /// Nothing: `/next` takes as long as it takes.
        package static var unlimited: Patience { Patience(isUnlimited: true) }
        /// The peer has stalled.
        package static var limited: Patience { Patience(isUnlimited: false) }
    }

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
        while true {
            let progress = try advance()
            guard case .needs(let needed) = progress else { return true }
            if goal.isHead, parser.isHeadComplete { return true }
            guard buffer.reserve(needed) else { throw HTTPFailure(.outOfMemory) }
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
