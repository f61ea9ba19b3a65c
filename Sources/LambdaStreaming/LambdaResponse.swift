public import LambdaRuntime

/// An answer, and work that follows it.
///
/// Whoever invoked the function has the answer while the work is done: metrics, an audit record,
/// clean-up. The next event comes when it is done.
///
/// ```swift
/// @main
/// struct Checkout: LambdaHandler {
///     func handle(_ order: Order, context: LambdaContext) async throws -> LambdaResponse<Receipt> {
///         let receipt = try await charge(order)
///         return LambdaResponse(receipt) {
///             try await audit.record(order.id)
///         }
///     }
/// }
/// ```
///
/// The work runs whether or not Lambda accepted the answer, and within the same timeout; see
/// `LambdaContext.remainingTime`. An error that it throws is logged, as the answer has been
/// given, with the deadline if that had passed. A test calls ``followUp`` itself.
///
/// It is for functions that somebody waits for. After an event of a queue, a stream or a bus nobody
/// does: there, do the work before returning.
public struct LambdaResponse<Output: Sendable>: Sendable {
    /// The answer.
    public var output: Output

    /// What is done when the answer has been given.
    public var followUp: @Sendable () async throws -> Void

    /// Creates an answer with work that follows it.
    public init(_ output: Output, followUp: @escaping @Sendable () async throws -> Void) {
        self.output = output
        self.followUp = followUp
    }
}

extension LambdaHandler {
    /// Runs the function.
    ///
    /// `@main` calls this.
    public static func main<Value: Encodable>() where Output == LambdaResponse<Value> {
        FunctionMain.run(Event.self, payloadDecoder) {
            let handler = try await Self()
            return FollowedFunction(
                decode: .decodable(payloadDecoder),
                encode: .encodable(payloadEncoder),
                deadlineMargin: deadlineMargin,
                hooks: lifecycle.hooks(of: handler),
                call: { try await handler.handle($0, context: $1) }
            )
        }
    }
}

/// A function whose handler goes on working when it has answered.
package struct FollowedFunction<Event: Decodable & Sendable, Value: Encodable & Sendable>:
    InvocableFunction
{
    private let decode: PayloadDecoding<Event>
    private let encode: PayloadEncoding<Value>
    package let deadlineMargin: Duration?
    package let hooks: LifecycleHooks?
    private let call: @Sendable (Event, LambdaContext) async throws -> LambdaResponse<Value>

    package init(
        decode: PayloadDecoding<Event>,
        encode: PayloadEncoding<Value>,
        deadlineMargin: Duration? = nil,
        hooks: LifecycleHooks? = nil,
        call: @escaping @Sendable (Event, LambdaContext) async throws -> LambdaResponse<Value>
    ) {
        self.decode = decode
        self.encode = encode
        self.deadlineMargin = deadlineMargin
        self.hooks = hooks
        self.call = call
    }

    package func begin(
        _ payload: UnsafeRawBufferPointer,
        context: LambdaContext,
        on slot: any InvocationSlot
    ) -> Task<Void, Never>? {
        guard let event = decode.event(payload, on: slot) else { return nil }
        let deadline = HandlerDeadline(of: context, margin: deadlineMargin)
        return Task(executorPreference: slot.executor) { [call, encode] in
            let response: LambdaResponse<Value>
            do {
                response = try await call(event, context)
            } catch {
                return slot.complete(.failed(ErrorReport(error)))
            }
            _ = await slot.perform(Self.answer(response.output, encode, slot))
            do {
                try await response.followUp()
            } catch {
                let report = deadline.explainingIfMissed(ErrorReport(error))
                context.logger.log(report, "The work after the response failed.")
            }
            slot.complete(.settled)
        }
    }

    private static func answer(
        _ output: Value,
        _ encode: PayloadEncoding<Value>,
        _ slot: any InvocationSlot
    ) -> ResponseStep {
        var bytes = slot.takeAnswerBuffer()
        do {
            try encode.run(output, &bytes)
            return .answer(bytes, contentType: encode.contentType)
        } catch {
            return .fail(.unencodable(Value.self, error))
        }
    }
}

extension LambdaLogger {
    /// Logs a failure that nobody else is told about.
    func log(_ report: ErrorReport, _ circumstance: StaticString) {
        error("\(circumstance) \(report.message)", ["errorType": .string(report.type)])
    }
}
