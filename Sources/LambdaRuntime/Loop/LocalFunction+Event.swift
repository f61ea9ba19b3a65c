#if LOCAL_RUNNING
import LambdaLocal

extension LocalFunction {
    /// The function of an event type, and of what decodes it.
    init<Event: Decodable & Sendable>(_ event: Event.Type, _ decoder: any PayloadDecoder) {
        let decoding = PayloadDecoding<Event>.decodable(decoder)
        self.init(eventType: "\(event)") { bytes in
            (try? bytes.withUnsafeBytes { try decoding.run($0) }) != nil
        }
    }
}
#endif
