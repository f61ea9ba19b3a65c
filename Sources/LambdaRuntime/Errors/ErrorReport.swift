import LambdaJSON

/// What is posted to Lambda about an invocation, or an initialisation, that failed.
package struct ErrorReport: Sendable {
    /// The stable name of the error, for the body.
    package let type: String
    /// What happened, for the body.
    package let message: String
    /// The value of the Lambda-Runtime-Function-Error-Type header.
    ///
    /// The service keeps only values of the form `(Runtime|Function)\.[A-Z][a-zA-Z]+`.
    package let category: String
    /// Whether the error said itself how it is to be reported.
    var isDeliberate = false

    /// What a message is cut to.
    ///
    /// A description can be as large as the value it describes.
    static let messageLimit = 32 * 1024
    /// What a type is cut to.
    ///
    /// The name of a generic type can be long.
    static let typeLimit = 256

    package init(type: String, message: String, category: String) {
        self.type = Self.limited(type, to: Self.typeLimit)
        self.message = Self.limited(message, to: Self.messageLimit)
        self.category = category
    }

    /// Reports an error that a handler, or its initialiser, threw.
    @inline(never)
    @_optimize(size)
    package init(_ error: any Error) {
        switch error {
        case let error as any LambdaReportableError:
            let type = error.errorType
            self.init(
                type: type,
                message: error.errorMessage,
                category: Self.category("Function", type)
            )
            isDeliberate = true
        case let error as LambdaError:
            self.init(error)
        case let error as DecodingError:
            self.init(error, of: nil)
        case let error as EncodingError:
            let problem = DecodingProblem(error) ?? DecodingProblem(text: "it has no JSON form.")
            self.init("encode", "a value", problem, type: "EncodingError")
        default:
            let type = String(describing: Swift.type(of: error))
            self.init(
                type: type,
                message: String(describing: error),
                category: Self.category("Function", type)
            )
        }
    }

    /// Reports an error of a decoder, without the value.
    ///
    /// - Parameters:
    ///   - error: The error.
    ///   - type: What was to be decoded, `nil` if nobody knows.
    @inline(never)
    @_optimize(size)
    package init(_ error: DecodingError, of type: Any.Type?) {
        let problem = DecodingProblem(error) ?? DecodingProblem(text: "it is not valid.")
        let subject = type.map { String(describing: $0) } ?? "a value"
        self.init("decode", subject, problem, type: "DecodingError")
    }

    /// Reports an error of a coder that the handler used itself, without the value.
    @inline(never)
    @_optimize(size)
    private init(_ action: String, _ subject: String, _ problem: DecodingProblem, type: String) {
        let place = problem.path.isEmpty ? "" : " at " + problem.path
        self.init(
            type: type,
            message: "Could not " + action + " " + subject + place + ": " + problem.text,
            category: "Function." + type
        )
    }

    /// Reports an error of the runtime.
    init(_ error: LambdaError) {
        // Of these the function is the cause, not the runtime.
        let isOfFunction = error.code == .responseSizeTooLarge || error.code == .deadlineExceeded
        let origin = isOfFunction ? "Function" : "Runtime"
        let type = "\(origin).\(error.code.rawValue)"
        self.init(type: type, message: error.message, category: type)
    }

    /// Reports an event that the decoder did not accept.
    @inline(never)
    @_optimize(size)
    static func undecodable<Event>(
        _ type: Event.Type,
        _ error: any Error,
        payload: UnsafeRawBufferPointer
    ) -> ErrorReport {
        let name = String(describing: type)
        if payload.isEmpty { return ErrorReport(LambdaError.eventEmpty(name)) }
        switch error {
        case let error as DecodingError:
            let problem = DecodingProblem(error) ?? DecodingProblem(text: "it is not valid.")
            guard let kind = try? LambdaJSONDecoder().decode(PayloadKind.self, from: payload) else {
                return ErrorReport(.eventNotJSON(name, problem))
            }
            return ErrorReport(.eventInvalid(name, problem, looksLike: kind.name))
        case let error as LambdaError:
            return ErrorReport(error)
        default:
            // An error of the user's own initialiser keeps the name that the user gave it.
            return ErrorReport(error)
        }
    }

    /// Reports a value that the encoder did not accept.
    @inline(never)
    @_optimize(size)
    package static func unencodable<Output>(_ type: Output.Type, _ error: any Error) -> ErrorReport
    {
        guard let error = error as? EncodingError else { return ErrorReport(error) }
        let problem = DecodingProblem(error) ?? DecodingProblem(text: "it has no JSON form.")
        let name = String(describing: type)
        return ErrorReport(.responseInvalid(name, problem))
    }

    /// The same report with a message of at most so many bytes.
    package func limited(to limit: Int) -> ErrorReport {
        ErrorReport(
            type: type,
            message: Self.limited(message, to: limit),
            category: category
        )
    }

    /// Appends the JSON body.
    package func write(into bytes: inout [UInt8]) {
        bytes.append("{\"errorMessage\":")
        JSONText.append(message, to: &bytes)
        bytes.append(",\"errorType\":")
        JSONText.append(type, to: &bytes)
        bytes.append(",\"stackTrace\":[]}")
    }

    /// `origin.type` where that has the form which the service keeps.
    @inline(never)
    @_optimize(size)
    private static func category(_ origin: String, _ type: String) -> String {
        if isKept(type) { return origin + "." + type }
        // A user may give the whole value, prefix and all.
        for prefix in ["Function.", "Runtime."] where type.hasPrefix(prefix) {
            if isKept(String(type.dropFirst(prefix.utf8.count))) { return type }
        }
        return origin + ".Unknown"
    }

    @inline(never)
    @_optimize(size)
    private static func isKept(_ type: String) -> Bool {
        var letters = 0
        for byte in [UInt8](text: type) {
            let isCapital = 0x41...0x5A ~= byte
            guard isCapital || letters > 0 && 0x61...0x7A ~= byte else { return false }
            letters += 1
        }
        return 2...128 ~= letters
    }

    @inline(never)
    @_optimize(size)
    static func limited(_ text: String, to limit: Int) -> String {
        guard text.utf8.count > limit else { return text }
        let cut = text.utf8.index(text.startIndex, offsetBy: limit)
        return String(text[..<cut]) + "…"
    }
}
