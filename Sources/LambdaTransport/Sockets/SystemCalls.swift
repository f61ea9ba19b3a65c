/// The system calls that move bytes, named once for every libc.
///
/// The loops over them (``SocketIO``) are generic over this protocol, so that a test can hand in
/// interruptions and short transfers. Inside this module they are specialised for ``LiveSystem``:
/// a release build calls libc directly.
///
/// Each function returns what the C function returns: -1 for a failure, whose number is then
/// ``errorNumber``.
protocol SystemCalls {
    static func connect(_ descriptor: Int32, to address: borrowing SocketAddress) -> Int32
    static func send(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int
    static func receive(_ descriptor: Int32, into bytes: UnsafeMutableRawBufferPointer) -> Int
    static func accept(_ descriptor: Int32) -> Int32
    /// Waits until the descriptor can be written to, at most `milliseconds` long.
    static func waitUntilWritable(_ descriptor: Int32, milliseconds: Int32) -> Int32
    /// The pending error of a socket, which a connect that was interrupted leaves behind.
    static func pendingError(_ descriptor: Int32) -> Int32
    static var errorNumber: Int32 { get }
}
