/// Writes log lines, each whole and with the invocation it belongs to.
///
/// A handler has one in its context:
///
/// ```swift
/// context.logger.info("Stored the thumbnail", ["key": "\(key)", "bytes": .integer(size)])
/// ```
///
/// Lines below ``level`` cost a comparison: neither the message nor the fields are evaluated. On
/// Lambda the level is that of `AWS_LAMBDA_LOG_LEVEL` (INFO where it is not set), and the lines
/// have the form of `AWS_LAMBDA_LOG_FORMAT`; see ``Format``.
///
/// AWS documentation:
/// <https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-advanced.html>
public struct LambdaLogger: Sendable {
    /// The least severe level that is written.
    public var level: Level

    private let sink: any LambdaLogSink
    private let invocation: ContextStorage?

    /// Creates a logger that hands its records to a sink of your own, as a test does.
    public init(level: Level = .info, sink: any LambdaLogSink) {
        self.level = level
        self.sink = sink
        invocation = nil
    }

    private init(level: Level, sink: any LambdaLogSink, invocation: ContextStorage) {
        self.level = level
        self.sink = sink
        self.invocation = invocation
    }

    /// The logger that writes to standard error, as the environment variables configure it.
    public static let standard = LambdaLogger(
        level: Environment.logLevel.flatMap { Level(name: $0) } ?? .info,
        sink: StandardLogSink(environment: ())
    )

    /// Makes a logger whose lines carry the identifiers of an invocation.
    func bound(to invocation: ContextStorage) -> LambdaLogger {
        LambdaLogger(level: level, sink: sink, invocation: invocation)
    }

    /// Writes a JSON document as a line of its own, whatever the least severe level is.
    package func write(document: String, at level: Level) {
        sink.write(
            LambdaLogger.Record(
                level: level,
                message: "",
                requestID: invocation?.text(.requestID),
                tenantID: invocation?.text(.tenantID),
                document: document
            )
        )
    }

    /// Writes a line at a level.
    public func log(
        _ level: Level,
        _ message: @autoclosure () -> String,
        _ fields: @autoclosure () -> KeyValuePairs<String, LambdaLogger.Value> = [:]
    ) {
        guard level >= self.level else { return }
        write(level, message(), fields())
    }

    /// Writes a line at a level, with fields that are known only when it is written.
    ///
    /// For what passes lines on that were made elsewhere, such as a `LogHandler` of swift-log.
    public func log(
        _ level: Level,
        _ message: @autoclosure () -> String,
        fields: @autoclosure () -> [Record.Field]
    ) {
        guard level >= self.level else { return }
        write(level, message(), fields())
    }

    @inline(never)
    private func write(
        _ level: Level,
        _ message: String,
        _ fields: KeyValuePairs<String, LambdaLogger.Value>
    ) {
        write(level, message, fields.map { Record.Field(name: $0.key, value: $0.value) })
    }

    private func write(_ level: Level, _ message: String, _ fields: [Record.Field]) {
        sink.write(
            LambdaLogger.Record(
                level: level,
                message: message,
                fields: fields,
                requestID: invocation?.text(.requestID),
                tenantID: invocation?.text(.tenantID),
                timestamp: .now
            )
        )
    }

    /// Writes a line about a detail that is only of interest step by step.
    public func trace(
        _ message: @autoclosure () -> String,
        _ fields: @autoclosure () -> KeyValuePairs<String, LambdaLogger.Value> = [:]
    ) {
        guard level <= .trace else { return }
        write(.trace, message(), fields())
    }

    /// Writes a line that helps to find a fault.
    @_disfavoredOverload  // Within the runtime: see below.
    public func debug(
        _ message: @autoclosure () -> String,
        _ fields: @autoclosure () -> KeyValuePairs<String, LambdaLogger.Value> = [:]
    ) {
        guard level <= .debug else { return }
        write(.debug, message(), fields())
    }

    /// Writes a line about the normal course of things.
    public func info(
        _ message: @autoclosure () -> String,
        _ fields: @autoclosure () -> KeyValuePairs<String, LambdaLogger.Value> = [:]
    ) {
        guard level <= .info else { return }
        write(.info, message(), fields())
    }

    /// Writes a line about something unexpected that was dealt with.
    @_disfavoredOverload  // Within the runtime: see below.
    public func warn(
        _ message: @autoclosure () -> String,
        _ fields: @autoclosure () -> KeyValuePairs<String, LambdaLogger.Value> = [:]
    ) {
        guard level <= .warn else { return }
        write(.warn, message(), fields())
    }

    /// Writes a line about something that failed.
    @_disfavoredOverload  // Within the runtime: see below.
    public func error(
        _ message: @autoclosure () -> String,
        _ fields: @autoclosure () -> KeyValuePairs<String, LambdaLogger.Value> = [:]
    ) {
        guard level <= .error else { return }
        write(.error, message(), fields())
    }

    /// Writes a line about a failure after which the process cannot go on.
    @_disfavoredOverload  // Within the runtime: see below.
    public func fatal(
        _ message: @autoclosure () -> String,
        _ fields: @autoclosure () -> KeyValuePairs<String, LambdaLogger.Value> = [:]
    ) {
        guard level <= .fatal else { return }
        write(.fatal, message(), fields())
    }
}

// What the runtime itself writes, it writes where something has gone wrong, and hardly ever below the
// level. To put off the making of a message by a closure would be four functions for each line.

extension LambdaLogger {
    func debug(_ message: String, _ fields: KeyValuePairs<String, LambdaLogger.Value> = [:]) {
        if level <= .debug { write(.debug, message, fields) }
    }

    func warn(_ message: String, _ fields: KeyValuePairs<String, LambdaLogger.Value> = [:]) {
        if level <= .warn { write(.warn, message, fields) }
    }

    func error(_ message: String, _ fields: KeyValuePairs<String, LambdaLogger.Value> = [:]) {
        if level <= .error { write(.error, message, fields) }
    }

    func fatal(_ message: String, _ fields: KeyValuePairs<String, LambdaLogger.Value> = [:]) {
        write(.fatal, message, fields)
    }
}

extension LambdaLogger {
    /// How severe a line is.
    ///
    /// Levels are ordered: `trace` is the least severe.
    public enum Level: Int, Comparable, CaseIterable, Sendable, CustomStringConvertible {
        /// Details that are only of interest step by step.
        case trace
        /// What helps to find a fault.
        case debug
        /// The normal course of things.
        case info
        /// Something unexpected that was dealt with.
        case warn
        /// Something that failed.
        case error
        /// A failure after which the process cannot go on.
        case fatal

        /// Creates a level from its name in `AWS_LAMBDA_LOG_LEVEL`, in any case.
        ///
        /// `nil` for a name that Lambda does not know.
        public init?(name: String) {
            let upper = name.uppercased()
            var level = Level.trace
            while level.description != upper {
                guard let next = Level(rawValue: level.rawValue + 1) else { return nil }
                level = next
            }
            self = level
        }

        /// The name that Lambda knows the level by, such as `WARN`.
        public var description: String {
            switch self {
            case .trace: "TRACE"
            case .debug: "DEBUG"
            case .info: "INFO"
            case .warn: "WARN"
            case .error: "ERROR"
            case .fatal: "FATAL"
            }
        }

        /// Compares by severity.
        public static func < (left: Level, right: Level) -> Bool {
            left.rawValue < right.rawValue
        }
    }

    /// How a line is written.
    public enum Format: Sendable {
        /// One line of text.
        ///
        /// `2026-11-20T22:56:01.123Z INFO Stored the thumbnail key=a.jpg requestId=8476…`: the
        /// time, the level, the message, then the fields, then `requestId` and, where there is
        /// one, `tenantId`. Control characters are written as escapes, so that a record is always
        /// one line, and values with blanks are quoted.
        case text

        /// One JSON object.
        ///
        /// Its keys are `timestamp`, `level`, `message`, `requestId` and, where there is one,
        /// `tenantId`, followed by the fields. A field of one of these names is written as
        /// `field.` and its name, and so is one that already has such a name.
        case json

        /// Creates a format from its name in `AWS_LAMBDA_LOG_FORMAT`: JSON, or Text for all else.
        public init(name: String?) {
            self = name?.uppercased() == "JSON" ? .json : .text
        }
    }
}
