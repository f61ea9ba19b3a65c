import Testing

@testable import LambdaTransport

/// The word-wise scans agree with the byte-wise rules, for each byte at each place.
struct ByteScanTests {
    @Test func findsEachForbiddenByteAtEachPlace() {
        for count in 1...20 {
            for place in 0..<count {
                for byte in UInt8.min...UInt8.max {
                    for fill in [0x61, 0x2D, 0x09, 0xFF, 0x20] as [UInt8] {
                        var bytes = [UInt8](repeating: fill, count: count)
                        bytes[place] = byte
                        let isValue = bytes.withUnsafeBytes {
                            ByteScan.isFieldValue(0..<count, $0)
                        }
                        let end = bytes.withUnsafeBytes {
                            ByteScan.endOfToken(from: 0, to: count, $0)
                        }
                        let expectedEnd = bytes.firstIndex { !ASCII.isToken($0) } ?? count
                        if isValue != bytes.allSatisfy(ASCII.isFieldValue) || end != expectedEnd {
                            Issue.record("\(byte) at \(place) of \(count), among \(fill)")
                        }
                    }
                }
            }
        }
    }

    @Test func namesMatchInAnyCaseAndNotOtherwise() {
        let name = HTTPFieldName("lambda-runtime-trace-id")
        func matches(_ text: String) -> Bool {
            Array(text.utf8).withUnsafeBytes { name.matches($0) }
        }
        #expect(matches("lambda-runtime-trace-id"))
        #expect(matches("LAMBDA-RUNTIME-TRACE-ID"))
        #expect(matches("Lambda-Runtime-Trace-Id"))
        #expect(!matches("lambda-runtime-trace-i"))
        #expect(!matches("lambda-runtime-trace-idd"))
        #expect(!matches("lambda-runtime-trace_id"))
        // Each byte replaced by each other character of a token.
        let bytes = Array("lambda-runtime-trace-id".utf8)
        for place in bytes.indices {
            for byte in UInt8.min...127 where ASCII.isToken(byte) {
                var other = bytes
                other[place] = byte
                let isSame = ASCII.lowercased(byte) == bytes[place]
                let isMatch = other.withUnsafeBytes { name.matches($0) }
                #expect(isMatch == isSame)
            }
        }
    }
}
