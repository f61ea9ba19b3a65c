/// A line of the log that is put together without allocating, for use in a signal handler.
///
/// What does not fit is left out. The bytes it is given have nothing in them that would have to be escaped.
struct CrashLine {
    private let buffer: UnsafeMutableRawBufferPointer
    private let isJSON: Bool
    private var count = 0
    private var isFirstElement = true

    init(_ buffer: UnsafeMutableRawBufferPointer, isJSON: Bool) {
        self.buffer = buffer
        self.isJSON = isJSON
    }

    var bytes: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: buffer.baseAddress, count: count)
    }

    /// Whether as many bytes fit, with what ends a line.
    func hasRoom(_ size: Int) -> Bool { count + size + 8 <= buffer.count }

    mutating func begin() {
        if isJSON { append("{\"timestamp\":\"") }
        appendTime()
        append(isJSON ? "\",\"level\":\"FATAL\",\"message\":\"" : " FATAL ")
    }

    mutating func endMessage() {
        if isJSON { append("\"") }
    }

    mutating func field(_ name: StaticString, _ value: StaticString) {
        beginField(name, isList: false)
        element(UnsafeRawBufferPointer(start: value.utf8Start, count: value.utf8CodeUnitCount))
        endField(isList: false)
    }

    mutating func field(_ name: StaticString, hexadecimal value: UInt) {
        beginField(name, isList: false)
        append(isJSON ? "\"0x" : "0x")
        var shift = UInt(UInt.bitWidth - 4)
        while shift > 0, value >> shift == 0 { shift -= 4 }
        while true {
            let digit = UInt8(truncatingIfNeeded: value >> shift & 15)
            append(digit < 10 ? 0x30 &+ digit : 0x57 &+ digit)
            if shift == 0 { break }
            shift -= 4
        }
        if isJSON { append("\"") }
    }

    mutating func beginField(_ name: StaticString, isList: Bool) {
        append(isJSON ? ",\"" : " ")
        append(name)
        append(isJSON ? "\":" : "=")
        if isJSON, isList { append("[") }
        isFirstElement = true
    }

    mutating func element(_ value: UnsafeRawBufferPointer) {
        if !isFirstElement { append(",") }
        isFirstElement = false
        if isJSON { append("\"") }
        append(value)
        if isJSON { append("\"") }
    }

    mutating func endField(isList: Bool) {
        if isJSON, isList { append("]") }
    }

    mutating func end() {
        append(isJSON ? "}\n" : "\n")
    }

    // Not inlined, as the line is put together from two dozen parts.
    @inline(never)
    mutating func append(_ text: StaticString) {
        append(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    @inline(never)
    mutating func append(decimal value: Int, digits: Int = 1) {
        var divisor = 1
        var width = 1
        while width < digits || value / divisor >= 10 {
            divisor *= 10
            width += 1
        }
        while divisor > 0 {
            append(0x30 &+ UInt8(truncatingIfNeeded: value / divisor % 10))
            divisor /= 10
        }
    }

    private mutating func append(_ byte: UInt8) {
        guard count < buffer.count else { return }
        buffer[count] = byte
        count += 1
    }

    @inline(never)
    private mutating func append(_ bytes: UnsafeRawBufferPointer) {
        var index = 0
        while index < bytes.count {
            append(bytes[index])
            index += 1
        }
    }

    /// Appends the time as RFC 3339 writes it.
    private mutating func appendTime() {
        let now = LambdaLogger.Record.Timestamp.now
        let (date, millisecond) = now.parts
        append(decimal: date.year, digits: 4)
        append("-")
        append(decimal: date.month, digits: 2)
        append("-")
        append(decimal: date.day, digits: 2)
        append("T")
        append(decimal: millisecond / 3_600_000, digits: 2)
        append(":")
        append(decimal: millisecond / 60_000 % 60, digits: 2)
        append(":")
        append(decimal: millisecond / 1000 % 60, digits: 2)
        append(".")
        append(decimal: millisecond % 1000, digits: 3)
        append("Z")
    }
}
