@testable import LambdaTransport

/// Both ends of a connection on one thread: a ``PolledConnection``, and a peer that does what a test
/// says.
///
/// On loopback what one end sends has arrived at the other when the call returns.
final class Wire {
    private let poller: Poller
    private var listener: Listener?
    private let connection: PolledConnection
    private var peer: Socket?
    /// How many connections the peer has accepted.
    private(set) var connections = 0
    /// The time as the connection is told it.
    var now: Int64 = 0

    init() throws {
        poller = try Poller()
        let listener = try Listener()
        let endpoint = Endpoint(loopbackPort: listener.port)
        self.listener = consume listener
        connection = PolledConnection(
            to: endpoint,
            stallLimit: .seconds(30),
            poller: poller,
            number: 7
        )
    }

    /// Creates a wire without a peer.
    init(endpoint: Endpoint) throws {
        poller = try Poller()
        connection = PolledConnection(
            to: endpoint,
            stallLimit: .seconds(30),
            poller: poller,
            number: 7
        )
    }

    var status: Int { connection.reader.parser.status }
    var body: String { String(decoding: connection.reader.body, as: UTF8.self) }
    var isOpen: Bool { connection.isOpen }
    var deadline: Int64 { connection.deadline }
}

// MARK: - Our end

extension Wire {
    func begin(
        _ bytes: [UInt8],
        isWhole: Bool = true,
        patience: HTTPReader.Patience = .limited
    ) {
        connection.begin(bytes, isWhole: isWhole, patience: patience, now: now)
    }

    func begin(
        _ text: String,
        isWhole: Bool = true,
        patience: HTTPReader.Patience = .limited
    ) {
        begin(Array(text.utf8), isWhole: isWhole, patience: patience)
    }

    func append(_ text: String, isWhole: Bool) {
        connection.append(Array(text.utf8), isWhole: isWhole, now: now)
    }

    /// Tells the connection what the poller has to say, without waiting.
    func poll() {
        for index in 0..<poller.wait(milliseconds: 0) {
            if let (number, change) = poller.change(index), number == 7 { connection.note(change) }
        }
    }

    /// One step.
    func advance() throws(HTTPFailure) -> PolledConnection.Progress {
        poll()
        return try connection.advance(now)
    }

    /// Steps until there is nothing more to do, and accepts the connection on the way.
    func settle(withoutPeer: Bool = false) throws(HTTPFailure) -> PolledConnection.Progress {
        let wasOpen = connection.isOpen
        var progress = try advance()
        if !wasOpen, !withoutPeer, listener != nil { try accept() }
        // Connected, sent, received: three reports at most.
        for _ in 0..<3 where progress != .complete { progress = try advance() }
        return progress
    }

    /// Lets time pass.
    ///
    /// - Returns: Whether the connection's deadline has come, and it goes on all the same.
    func expire(in duration: Duration) throws(HTTPFailure) -> Bool {
        now += duration.wholeMilliseconds * 1_000_000
        let isDue = now >= connection.deadline
        if let failure = connection.expire(now) { throw failure }
        return isDue
    }
}

// MARK: - The peer's end

extension Wire {
    private func accept() throws(HTTPFailure) {
        do throws(SocketError) {
            peer = try listener?.accept()
            connections += 1
        } catch {
            throw HTTPFailure(.socket(error))
        }
    }

    func stopListening() {
        listener = nil
    }

    func answer(_ text: String) throws {
        try answer(Array(text.utf8)[...])
    }

    func answer(_ bytes: ArraySlice<UInt8>) throws {
        try bytes.withUnsafeBytes { try peer?.sendAll($0) }
    }

    func closePeer() {
        peer = nil
    }

    func finishPeer() {
        peer?.finishSending()
    }

    /// What the peer has received.
    func received() throws -> String {
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let count = try bytes.withUnsafeMutableBytes { try peer?.receive(into: $0) ?? 0 }
        return String(decoding: bytes[..<count], as: UTF8.self)
    }

    /// Receives what there is, at least one byte.
    func receiveSome() throws -> Int {
        try withUnsafeTemporaryAllocation(byteCount: 1 << 20, alignment: 16) {
            try peer?.receive(into: $0) ?? 0
        }
    }
}
