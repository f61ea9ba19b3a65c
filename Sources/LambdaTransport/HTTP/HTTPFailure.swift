/// An exchange over a connection that did not come to its end.
package struct HTTPFailure: Error, Sendable, CustomStringConvertible {
    /// What went wrong.
    package enum Reason: Sendable {
        case connect(SocketError)
        case send(SocketError)
        case socket(SocketError)
        /// The peer closed the connection before the message was whole.
        case closed
        /// Nothing moved within the time limit.
        case stalled
        case malformed(HTTPError)
        case outOfMemory
    }

    package let reason: Reason
    /// A boolean value indicating whether the peer cannot have acted on the request.
    ///
    /// That is so when no byte of it was taken by the kernel. A request that was sent and then
    /// met a closed connection may have been read all the same.
    package let isCertainlyUnprocessed: Bool
    /// A boolean value indicating whether a byte of the response had arrived.
    package internal(set) var hasBegunResponse = false

    package init(_ reason: Reason, isCertainlyUnprocessed: Bool = false) {
        self.reason = reason
        self.isCertainlyUnprocessed = isCertainlyUnprocessed
    }

    /// A sentence that says what happened.
    package var description: String {
        switch reason {
        case .connect(let error), .send(let error), .socket(let error): error.description
        case .closed where hasBegunResponse: "The connection was closed within the response."
        case .closed: "The connection was closed before a response."
        case .stalled where hasBegunResponse: "The response stopped in the middle."
        case .stalled: "No response came within the time limit."
        case .malformed(let error): error.description
        case .outOfMemory: "There is not enough memory for the message."
        }
    }
}
