/// What a ``Poller`` says about a socket: hints, which a call to the socket confirms or not.
package struct SocketChange: Sendable {
    /// A boolean value indicating whether there may be something to read, be it the end.
    package var mayRead: Bool
    /// A boolean value indicating whether there may be room to write.
    package var mayWrite: Bool
    /// A boolean value indicating whether the peer has ended its side, or the connection is broken.
    package var hasEnded: Bool

    package init(mayRead: Bool, mayWrite: Bool, hasEnded: Bool) {
        self.mayRead = mayRead
        self.mayWrite = mayWrite
        self.hasEnded = hasEnded
    }
}
