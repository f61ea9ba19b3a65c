#if LOCAL_RUNNING
/// What local running is told of the function in this executable.
package struct LocalFunction {
    /// The name of the event type, such as `S3Event`.
    let eventType: String
    /// Whether a payload decodes as such an event.
    let decodes: ([UInt8]) -> Bool

    package init(eventType: String, decodes: @escaping ([UInt8]) -> Bool) {
        self.eventType = eventType
        self.decodes = decodes
    }
}
#endif
