import Testing

@testable import LambdaTransport

/// An exchange by steps that never block, against a peer that the test plays itself.
struct PolledConnectionTests {
    @Test func sendsARequestAndReceivesItsResponse() throws {
        let wire = try Wire()
        wire.begin("GET / HTTP/1.1\r\n\r\n")
        #expect(try wire.settle() == .waiting)
        #expect(try wire.received() == "GET / HTTP/1.1\r\n\r\n")
        try wire.answer("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")
        #expect(try wire.settle() == .complete)
        #expect(wire.status == 200)
        #expect(wire.body == "hello")
        #expect(wire.isOpen)
        #expect(wire.deadline == .max)
    }

    @Test(arguments: [
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n",
    ])
    func receivesAResponseThatIsSplitAnywhere(_ response: String) throws {
        let wire = try Wire()
        let bytes = Array(response.utf8)
        for split in 1..<bytes.count {
            wire.begin("GET /\(split) HTTP/1.1\r\n\r\n")
            #expect(try wire.settle() == .waiting)
            #expect(try wire.received() == "GET /\(split) HTTP/1.1\r\n\r\n")
            try wire.answer(bytes[..<split])
            #expect(try wire.settle() == .waiting)
            try wire.answer(bytes[split...])
            #expect(try wire.settle() == .complete)
            #expect(wire.body == "hello")
        }
        #expect(wire.connections == 1)
    }

    @Test func receivesAResponseByteByByte() throws {
        let wire = try Wire()
        let bytes = Array("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello".utf8)
        wire.begin("GET / HTTP/1.1\r\n\r\n")
        #expect(try wire.settle() == .waiting)
        for index in bytes.indices {
            try wire.answer(bytes[index...index])
            #expect(try wire.settle() == (index == bytes.count - 1 ? .complete : .waiting))
        }
        #expect(wire.body == "hello")
    }

    @Test func receivesABodyThatEndsWithItsConnection() throws {
        let wire = try Wire()
        wire.begin("GET / HTTP/1.1\r\n\r\n")
        #expect(try wire.settle() == .waiting)
        _ = try wire.received()
        try wire.answer("HTTP/1.1 200 OK\r\n\r\nhello")
        #expect(try wire.settle() == .waiting)
        wire.closePeer()
        #expect(try wire.settle() == .complete)
        #expect(wire.body == "hello")
        #expect(!wire.isOpen)
    }

    @Test func sendsALargeRequestAsThePeerReadsIt() throws {
        let wire = try Wire()
        let request = [UInt8](repeating: 0x61, count: 16 << 20)
        wire.begin(request)
        #expect(try wire.settle() == .waiting)
        // More than the queues of both systems hold: the rest waits, and nobody is blocked.
        var count = 0
        while count < request.count {
            count += try wire.receiveSome()
            #expect(try wire.advance() == .waiting)
        }
        #expect(count == request.count)
        try wire.answer("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n")
        #expect(try wire.settle() == .complete)
        #expect(wire.status == 202)
        #expect(wire.isOpen)
    }

    @Test func sendsARequestThatComesInPieces() throws {
        let wire = try Wire()
        wire.begin("POST / HTTP/1.1\r\n\r\n", isWhole: false)
        #expect(try wire.settle() == .needsMore)
        // A pause of the handler is no stall.
        #expect(wire.deadline == .max)
        wire.append("one ", isWhole: false)
        #expect(try wire.settle() == .needsMore)
        wire.append("two", isWhole: true)
        #expect(try wire.settle() == .waiting)
        #expect(try wire.received() == "POST / HTTP/1.1\r\n\r\none two")
        try wire.answer("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n")
        #expect(try wire.settle() == .complete)
        #expect(wire.isOpen)
    }

    @Test func endsAStreamThatThePeerRefuses() throws {
        let wire = try Wire()
        wire.begin("POST / HTTP/1.1\r\n\r\n", isWhole: false)
        #expect(try wire.settle() == .needsMore)
        try wire.answer("HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n")
        #expect(try wire.settle() == .complete)
        #expect(wire.status == 413)
        // What is left of the stream must not be taken for the next request.
        #expect(!wire.isOpen)
    }

    @Test func aConnectionThatEndedWhileIdleIsNotUsedAgain() throws {
        let wire = try Wire()
        wire.begin("GET / HTTP/1.1\r\n\r\n")
        _ = try wire.settle()
        try wire.answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
        #expect(try wire.settle() == .complete)
        wire.closePeer()
        wire.poll()
        #expect(!wire.isOpen)
        wire.begin("POST / HTTP/1.1\r\n\r\n")
        #expect(try wire.settle() == .waiting)
        #expect(wire.connections == 2)
    }

    @Test(arguments: [
        "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\nHTTP/1.1",
    ])
    func aConnectionThatCannotGoOnIsClosed(_ response: String) throws {
        let wire = try Wire()
        wire.begin("GET / HTTP/1.1\r\n\r\n")
        _ = try wire.settle()
        try wire.answer(response)
        #expect(try wire.settle() == .complete)
        #expect(!wire.isOpen)
    }
}

// MARK: - Failures

extension PolledConnectionTests {
    @Test func aRefusedConnectionIsCertainlyUnprocessed() throws {
        let wire = try Wire()
        wire.stopListening()
        wire.begin("GET / HTTP/1.1\r\n\r\n")
        let failure = #expect(throws: HTTPFailure.self) { try wire.settle() }
        #expect(failure?.isCertainlyUnprocessed == true)
        #expect(failure?.description == "Connecting failed: Connection refused.")
    }

    @Test func anUnknownHostIsCertainlyUnprocessed() throws {
        let wire = try Wire(endpoint: Endpoint("nowhere.invalid:80"))
        wire.begin("GET / HTTP/1.1\r\n\r\n")
        let failure = #expect(throws: HTTPFailure.self) { try wire.settle() }
        #expect(failure?.isCertainlyUnprocessed == true)
    }

    @Test func aConnectionThatEndsAfterTheRequestIsUncertain() throws {
        let wire = try Wire()
        wire.begin("POST / HTTP/1.1\r\n\r\n")
        _ = try wire.settle()
        wire.closePeer()
        let failure = #expect(throws: HTTPFailure.self) { try wire.settle() }
        #expect(failure?.isCertainlyUnprocessed == false)
        #expect(failure?.hasBegunResponse == false)
    }

    @Test func aResponseThatBreaksOffHasBegun() throws {
        let wire = try Wire()
        wire.begin("GET / HTTP/1.1\r\n\r\n")
        _ = try wire.settle()
        _ = try wire.received()
        try wire.answer("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel")
        #expect(try wire.settle() == .waiting)
        wire.closePeer()
        let failure = #expect(throws: HTTPFailure.self) { try wire.settle() }
        #expect(failure?.description == "The connection was closed within the response.")
        // The head stays: it may name an invocation.
        #expect(wire.status == 200)
    }

    @Test func whatIsNotHTTPIsRefused() throws {
        let wire = try Wire()
        wire.begin("GET / HTTP/1.1\r\n\r\n")
        _ = try wire.settle()
        try wire.answer("SSH-2.0-OpenSSH_9.6\r\n")
        let failure = #expect(throws: HTTPFailure.self) { try wire.settle() }
        #expect(
            failure?.description == "The bytes are not an HTTP/1.1 message (RFC 9112 §2.3)."
        )
        #expect(!wire.isOpen)
    }

    @Test func readsTheAnswerOfAServerThatClosesInTheMiddleOfARequest() throws {
        let wire = try Wire()
        wire.begin([UInt8](repeating: 0x61, count: 64 << 20))
        #expect(try wire.settle() == .waiting)
        try wire.answer("HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n")
        wire.finishPeer()
        while try wire.advance() == .waiting {
            guard try wire.receiveSome() > 0 else { break }
            if try wire.expire(in: .seconds(31)) { break }
        }
        #expect(try wire.settle() == .complete)
        #expect(wire.status == 413)
        #expect(!wire.isOpen)
    }
}

// MARK: - Time

extension PolledConnectionTests {
    @Test func aPollNeverStallsBeforeItsAnswerHasBegun() throws {
        let wire = try Wire()
        wire.begin("GET / HTTP/1.1\r\n\r\n", patience: .unlimited)
        #expect(try wire.settle() == .waiting)
        #expect(wire.deadline == .max)
        try wire.answer("HTTP/1.1 200")
        #expect(try wire.settle() == .waiting)
        #expect(wire.deadline == wire.now + 30_000_000_000)
        let failure = #expect(throws: HTTPFailure.self) { try wire.expire(in: .seconds(30)) }
        #expect(failure?.description == "The response stopped in the middle.")
    }

    @Test func aPostStallsWithoutAnAnswer() throws {
        let wire = try Wire()
        wire.begin("POST / HTTP/1.1\r\n\r\n")
        #expect(try wire.settle() == .waiting)
        #expect(try !wire.expire(in: .seconds(29)))
        let failure = #expect(throws: HTTPFailure.self) { try wire.expire(in: .seconds(1)) }
        #expect(failure?.description == "No response came within the time limit.")
        #expect(failure?.isCertainlyUnprocessed == false)
        #expect(!wire.isOpen)
    }

    @Test func everyByteThatArrivesStartsTheTimeAnew() throws {
        let wire = try Wire()
        wire.begin("POST / HTTP/1.1\r\n\r\n")
        _ = try wire.settle()
        for byte in "HTTP/1.1 202".utf8 {
            try wire.answer([byte])
            wire.now += 20_000_000_000
            #expect(try wire.settle() == .waiting)
            #expect(wire.deadline == wire.now + 30_000_000_000)
        }
    }

    @Test func aServerThatReadsNothingStalls() throws {
        let wire = try Wire()
        wire.begin([UInt8](repeating: 0x61, count: 64 << 20))
        #expect(try wire.settle() == .waiting)
        let failure = #expect(throws: HTTPFailure.self) { try wire.expire(in: .seconds(30)) }
        #expect(failure?.description == "Sending failed: the time limit ran out.")
        // The system has taken bytes, which the server may yet read.
        #expect(failure?.isCertainlyUnprocessed == false)
    }

    #if os(Linux)
    @Test func aServerThatAcceptsNothingStalls() throws {
        // The queue of a listener that nobody serves holds a few connections; then no answer comes.
        let listener = try Listener(backlog: 0)
        let endpoint = try Endpoint("127.0.0.1:\(listener.port)")
        var wires: [Wire] = []
        for _ in 0..<16 {
            let wire = try Wire(endpoint: endpoint)
            wire.begin("GET / HTTP/1.1\r\n\r\n")
            _ = try wire.settle(withoutPeer: true)
            wires.append(wire)
        }
        let failures = wires.compactMap { wire -> HTTPFailure? in
            do throws(HTTPFailure) {
                _ = try wire.expire(in: .seconds(30))
                return nil
            } catch {
                return error
            }
        }
        #expect(
            failures.contains {
                $0.isCertainlyUnprocessed
                    && $0.description == "Connecting failed: the time limit ran out."
            }
        )
    }

    @Test func theNextAddressIsTriedWhereOneAcceptsNothing() throws {
        // As above, but the name stands for two addresses.
        let silent = try Listener(backlog: 0)
        let listener = try Listener(loopback: "::1", port: silent.port)
        let endpoint = try Endpoint("localhost:\(silent.port)")
        var goOn: [Wire] = []
        for _ in 0..<16 {
            let wire = try Wire(endpoint: endpoint)
            wire.begin("GET / HTTP/1.1\r\n\r\n")
            _ = try wire.settle(withoutPeer: true)
            do throws(HTTPFailure) {
                if try wire.expire(in: .seconds(30)) { goOn.append(wire) }
            } catch {
                // It was connected, and has sent its request in vain.
                #expect(error.description == "No response came within the time limit.")
            }
        }
        let wire = try #require(goOn.first)
        #expect(wire.deadline == wire.now + 30_000_000_000)
        #expect(try wire.settle(withoutPeer: true) == .waiting)
        let peer = try listener.accept()
        #expect(try wire.settle(withoutPeer: true) == .waiting)
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = try bytes.withUnsafeMutableBytes { try peer.receive(into: $0) }
        #expect(String(decoding: bytes[..<count], as: UTF8.self) == "GET / HTTP/1.1\r\n\r\n")
    }
    #endif
}
