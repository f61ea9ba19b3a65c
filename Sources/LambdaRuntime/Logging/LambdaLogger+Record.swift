import LambdaJSON

/// Receives the records of a ``LambdaLogger``.
///
/// Tests use one that keeps the records. It is called from any thread, and by several at once.
public protocol LambdaLogSink: Sendable {
    /// Takes a record.
    func write(_ record: LambdaLogger.Record)
}

extension LambdaLogger {
    /// One line of a log, before it is written.
    public struct Record: Sendable {
        /// How severe it is.
        public var level: LambdaLogger.Level
        /// What happened.
        public var message: String
        /// The fields, in the order in which they were given.
        public var fields: [Field]
        /// The invocation that it belongs to.
        ///
        /// `nil` outside an invocation.
        public var requestID: String?
        /// The tenant of the invocation.
        ///
        /// `nil` where there is none.
        public var tenantID: String?
        /// When it happened.
        public var timestamp: Timestamp
        /// A JSON document that is the whole line, in any format.
        ///
        /// Metrics are such a line: CloudWatch reads them from the log only if nothing stands around
        /// them. There is then no message. `nil` for all other lines.
        public var document: String?

        /// Creates a record.
        ///
        /// Parameters match the properties of the same name.
        public init(
            level: LambdaLogger.Level,
            message: String,
            fields: [Field] = [],
            requestID: String? = nil,
            tenantID: String? = nil,
            timestamp: Timestamp = .now,
            document: String? = nil
        ) {
            self.level = level
            self.message = message
            self.fields = fields
            self.requestID = requestID
            self.tenantID = tenantID
            self.timestamp = timestamp
            self.document = document
        }

        /// A named value.
        public struct Field: Equatable, Sendable {
            /// The name.
            public var name: String
            /// The value.
            public var value: LambdaLogger.Value

            /// Creates a field.
            ///
            /// Parameters match the properties of the same name.
            public init(name: String, value: LambdaLogger.Value) {
                self.name = name
                self.value = value
            }
        }

        /// The line in a format, without line end.
        public func line(_ format: LambdaLogger.Format) -> String {
            String(decoding: bytes(format), as: UTF8.self)
        }

        func bytes(_ format: LambdaLogger.Format) -> [UInt8] {
            if let document { return Array(document.utf8) }
            var bytes: [UInt8] = []
            bytes.reserveCapacity(message.utf8.count + 160)
            switch format {
            case .text: writeText(&bytes)
            case .json: writeJSON(&bytes)
            }
            return bytes
        }
    }
}

// MARK: - Text

extension LambdaLogger.Record {
    @inline(never)
    @_optimize(size)
    private func writeText(_ bytes: inout [UInt8]) {
        timestamp.write(into: &bytes)
        bytes.append(byte: 0x20)
        bytes.append(text: level.description)
        bytes.append(byte: 0x20)
        Self.appendEscaped(message, isQuoted: false, to: &bytes)
        for field in fields {
            Self.append(field.name, field.value.text, to: &bytes)
        }
        if let requestID { Self.append("requestId", requestID, to: &bytes) }
        if let tenantID { Self.append("tenantId", tenantID, to: &bytes) }
    }

    /// Quotes a value that would otherwise be read as more than one.
    @inline(never)
    @_optimize(size)
    private static func append(_ name: String, _ value: String, to bytes: inout [UInt8]) {
        bytes.append(byte: 0x20)
        appendEscaped(name, isQuoted: false, to: &bytes)
        bytes.append(byte: 0x3D)
        var isQuoted = value.isEmpty
        for byte in [UInt8](text: value) where byte <= 0x20 || byte == 0x22 { isQuoted = true }
        if isQuoted { bytes.append(byte: 0x22) }
        appendEscaped(value, isQuoted: isQuoted, to: &bytes)
        if isQuoted { bytes.append(byte: 0x22) }
    }

    /// A record is one line, whatever it contains.
    @inline(never)
    @_optimize(size)
    private static func appendEscaped(
        _ text: String,
        isQuoted: Bool,
        to bytes: inout [UInt8]
    ) {
        for byte in [UInt8](text: text) {
            let escape: UInt8 =
                switch byte {
                case 0x22 where isQuoted, 0x5C where isQuoted: byte
                case 0x0A: 0x6E
                case 0x0D: 0x72
                case 0x09: 0x74
                case 0..<0x20, 0x7F: 0x78
                default: 0
                }
            guard escape != 0 else {
                bytes.append(byte)
                continue
            }
            bytes.append(byte: 0x5C)
            bytes.append(byte: escape)
            guard escape == 0x78 else { continue }
            // No higher ones than 1F and 7F.
            bytes.append(byte: 0x30 + byte >> 4)
            bytes.append(byte: byte & 15 < 10 ? 0x30 + byte & 15 : 0x57 + byte & 15)
        }
    }
}

// MARK: - JSON

extension LambdaLogger.Record {
    /// Whether a name is one of the record's own, or one that stands for a field of such a name.
    ///
    /// The latter must make way as well: `level` becomes `field.level`, which so cannot keep its
    /// name.
    @inline(never)
    @_optimize(size)
    private static func isTaken(_ name: String) -> Bool {
        var name = name
        while name.hasPrefix(prefix) { name.removeFirst(prefix.count) }
        switch name {
        case "timestamp", "level", "message", "requestId", "tenantId": return true
        default: return false
        }
    }

    private static let prefix = "field."

    @inline(never)
    @_optimize(size)
    private func writeJSON(_ bytes: inout [UInt8]) {
        bytes.append("{\"timestamp\":\"")
        timestamp.write(into: &bytes)
        bytes.append("\",\"level\":\"")
        bytes.append(text: level.description)
        bytes.append("\",\"message\":")
        JSONText.append(message, to: &bytes)
        if let requestID {
            bytes.append(",\"requestId\":")
            JSONText.append(requestID, to: &bytes)
        }
        if let tenantID {
            bytes.append(",\"tenantId\":")
            JSONText.append(tenantID, to: &bytes)
        }
        for (index, field) in fields.enumerated() {
            // Of two fields of one name the later one counts: an object has each key once.
            if fields[(index + 1)...].contains(where: { $0.name == field.name }) { continue }
            bytes.append(byte: 0x2C)
            JSONText.append(
                Self.isTaken(field.name) ? Self.prefix + field.name : field.name,
                to: &bytes
            )
            bytes.append(byte: 0x3A)
            field.value.writeJSON(into: &bytes)
        }
        bytes.append(byte: 0x7D)
    }
}

extension LambdaLogger.Value {
    /// The value as a text line has it.
    fileprivate var text: String {
        switch self {
        case .string(let value): return value
        case .integer(let value): return String(value)
        case .number(let value): return value.description
        case .bool(let value): return value ? "true" : "false"
        case .json:
            var bytes: [UInt8] = []
            writeJSON(into: &bytes)
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    package func writeJSON(into bytes: inout [UInt8]) {
        switch self {
        case .string(let value): JSONText.append(value, to: &bytes)
        case .number(let value) where !value.isFinite:
            JSONText.append(value.description, to: &bytes)
        case .integer, .number, .bool: bytes.append(text: text)
        case .json(let value):
            let start = bytes.count
            do {
                try LambdaJSONEncoder().encode(value, into: &bytes)
            } catch {
                bytes.removeSubrange(start...)
                bytes.append("null")
            }
        }
    }
}
