import LambdaEventsShared
import LambdaRuntime

// Feeds what libFuzzer makes up to the parsers of short texts: the trace header, Base64, timestamps, ARNs and form
// fields. Nothing may crash, and what is read twice is the same twice.

func require(_ condition: Bool, _ promise: String) {
    if !condition { fatalError(promise) }
}

private func checkTrace(_ text: String, _ value: String) {
    var header = XRayTraceHeader(text)
    require(header.description == text, "A header has changed")
    if let parent = header.traceparent {
        require(parent.utf8.count == 55, "A traceparent has another length")
        let isClean = parent.utf8.allSatisfy {
            0x30...0x39 ~= $0 || 0x61...0x66 ~= $0 || $0 == 0x2D
        }
        require(isClean, "A traceparent has other characters")
    }
    let root = header.root
    let lineage = header.lineage
    header.parent = value
    require(header.root == root, "Another part has changed")
    let kept = value.utf8.filter { $0 > 0x20 && $0 < 0x7F && $0 != 0x3B }
    require(header.parent.map { Array($0.utf8) } == kept, "A part has another value")
    header.isSampled = true
    require(header.isSampled == true, "A trace is not sampled")
    header.parent = nil
    require(header.parent == nil, "A part is still there")
    require(header.lineage == lineage, "The lineage has changed")
}

private func checkBase64(_ bytes: [UInt8], _ text: String) {
    require(Base64.decode(Base64.encode(bytes)) == bytes, "Base64 does not come back")
    if let decoded = Base64.decode(text) {
        require(Base64.decode(Base64.encode(decoded)) == decoded, "Base64 has two readings")
    }
}

/// The function that libFuzzer calls for each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let input = Array(UnsafeBufferPointer(start: start, count: count))
    // The last byte says where the text ends and the value begins.
    guard let way = input.last else { return 0 }
    let bytes = Array(input.dropLast())
    let text = String(decoding: bytes, as: UTF8.self)
    let middle = Int(way) % (bytes.count + 1)
    checkTrace(
        String(decoding: bytes[..<middle], as: UTF8.self),
        String(decoding: bytes[middle...], as: UTF8.self)
    )
    checkBase64(bytes, text)
    return 0
}
