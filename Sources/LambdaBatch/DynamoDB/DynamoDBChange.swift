public import LambdaDynamoDBEvents

/// What a change did to an item of a table, with the item as a type of yours.
public struct DynamoDBChange<Item: Sendable>: Sendable {
    /// What happened to the item.
    ///
    /// `nil` in handwritten events.
    public var eventName: DynamoDBEvent.EventName?

    /// The item before the change.
    ///
    /// `nil` if the item was inserted, or the stream's view type leaves it out.
    public var old: Item?

    /// The item after the change.
    ///
    /// `nil` if the item was removed, or the stream's view type leaves it out.
    public var new: Item?

    /// Creates a change.
    ///
    /// Parameters match the properties of the same name.
    public init(eventName: DynamoDBEvent.EventName?, old: Item? = nil, new: Item? = nil) {
        self.eventName = eventName
        self.old = old
        self.new = new
    }
}

extension DynamoDBChange: Equatable where Item: Equatable {}
