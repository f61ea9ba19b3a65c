import Testing

@testable import LambdaTransport

struct EndpointTests {
    @Test(arguments: [
        ("127.0.0.1:9001", "127.0.0.1", 9001),
        ("localhost:1", "localhost", 1),
        ("LocalHost:65535", "LocalHost", 65_535),
        ("runtime_api.internal:080", "runtime_api.internal", 80),
        ("[::1]:80", "::1", 80),
        ("[fe80::1]:8080", "fe80::1", 8080),
    ])
    func parsesHostAndPort(_ text: String, _ host: String, _ port: UInt16) throws {
        let endpoint = try Endpoint(text)
        #expect(endpoint.host == host)
        #expect(endpoint.port == port)
        #expect(endpoint.description == text)
    }

    @Test(
        "endpoint without a port, or IPv6 [::1]:80: no port",
        arguments: [
            ("", Endpoint.Flaw.empty),
            ("127.0.0.1", .missingPort),
            ("127.0.0.1:", .missingPort),
            ("[::1]", .missingPort),
            ("[::1]80", .missingPort),
            ("[::1]:", .missingPort),
            (":9001", .missingHost),
            ("localhost:0", .invalidPort),
            ("localhost:65536", .invalidPort),
            ("localhost:99999999999999999999", .invalidPort),
            ("localhost:-1", .invalidPort),
            ("localhost:80a", .invalidPort),
            ("localhost: 80", .invalidPort),
            ("::1:80", .unbracketedIPv6),
            ("[::1", .invalidHost),
            ("[]:80", .invalidHost),
            ("[127.0.0.1]:80", .invalidHost),
            ("[::g]:80", .invalidHost),
            ("local host:80", .invalidHost),
            ("host\r\nX: y:80", .unbracketedIPv6),
            ("host\r\n:80", .invalidHost),
            ("h\u{F6}st:80", .invalidHost),
            (String(repeating: "a", count: 254) + ":80", .invalidHost),
            ("http://127.0.0.1:9001", .notHostAndPort),
            ("127.0.0.1:9001/2018-06-01", .notHostAndPort),
            ("user@host:80", .notHostAndPort),
        ]
    )
    func refusesEverythingElse(_ text: String, _ flaw: Endpoint.Flaw) {
        #expect(throws: flaw) { try Endpoint(text) }
    }

    @Test func literalAddressesNeedNoResolver() throws {
        #expect(try Endpoint("127.0.0.1:80").addresses().count == 1)
        #expect(try Endpoint("[::1]:80").addresses().count == 1)
    }

    @Test func localhostIsTheLoopbackAddress() throws {
        for name in ["localhost", "LOCALHOST", "api.localhost"] {
            let addresses = try Endpoint("\(name):80").addresses()
            #expect(addresses.map(\.family) == addresses.map(\.family).sorted())
            #expect(addresses.count == 2)
        }
    }

    @Test func unknownNamesAreAnError() throws {
        // RFC 6761 §6.4: names under .invalid never exist.
        let endpoint = try Endpoint("no-such-host.invalid:80")
        let error = #expect(throws: SocketError.self) { try endpoint.addresses() }
        #expect(
            error?.description == "Looking up the host name failed: no address was found."
        )
    }

    @Test func findsNamesInTheHostsTable() {
        let table = Array(
            """
            # comment
            127.0.0.1\tlocalhost
            10.1.2.3 Runtime.internal rie # rie2
            fd00::1 rie
            not-an-address rie
            10.9.9.9

            """.utf8
        )
        func ports(_ name: String) -> [UInt16] {
            HostsFile.addresses(of: name, port: 7, in: table).map(\.port)
        }
        #expect(ports("rie") == [7, 7])
        #expect(ports("RUNTIME.INTERNAL") == [7])
        #expect(ports("rie2").isEmpty)
        #expect(ports("comment").isEmpty)
        #expect(ports("10.9.9.9").isEmpty)
    }
}
