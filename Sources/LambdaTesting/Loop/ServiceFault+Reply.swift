extension ServiceFault {
    /// What the Runtime API of a test does with a request.
    public struct Reply: Sendable, CustomStringConvertible {
        private(set) var step: ScriptedStep
        /// The reply in words.
        public private(set) var description: String

        /// Answers with a status, and a small body as the service has it.
        public static func status(_ status: Int) -> Self {
            Self(step: .status(status), description: "status \(status)")
        }

        /// Sends any text, which need not be HTTP.
        public static func text(_ text: String) -> Self {
            Self(step: .raw(text), description: "text of \(text.utf8.count) bytes")
        }

        /// Closes the connection without an answer.
        public static var close: Self { Self(step: .nothing(.close), description: "close") }

        /// Resets the connection without an answer.
        public static var reset: Self { Self(step: .nothing(.reset), description: "reset") }

        /// Sends nothing and keeps the connection open until the function gives up.
        ///
        /// It gives up on an answer after ``TestLambda/Options/stallLimit``, which such a test sets to
        /// a second, and on a poll never, as polls take as long as they take.
        public static var stall: Self { Self(step: .nothing(.stall), description: "stall") }

        /// Closes the connection without an answer, and refuses all further ones.
        public static var refuse: Self { Self(step: .nothing(.refuse), description: "refuse") }

        /// The same reply, after which the connection ends in this way.
        ///
        /// - Parameter ending: How. The default closes it.
        /// - Returns: The reply.
        public func then(_ ending: Ending = .close) -> Self {
            var reply = self
            reply.step.ending = ending.ending
            reply.description += ", then \(ending)"
            return reply
        }

        /// The same reply, given as soon as the head of the request is there.
        ///
        /// So does a server that does not read what it refuses.
        public var beforeTheBody: Self {
            var reply = self
            reply.step.piecesToRead = 0
            reply.description += ", before the body"
            return reply
        }

        /// The same reply, given as soon as so many pieces of a streamed response have arrived.
        ///
        /// With `.then()` the connection ends there; without, the rest of the response is read and
        /// thrown away.
        public func afterPieces(_ count: Int) -> Self {
            var reply = self
            reply.step.piecesToRead = max(0, count)
            reply.description += ", after \(count) pieces"
            return reply
        }

        /// The same reply, after a while.
        public func after(_ delay: Duration) -> Self {
            var reply = self
            reply.step.delay = delay
            reply.description += ", after \(delay)"
            return reply
        }
    }

    /// How the Runtime API of a test ends a connection.
    public struct Ending: Sendable, Hashable, CustomStringConvertible {
        let ending: ScriptedStep.Ending
        /// The ending in words.
        public let description: String

        /// Closes it.
        public static var close: Self { Self(ending: .close, description: "close") }
        /// Resets it.
        public static var reset: Self { Self(ending: .reset, description: "reset") }
        /// Sends nothing more, and keeps it open until the function gives up.
        public static var stall: Self { Self(ending: .stall, description: "stall") }
    }
}
