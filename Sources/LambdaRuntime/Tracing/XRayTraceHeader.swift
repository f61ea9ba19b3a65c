/// The X-Ray trace header: which trace an invocation belongs to, and whether it is recorded.
///
/// A context has it as ``LambdaContext/traceHeader``. HTTP requests carry it as `X-Amzn-Trace-Id`, SQS
/// messages as the attribute `AWSTraceHeader`.
///
/// ```swift
/// var header = XRayTraceHeader("Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1")
/// header.parent = "53995c3f42cd8ad8"
/// request.headers["X-Amzn-Trace-Id"] = "\(header)"
/// ```
///
/// It keeps the text as it came. Parts that have no property here, or that mean nothing, stay where they
/// are when another one is changed; reading a part that is not there gives `nil`.
///
/// AWS documentation:
/// <https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader>
public struct XRayTraceHeader: Hashable, Sendable, CustomStringConvertible {
    /// The header as it is sent.
    public private(set) var description: String

    /// Creates a header from its text.
    ///
    /// There is no text that it refuses.
    public init(_ text: String) {
        description = text
    }

    /// The identifier of the trace, such as `1-5759e988-bd862e3fe1be46a994272793`.
    ///
    /// `nil` when the header has none.
    public var root: String? {
        get { self["Root"] }
        set { self["Root"] = newValue }
    }

    /// The segment that invoked the function: 16 hexadecimal digits.
    ///
    /// `nil` when the header has none.
    public var parent: String? {
        get { self["Parent"] }
        set { self["Parent"] = newValue }
    }

    /// A boolean value indicating whether the trace is recorded.
    ///
    /// `nil` when that has not been decided: when the part is missing, or asks with a `?`.
    public var isSampled: Bool? {
        get {
            switch self["Sampled"] {
            case "1": true
            case "0": false
            default: nil
            }
        }
        set { self["Sampled"] = newValue.map { $0 ? "1" : "0" } }
    }

    /// Which services the trace has gone through, by which Lambda detects recursive loops.
    ///
    /// `nil` when the header has none. It is to be passed on as it is.
    public var lineage: String? {
        get { self["Lineage"] }
        set { self["Lineage"] = newValue }
    }

    /// The trace as the W3C header `traceparent` has it, for OpenTelemetry.
    ///
    /// `nil` when ``root`` or ``parent`` is missing or not of the form that X-Ray gives it. A trace whose
    /// sampling has not been decided is not sampled.
    public var traceparent: String? {
        guard let root = range(of: "Root"), let parent = range(of: "Parent") else { return nil }
        // 1-5759e988-bd862e3fe1be46a994272793
        let bytes = Array(description.utf8)
        let start = root.lowerBound
        guard root.count == 35, bytes[start] == 0x31, bytes[start + 1] == 0x2D,
            bytes[start + 10] == 0x2D, parent.count == 16
        else { return nil }
        var text: [UInt8] = []
        text.append("00-")
        text += bytes[start + 2..<start + 10]
        text += bytes[start + 11..<root.upperBound]
        text.append("-")
        text += bytes[parent]
        text.append("-0")
        for (index, byte) in text.enumerated() where index != 2 && index != 35 && index != 52 {
            guard (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) else { return nil }
        }
        text.append(isSampled == true ? "1" : "0")
        return String(decoding: text, as: UTF8.self)
    }

    /// The value of a part, by its name in any case.
    ///
    /// Setting it changes the first part of that name where it stands and removes further ones; `nil`
    /// removes all. Of a new value, what cannot be in a part is left out: semicolons and what is not
    /// visible ASCII.
    public subscript(name: String) -> String? {
        get {
            range(of: name).map { String(decoding: Array(description.utf8)[$0], as: UTF8.self) }
        }
        set {
            var part: [UInt8]?
            if let newValue {
                var bytes = Array(name.utf8)
                bytes.append(0x3D)
                for byte in newValue.utf8 where byte > 0x20 && byte < 0x7F && byte != 0x3B {
                    bytes.append(byte)
                }
                part = bytes
            }
            var text: [UInt8] = []
            func append(_ part: ArraySlice<UInt8>) {
                if part.isEmpty { return }
                if !text.isEmpty { text.append(0x3B) }
                text += part
            }
            let bytes = Array(description.utf8)
            var start = 0
            while start < bytes.count {
                let end = Self.end(ofPartAt: start, in: bytes)
                if Self.value(of: name, in: bytes, start..<end) == nil {
                    append(bytes[start..<end])
                } else if let new = part {
                    append(new[...])
                    part = nil
                }
                start = end + 1
            }
            if let part { append(part[...]) }
            description = String(decoding: text, as: UTF8.self)
        }
    }

    /// Where the value of a part is in the UTF-8 of the header.
    private func range(of name: String) -> Range<Int>? {
        let bytes = Array(description.utf8)
        var start = 0
        while start < bytes.count {
            let end = Self.end(ofPartAt: start, in: bytes)
            if let value = Self.value(of: name, in: bytes, start..<end) { return value }
            start = end + 1
        }
        return nil
    }

    private static func end(ofPartAt start: Int, in bytes: [UInt8]) -> Int {
        var end = start
        while end < bytes.count, bytes[end] != 0x3B { end += 1 }
        return end
    }

    /// What follows `name=`, without the blanks around it; `nil` where the part has another name.
    private static func value(
        of name: String,
        in bytes: [UInt8],
        _ part: Range<Int>
    ) -> Range<Int>? {
        var (start, end) = (part.lowerBound, part.upperBound)
        while start < end, bytes[start] == 0x20 { start += 1 }
        for byte in name.utf8 {
            guard start < end, lowercased(bytes[start]) == lowercased(byte) else { return nil }
            start += 1
        }
        guard start < end, bytes[start] == 0x3D else { return nil }
        start += 1
        while start < end, bytes[end - 1] == 0x20 { end -= 1 }
        return start..<end
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }
}
