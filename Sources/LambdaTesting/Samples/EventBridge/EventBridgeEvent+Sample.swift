public import LambdaEvents
public import LambdaJSON

extension EventBridgeEvent {
    /// Makes an event with a detail.
    ///
    /// ```swift
    /// let placed = EventBridgeEvent.sample(
    ///     detail: OrderPlaced(id: 7),
    ///     detailType: "OrderPlaced",
    ///     source: "com.example.orders"
    /// )
    /// let upload = EventBridgeEvent.sample(detail: S3ObjectCreatedDetail.sample(key: "a.png"))
    /// let anything = EventBridgeEvent<JSONValue>.sample(detail: ["id": 7])
    /// ```
    ///
    /// - Parameters:
    ///   - detail: What happened.
    ///   - detailType: What kind of event it is. The default is what the type of the detail says, if
    ///     it is an `EventBridgeDetail`, and the name of the type otherwise.
    ///   - source: Who sent the event. The default is what the type of the detail says, if it is an
    ///     `EventBridgeDetail`, and `com.example.orders` otherwise.
    ///   - resources: The ARNs of what the event is about.
    ///   - replayName: The name of the replay that sends the event again. The default is none.
    ///   - index: The place of the event among those of a test. Its ID follows from it.
    ///   - time: When the event happened.
    ///   - region: The region the event was sent in.
    ///   - accountID: The account that sent the event.
    /// - Returns: The event.
    public static func sample(
        detail: Detail,
        detailType: EventBridgeDetailType? = nil,
        source: EventBridgeSource? = nil,
        resources: [String] = [],
        replayName: String? = nil,
        index: Int = 0,
        time: Timestamp = .sample,
        region: AWSRegion = .usEast1,
        accountID: String = "123456789012"
    ) -> EventBridgeEvent {
        let known = Detail.self as? any EventBridgeDetail.Type
        return EventBridgeEvent(
            id: SampleID.uuid("6a7e8feb", index),
            detailType: detailType ?? known?.detailTypes.first
                ?? EventBridgeDetailType(rawValue: "\(Detail.self)"),
            source: source ?? known?.sources.first ?? "com.example.orders",
            account: accountID,
            time: time.withoutFraction,
            region: region.rawValue,
            resources: resources,
            detail: detail,
            replayName: replayName
        )
    }
}

extension EventBridgeEvent where Detail: EventBridgeDetail {
    /// Makes an event as an AWS service sends it: the sample that comes with this library, in which
    /// some values are others.
    ///
    /// ```swift
    /// let stopped = try EventBridgeEvent<ECSTaskStateChangeDetail>.sample(
    ///     replacing: ["detail.lastStatus": "STOPPED"]
    /// )
    /// ```
    ///
    /// There is one for each type of detail in this library. The event and its detail are also
    /// changed as any other value is: every member is a `var`.
    ///
    /// - Parameter changes: The values by their paths; see
    ///   ``Fixture/replacing(_:with:)-(_,JSONValue)``.
    /// - Returns: The event.
    /// - Throws: ``FixtureError`` if a path leads nowhere or the result does not decode, and
    ///   ``LambdaTestError`` for a type of detail that is not of this library.
    public static func sample(
        replacing changes: KeyValuePairs<String, JSONValue> = [:]
    ) throws -> EventBridgeEvent {
        guard let name = DetailSamples.fixture(of: Detail.self),
            let folder = FixtureSearch.libraryFolder
        else { throw LambdaTestError.noSample(of: Detail.self) }
        // A file of the test's own by that name does not count.
        return try EventBridgeEvent(fixture: "\(folder)/\(name)", replacing: changes)
    }
}
