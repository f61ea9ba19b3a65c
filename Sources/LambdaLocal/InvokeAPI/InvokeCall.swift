#if LOCAL_RUNNING
import LambdaEmulator

/// A call of the Invoke API: what it asks for, read and checked.
///
/// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html>,
/// <https://docs.aws.amazon.com/lambda/latest/api/API_InvokeWithResponseStream.html>
struct InvokeCall {
    enum Kind {
        /// The caller waits for the answer.
        case requestResponse
        /// The event is queued, and the caller is told no more than that.
        case event
        /// The call is only checked.
        case dryRun
    }

    let kind: Kind
    /// Whether the caller takes the response in pieces.
    let streams: Bool
    /// Whether the caller wants to see the end of the log.
    let wantsLog: Bool
    let invocation: LocalInvocation

    /// The largest event of an asynchronous call: 1 MiB.
    private static let largestEvent = 1024 * 1024
}

extension InvokeCall {
    /// Reads a call.
    ///
    /// - Parameters:
    ///   - request: The request, whose path is that of the operation.
    ///   - streams: Whether the operation is `InvokeWithResponseStream`.
    ///   - name: The function's name in that path.
    ///   - function: The function that is served.
    /// - Throws: The fault that the service would answer with.
    init(
        _ request: ServerRequest,
        streams: Bool = false,
        function name: String,
        served function: ServedFunction
    ) throws(InvokeFault) {
        self.streams = streams
        kind = try Self.kind(of: request, streams: streams)
        wantsLog = try Self.wantsLog(request)
        let qualifier = try Self.qualifier(of: request, function: name, served: function)
        guard request.value("origin") == nil else { throw .fromWebPage }
        let event = try Self.event(of: request, kind)
        var invocation = LocalInvocation(event: event, functionARN: function.arn(qualifier))
        invocation.timeout = .seconds(function.timeoutSeconds)
        invocation.traceID =
            request.value("x-amzn-trace-id") ?? LocalInvocation.makeTraceID()
        if let tenantID = request.value("x-amz-tenant-id") {
            try InvokeConstraint.tenantID.check(tenantID)
            invocation.tenantID = tenantID
        }
        // Lambda passes it on for synchronous calls only.
        let clientContext = try Self.clientContext(of: request)
        if kind == .requestResponse { invocation.clientContext = clientContext }
        self.invocation = invocation
    }

    private static func kind(
        of request: ServerRequest,
        streams: Bool
    ) throws(InvokeFault) -> Kind {
        switch request.value("x-amz-invocation-type") {
        case nil, "RequestResponse": return .requestResponse
        case "Event" where !streams: return .event
        case "DryRun": return .dryRun
        case let other?:
            throw .unknownValue(
                other,
                of: "invocationType",
                known: streams ? "RequestResponse, DryRun" : "Event, RequestResponse, DryRun"
            )
        }
    }

    private static func wantsLog(_ request: ServerRequest) throws(InvokeFault) -> Bool {
        switch request.value("x-amz-log-type") {
        case nil, "None": return false
        case "Tail": return true
        case let other?: throw .unknownValue(other, of: "logType", known: "Tail, None")
        }
    }

    private static func qualifier(
        of request: ServerRequest,
        function name: String,
        served function: ServedFunction
    ) throws(InvokeFault) -> String? {
        try InvokeConstraint.functionName.check(name)
        let reference = FunctionReference(name)
        var qualifier = reference?.qualifier
        for item in request.query?.split(separator: "&") ?? [] where item.hasPrefix("Qualifier=") {
            let value = PercentDecoding.decode(
                String(item.dropFirst("Qualifier=".count)),
                plusIsSpace: false
            )
            try InvokeConstraint.qualifier.check(value)
            guard qualifier == nil || qualifier == value else {
                throw .invalidParameter(
                    "The derived qualifier from the function name does not match the specified "
                        + "qualifier."
                )
            }
            qualifier = value
        }
        // AWS's emulator calls every function "function", and so do the scripts that are written for it.
        guard let reference, reference.name == function.name || reference.name == "function" else {
            let other = ServedFunction(name: reference?.name ?? name, region: function.region)
            throw .functionNotFound(other.arn(qualifier), served: function.name)
        }
        return qualifier
    }

    private static func event(
        of request: ServerRequest,
        _ kind: Kind
    ) throws(InvokeFault) -> [UInt8] {
        let event = request.body
        guard event.count <= LocalEvent.largest else { throw .requestTooLarge }
        if kind == .event, event.count > largestEvent {
            throw .eventTooLarge(event.count, limit: largestEvent)
        }
        // A call without a payload sends an empty object.
        if event.isEmpty { return Array("{}".utf8) }
        if let flaw = LocalEvent.flaw(in: event) {
            throw .malformedContent("Could not parse request body into json: \(flaw)")
        }
        return event
    }

    private static func clientContext(of request: ServerRequest) throws(InvokeFault) -> String? {
        guard let header = request.value("x-amz-client-context") else { return nil }
        guard let bytes = Base64.decode(header), LocalEvent.flaw(in: bytes) == nil else {
            throw .malformedContent("Client context must be a valid Base64-encoded JSON object.")
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
#endif
