/// A detail that is one of several, chosen by the source and the detail type of the event.
///
/// A function whose rule lets several kinds of events through declares an enum of their details and
/// says which one belongs to which event. The handler then switches over the enum, and the compiler
/// sees to it that it forgets none:
///
/// ```swift
/// enum Change: EventBridgeDetailChoice {
///     case uploaded(S3ObjectCreatedDetail)
///     case ordered(OrderPlaced)
///     case other(JSONValue)
///
///     init(_ detail: EventBridgeDetailDecoder) throws {
///         switch (detail.source, detail.detailType) {
///         case (.s3, .s3ObjectCreated): self = .uploaded(try detail.decode())
///         case ("com.example.orders", "OrderPlaced"): self = .ordered(try detail.decode())
///         default: self = .other(try detail.decode())
///         }
///     }
/// }
///
/// func handle(_ event: EventBridgeEvent<Change>, context: LambdaContext) async throws {
///     switch event.detail {
///     case .uploaded(let upload): try await index(upload)
///     case .ordered(let order): try await ship(order)
///     case .other: context.logger.info("Ignoring an event", ["type": "\(event.detailType)"])
///     }
/// }
/// ```
///
/// Only the detail that is chosen is decoded, and only once. Give the enum a case for what a later
/// change of the rule lets through, as above; an event that fails to decode is sent again and again.
public protocol EventBridgeDetailChoice: Decodable, Sendable {
    /// Chooses a detail and decodes it.
    ///
    /// - Parameter detail: The detail of an event, with the source and the detail type to choose by.
    /// - Throws: What decoding the detail throws.
    init(_ detail: EventBridgeDetailDecoder) throws
}

extension EventBridgeDetailChoice {
    /// Asks the event to choose, since the detail alone does not say what it is.
    ///
    /// - Parameter decoder: The decoder of the detail.
    /// - Throws: Always. ``EventBridgeEvent`` knows what to do about it.
    public init(from decoder: any Decoder) throws {
        throw DetailChoiceRequest { try Self($0) }
    }
}

/// What a choice throws to be called again with the source and the detail type.
///
/// An event asks its detail to decode itself, and hears of a choice only where there is one. So
/// details that are none pay nothing, not even for the question, which would search all conformances
/// of the program.
struct DetailChoiceRequest: Error, CustomStringConvertible {
    let choose: @Sendable (EventBridgeDetailDecoder) throws -> Any

    func detail<Detail>(of undecoded: EventBridgeDetailDecoder) throws -> Detail {
        guard let detail = try choose(undecoded) as? Detail else { throw self }
        return detail
    }

    var description: String {
        "An EventBridgeDetailChoice decodes as the detail of an EventBridgeEvent, nowhere else."
    }
}
