extension ServiceFault {
    /// How the Runtime API of a test sends an event.
    public struct Delivery: Sendable, CustomStringConvertible {
        let change: @Sendable (inout ScriptedEvent) -> Void
        /// The delivery in words.
        public let description: String

        private init(
            _ description: String,
            _ change: @escaping @Sendable (inout ScriptedEvent) -> Void
        ) {
            self.description = description
            self.change = change
        }
    }
}

// MARK: - Head

extension ServiceFault.Delivery {
    /// Leaves a header field out.
    public static func without(_ header: RuntimeAPIHeader) -> Self {
        Self("without \(header)") { $0.fields.append((header, nil)) }
    }

    /// Gives a header field another value, or adds one.
    public static func header(_ header: RuntimeAPIHeader, _ value: String) -> Self {
        Self("\(header): \(value)") { $0.fields.append((header, value)) }
    }
}

// MARK: - Framing

extension ServiceFault.Delivery {
    /// Sends the event in chunks, as the service does with events of more than 2 KB.
    ///
    /// - Parameter sizes: The sizes of the first ones. The last one has the rest.
    /// - Returns: The delivery.
    public static func chunked(_ sizes: [Int] = []) -> Self {
        Self(sizes.isEmpty ? "chunked" : "chunked \(sizes)") { $0.framing = .chunked(sizes) }
    }

    /// Lets the event end with the connection, without saying how long it is.
    ///
    /// - Parameter version: The version of HTTP, `1.1` or `1.0`.
    /// - Returns: The delivery.
    public static func untilClose(version: String = "1.1") -> Self {
        Self("until close, HTTP/\(version)") {
            $0.framing = .untilClose(version: version)
            $0.ending = .close
        }
    }

    /// Says that the event has another length than it has.
    public static func contentLength(_ length: String) -> Self {
        Self("Content-Length: \(length)") { $0.framing = .declared(length) }
    }

    /// Says `Connection: close`, and closes the connection behind the event.
    public static var closingTheConnection: Self {
        Self("Connection: close") {
            $0.fields.append((RuntimeAPIHeader(rawValue: "Connection"), "close"))
            $0.ending = .close
        }
    }

    /// Closes the connection behind the event without having said so.
    public static var thenClose: Self {
        Self("then close") { $0.ending = .close }
    }

    /// Sends bytes behind the event that nobody asked for.
    public static func surplus(_ text: String) -> Self {
        Self("surplus") { $0.surplus = Array(text.utf8) }
    }
}

// MARK: - Time

extension ServiceFault.Delivery {
    /// Cuts what is sent at some places, head and body alike, and sends the pieces one by one.
    public static func split(at offsets: [Int]) -> Self {
        Self("split at \(offsets)") { $0.cuts = offsets }
    }

    /// Cuts what is sent into pieces of a size, head and body alike.
    ///
    /// - Parameters:
    ///   - size: The size in bytes.
    ///   - pause: How long to wait between two of them.
    /// - Returns: The delivery.
    public static func inPieces(of size: Int, pause: Duration = .zero) -> Self {
        Self("in pieces of \(size)") {
            $0.pieces = size
            $0.pause = pause
        }
    }

    /// Sends the event after a while.
    public static func after(_ delay: Duration) -> Self {
        Self("after \(delay)") { $0.delay = delay }
    }

    /// Breaks off before the last bytes.
    ///
    /// With more bytes than the event has, the head breaks off.
    ///
    /// - Parameters:
    ///   - count: How many of the last bytes are not sent.
    ///   - ending: What becomes of the connection then.
    /// - Returns: The delivery.
    public static func brokenOff(
        missing count: Int,
        then ending: ServiceFault.Ending = .close
    ) -> Self {
        Self("without the last \(count) bytes, then \(ending)") {
            $0.missing = max(0, count)
            $0.ending = ending.ending
        }
    }
}
