/// A detail that says which events carry it.
///
/// Details need not conform to be decoded; conforming lets ``EventBridgeEvent/matches(_:)`` and
/// `decode(ifMatching:)` pick them by source and detail type. Like the pattern of a rule, a detail
/// lists the values that it goes with:
///
/// ```swift
/// struct OrderPlaced: EventBridgeDetail {
///     static let sources: [EventBridgeSource] = ["com.example.orders"]
///     static let detailTypes: [EventBridgeDetailType] = ["OrderPlaced"]
///
///     var orderID: String
/// }
/// ```
///
/// The details of AWS services in this library conform.
public protocol EventBridgeDetail: Decodable, Sendable {
    /// The sources of the events that carry the detail.
    ///
    /// Empty if any source may send it.
    static var sources: [EventBridgeSource] { get }

    /// The detail types of the events that carry the detail.
    static var detailTypes: [EventBridgeDetailType] { get }
}

extension EventBridgeDetail {
    /// Whether events of a source and detail type carry the detail.
    ///
    /// - Parameters:
    ///   - source: The source of an event.
    ///   - detailType: The detail type of the event.
    /// - Returns: Whether ``sources`` and ``detailTypes`` list them.
    public static func matches(
        source: EventBridgeSource,
        detailType: EventBridgeDetailType
    ) -> Bool {
        let sources = sources
        return detailTypes.contains(detailType) && (sources.isEmpty || sources.contains(source))
    }
}
