/// The values of an invocation's head, in one block of bytes.
///
/// Most handlers read one or two of them. So the head is copied as it came, once, and a string is
/// made where somebody asks for it.
final class ContextStorage: Sendable {
    /// The values that a head can have.
    enum Value {
        case requestID
        case deadline
        case functionARN
        case traceID
        case clientContext
        case cognitoIdentity
        case tenantID
        case invocationID
    }

    /// Where each value lies; an empty range stands for absence.
    struct Values: Sendable {
        private var ranges:
            (
                Range<Int>, Range<Int>, Range<Int>, Range<Int>,
                Range<Int>, Range<Int>, Range<Int>, Range<Int>
            ) = (0..<0, 0..<0, 0..<0, 0..<0, 0..<0, 0..<0, 0..<0, 0..<0)

        subscript(value: Value) -> Range<Int> {
            get {
                switch value {
                case .requestID: ranges.0
                case .deadline: ranges.1
                case .functionARN: ranges.2
                case .traceID: ranges.3
                case .clientContext: ranges.4
                case .cognitoIdentity: ranges.5
                case .tenantID: ranges.6
                case .invocationID: ranges.7
                }
            }
            set {
                switch value {
                case .requestID: ranges.0 = newValue
                case .deadline: ranges.1 = newValue
                case .functionARN: ranges.2 = newValue
                case .traceID: ranges.3 = newValue
                case .clientContext: ranges.4 = newValue
                case .cognitoIdentity: ranges.5 = newValue
                case .tenantID: ranges.6 = newValue
                case .invocationID: ranges.7 = newValue
                }
            }
        }
    }

    private let bytes: [UInt8]
    private let values: Values
    /// When the invocation ends, in milliseconds since the Unix epoch.
    let deadlineMilliseconds: Int64
    /// The logger without the identifiers of the invocation.
    let logger: LambdaLogger
    /// What a test says about the function.
    ///
    /// `nil` on Lambda.
    let function: FunctionDescription?
    /// What a test says about the time that is left.
    ///
    /// `nil` on Lambda.
    let remainingTime: (@Sendable () -> Duration)?

    init(
        copying head: UnsafeRawBufferPointer,
        values: Values,
        deadlineMilliseconds: Int64,
        logger: LambdaLogger
    ) {
        bytes = Array(head)
        self.values = values
        self.deadlineMilliseconds = deadlineMilliseconds
        self.logger = logger
        function = nil
        remainingTime = nil
    }

    /// Puts values together as a head would have brought them.
    init(
        _ texts: [(Value, String?)],
        deadlineMilliseconds: Int64,
        logger: LambdaLogger,
        function: FunctionDescription
    ) {
        var bytes: [UInt8] = []
        var values = Values()
        for case (let value, let text?) in texts {
            let start = bytes.count
            bytes.append(contentsOf: text.utf8)
            values[value] = start..<bytes.count
        }
        self.bytes = bytes
        self.values = values
        self.deadlineMilliseconds = deadlineMilliseconds
        self.logger = logger
        self.function = function
        remainingTime = nil
    }

    /// Copies the values, with what a test says about the function and the time that is left.
    init(
        _ other: ContextStorage,
        function: FunctionDescription?,
        remainingTime: (@Sendable () -> Duration)?
    ) {
        bytes = other.bytes
        values = other.values
        deadlineMilliseconds = other.deadlineMilliseconds
        logger = other.logger
        self.function = function
        self.remainingTime = remainingTime
    }

    /// Hands the bytes of a value to a closure; none where it is absent.
    func withBytes<Result>(_ value: Value, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        let range = values[value]
        return bytes.withUnsafeBytes { all in
            guard range.upperBound <= all.count else {
                return body(UnsafeRawBufferPointer(start: nil, count: 0))
            }
            return body(UnsafeRawBufferPointer(rebasing: all[range]))
        }
    }

    /// The text of a value, `nil` where it is absent or empty.
    func text(_ value: Value) -> String? {
        withBytes(value) { $0.isEmpty ? nil : String(decoding: $0, as: UTF8.self) }
    }
}
