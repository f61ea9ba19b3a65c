/// What the writers of one call to `encode` share.
final class EncodingSession {
    let hook: (any JSONEncodingHook)?
    private let sendableUserInfo: [CodingUserInfoKey: any Sendable]

    /// Whether an encoder was asked for a second container, so that names may be repeated.
    var mayRepeatNames = false

    /// The first misuse that could not be thrown where it happened.
    private(set) var failure: EncodingError?

    init(userInfo: [CodingUserInfoKey: any Sendable], hook: (any JSONEncodingHook)?) {
        sendableUserInfo = userInfo
        self.hook = hook
    }

    var userInfo: [CodingUserInfoKey: Any] { sendableUserInfo }

    func fail(_ error: EncodingError) {
        if failure == nil { failure = error }
    }
}
