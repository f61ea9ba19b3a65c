import LambdaJSON

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// What the loop runs: takes a payload, and completes the slot's invocation at some time.
///
/// The erased form of ``Function``. It has no I/O, so that a driver of another shape than
/// ``InvocationLoop`` can run the same functions.
package protocol InvocableFunction: Sendable {
    /// Decodes the event and starts the handler on the slot.
    ///
    /// The payload is valid during the call only.
    ///
    /// - Returns: The handler's task, `nil` where the event did not decode.
    @discardableResult
    func begin(
        _ payload: UnsafeRawBufferPointer,
        context: LambdaContext,
        on slot: any InvocationSlot
    ) -> Task<Void, Never>?

    /// How long before the deadline the handler's task is to be cancelled.
    ///
    /// `nil` where it is not to be.
    var deadlineMargin: Duration? { get }

    /// What is to be done besides, `nil` for nothing.
    var hooks: LifecycleHooks? { get }
}

extension InvocableFunction {
    package var deadlineMargin: Duration? { nil }
}

/// A handler together with what decodes its events and encodes its answers.
package struct Function<Event: Decodable & Sendable, Output: Sendable>: InvocableFunction {
    private let decode: PayloadDecoding<Event>
    private let encode: PayloadEncoding<Output>
    package let hooks: LifecycleHooks?
    private let call: @Sendable (Event, LambdaContext) async throws -> Output
    package let deadlineMargin: Duration?

    package init(
        decode: PayloadDecoding<Event>,
        encode: PayloadEncoding<Output>,
        deadlineMargin: Duration? = nil,
        hooks: LifecycleHooks? = nil,
        call: @escaping @Sendable (Event, LambdaContext) async throws -> Output
    ) {
        self.decode = decode
        self.encode = encode
        self.deadlineMargin = deadlineMargin
        self.hooks = hooks
        self.call = call
    }

    package init<Handler: LambdaHandler>(
        handler: Handler,
        encode: PayloadEncoding<Output>
    ) where Handler.Event == Event, Handler.Output == Output {
        self.init(
            decode: .decodable(Handler.payloadDecoder),
            encode: encode,
            deadlineMargin: Handler.deadlineMargin,
            hooks: Handler.lifecycle.hooks(of: handler),
            call: { try await handler.handle($0, context: $1) }
        )
    }

    package func begin(
        _ payload: UnsafeRawBufferPointer,
        context: LambdaContext,
        on slot: any InvocationSlot
    ) -> Task<Void, Never>? {
        guard let event = decode.event(payload, on: slot) else { return nil }
        return Task(executorPreference: slot.executor) { [call, encode] in
            do {
                let output = try await call(event, context)
                var bytes = slot.takeAnswerBuffer()
                do {
                    try encode.run(output, &bytes)
                    slot.complete(answering: bytes, encode.contentType)
                } catch {
                    slot.complete(.failed(.unencodable(Output.self, error)))
                }
            } catch {
                slot.complete(.failed(ErrorReport(error)))
            }
        }
    }
}

/// How a payload becomes an event.
package struct PayloadDecoding<Event: Sendable>: Sendable {
    let run: @Sendable (UnsafeRawBufferPointer) throws -> Event

    package init(_ run: @escaping @Sendable (UnsafeRawBufferPointer) throws -> Event) {
        self.run = run
    }
}

extension PayloadDecoding {
    /// Decodes the event, or completes the invocation with the reason for which it cannot be.
    package func event(_ payload: UnsafeRawBufferPointer, on slot: any InvocationSlot) -> Event? {
        do {
            return try run(payload)
        } catch {
            slot.complete(.failed(.undecodable(Event.self, error, payload: payload)))
            return nil
        }
    }
}

extension PayloadDecoding where Event: Decodable {
    /// `String` and `[UInt8]` take the payload as it came, other types what the decoder makes.
    package static func decodable(_ decoder: any PayloadDecoder) -> Self {
        if Event.self == [UInt8].self {
            return PayloadDecoding { try cast(Array($0)) }
        }
        if Event.self == String.self {
            return PayloadDecoding {
                // What is not UTF-8 is replaced, so that the bytes are others then. (To validate
                // them beforehand compiles a kilobyte into every function.)
                var text = String(decoding: $0, as: UTF8.self)
                guard text.hasBytes($0) else { throw LambdaError.eventNotUTF8() }
                return try cast(text)
            }
        }
        return PayloadDecoding { try decoder.decode(Event.self, from: $0) }
    }

    /// Restores the type that a comparison of metatypes has established.
    private static func cast(_ value: some Sendable) throws -> Event {
        guard let event = value as? Event else { throw LambdaError.internalError("cast") }
        return event
    }
}

extension String {
    fileprivate mutating func hasBytes(_ bytes: UnsafeRawBufferPointer) -> Bool {
        withUTF8 { text in
            guard let start = text.baseAddress, let other = bytes.baseAddress else {
                return text.count == bytes.count
            }
            return text.count == bytes.count && memcmp(start, other, bytes.count) == 0
        }
    }
}

/// How an output becomes the bytes of the answer.
package struct PayloadEncoding<Output: Sendable>: Sendable {
    package let contentType: StaticString
    package let run: @Sendable (Output, inout [UInt8]) throws -> Void
}

extension PayloadEncoding where Output: Encodable {
    /// `String` and `[UInt8]` are sent as they are, other types as the encoder writes them.
    package static func encodable(_ encoder: any PayloadEncoder) -> Self {
        if Output.self == [UInt8].self {
            return PayloadEncoding(contentType: "application/octet-stream") { output, bytes in
                if let raw = output as? [UInt8] { bytes.append(contentsOf: raw) }
            }
        }
        if Output.self == String.self {
            return PayloadEncoding(contentType: "text/plain; charset=utf-8") { output, bytes in
                if let text = output as? String { bytes.append(contentsOf: text.utf8) }
            }
        }
        if let encoder = encoder as? LambdaJSONEncoder {
            return PayloadEncoding(contentType: "application/json") { output, bytes in
                try encoder.encode(output, into: &bytes)
            }
        }
        return PayloadEncoding(contentType: "application/json") { output, bytes in
            // An encoder that assigns to the array, instead of appending, would take the room for
            // the head with it. So it writes into one of its own.
            var body: [UInt8] = []
            try encoder.encode(output, into: &body)
            bytes.append(contentsOf: body)
        }
    }
}

extension PayloadEncoding where Output == Void {
    /// A function that returns nothing answers `null`, so that callers always receive JSON.
    package static var null: Self {
        PayloadEncoding(contentType: "application/json") { _, bytes in
            bytes.append(contentsOf: [0x6E, 0x75, 0x6C, 0x6C])
        }
    }
}
