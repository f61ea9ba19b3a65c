extension AttributeValue {
    /// What a change of an item did to one attribute.
    ///
    /// ```swift
    /// if let change = record.changedAttributes?["status"], change.newValue == "SHIPPED" { … }
    /// ```
    public struct Change: Hashable, Sendable {
        /// The value before the change.
        ///
        /// `nil` if the item did not have the attribute.
        public var oldValue: AttributeValue?

        /// The value after the change.
        ///
        /// `nil` if the item does not have the attribute any more.
        public var newValue: AttributeValue?

        /// Creates a change.
        ///
        /// Parameters match the properties of the same name.
        public init(oldValue: AttributeValue?, newValue: AttributeValue?) {
            self.oldValue = oldValue
            self.newValue = newValue
        }

        /// The attributes in which two images differ.
        ///
        /// An absent image is an item that is not there if the event says so, and otherwise one that
        /// the stream leaves out: then the answer is `nil`.
        static func between(
            _ old: [String: AttributeValue]?,
            _ new: [String: AttributeValue]?,
            _ eventName: DynamoDBEvent.EventName?
        ) -> [String: Change]? {
            switch (old, new) {
            case (let old?, let new?):
                var changes: [String: Change] = [:]
                for (name, value) in old where new[name] != value {
                    changes[name] = Change(oldValue: value, newValue: new[name])
                }
                for (name, value) in new where old[name] == nil {
                    changes[name] = Change(oldValue: nil, newValue: value)
                }
                return changes
            case (nil, let new?) where eventName == .insert:
                return new.mapValues { Change(oldValue: nil, newValue: $0) }
            case (let old?, nil) where eventName == .remove:
                return old.mapValues { Change(oldValue: $0, newValue: nil) }
            default:
                return nil
            }
        }
    }
}
