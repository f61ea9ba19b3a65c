import LambdaJSON
public import LambdaRuntime
public import Logging

/// Writes what is logged through swift-log as lines of a ``LambdaLogger``: in the format and from the
/// level that the function is configured for, with the identifiers of the invocation.
///
/// For loggers that libraries make themselves, once, before anything else:
///
/// ```swift
/// init() {
///     LoggingSystem.bootstrap { LambdaLogHandler(label: $0) }
/// }
/// ```
///
/// For a library that takes a logger, in a handler: `Logger(context, label: "orders")`.
public struct LambdaLogHandler: LogHandler {
    /// The least severe level that is written: at first, that of the function.
    public var logLevel: Logger.Level

    /// What all lines of the logger have in common.
    public var metadata: Logger.Metadata = [:]

    /// What adds metadata to each line.
    public var metadataProvider: Logger.MetadataProvider?

    private let label: String
    private let invocation: LambdaLogger?

    /// Creates a handler.
    ///
    /// - Parameters:
    ///   - label: The label of the logger, written as the field `logger`.
    ///   - logger: What writes the lines. By default the logger of the invocation that is under way in the
    ///     task that logs, and outside of invocations the standard one.
    ///   - metadataProvider: What adds metadata to each line. The default is nothing.
    public init(
        label: String,
        logger: LambdaLogger? = nil,
        metadataProvider: Logger.MetadataProvider? = nil
    ) {
        self.label = label
        self.metadataProvider = metadataProvider
        logLevel = Logger.Level((logger ?? .standard).level)
        invocation = logger
    }

    /// One entry of ``metadata``.
    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// Writes a line.
    ///
    /// - Parameter event: What is to be written.
    public func log(event: LogEvent) {
        var logger = invocation ?? LambdaContext.current?.logger ?? .standard
        // What reaches a handler has passed swift-log's own level.
        logger.level = .trace
        logger.log(LambdaLogger.Level(event.level), "\(event.message)", fields: fields(of: event))
    }

    private func fields(of event: LogEvent) -> [LambdaLogger.Record.Field] {
        var all = metadata
        // The nearer to the line, the more it counts.
        for further in [metadataProvider?.get(), event.metadata] {
            all.merge(further ?? [:]) { $1 }
        }
        if let error = event.error {
            all["errorType"] = "\(type(of: error))"
            all["errorMessage"] = "\(error)"
        }
        all["logger"] = all["logger"] ?? .string(label)
        return all.sorted { $0.key < $1.key }
            .map { LambdaLogger.Record.Field(name: $0.key, value: $0.value.asField) }
    }
}

extension Logger {
    /// Creates a logger for an invocation.
    ///
    /// - Parameters:
    ///   - context: The context of the invocation.
    ///   - label: The label of the logger.
    public init(_ context: LambdaContext, label: String) {
        self.init(label: label) { LambdaLogHandler(label: $0, logger: context.logger) }
    }
}

extension Logger.Level {
    /// The level of swift-log for one of Lambda's.
    init(_ level: LambdaLogger.Level) {
        switch level {
        case .trace: self = .trace
        case .debug: self = .debug
        case .info: self = .info
        case .warn: self = .warning
        case .error: self = .error
        case .fatal: self = .critical
        }
    }
}

extension LambdaLogger.Level {
    /// Lambda's level for one of swift-log.
    ///
    /// Lambda knows no `notice`.
    init(_ level: Logger.Level) {
        switch level {
        case .trace: self = .trace
        case .debug: self = .debug
        case .info, .notice: self = .info
        case .warning: self = .warn
        case .error: self = .error
        case .critical: self = .fatal
        }
    }
}

extension Logger.MetadataValue {
    fileprivate var asField: LambdaLogger.Value {
        switch self {
        case .string(let text): .string(text)
        case .stringConvertible(let value): .string("\(value)")
        case .dictionary, .array: .json(asJSON)
        }
    }

    private var asJSON: JSONValue {
        switch self {
        case .string(let text): .string(text)
        case .stringConvertible(let value): .string("\(value)")
        case .array(let values): .array(values.map(\.asJSON))
        case .dictionary(let values): .object(values.mapValues(\.asJSON))
        }
    }
}
