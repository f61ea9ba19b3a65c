/// What the writers of one call to `encode` share.
final class EncodingSession {
    private(set) var hook: (any JSONEncodingHook)?
    /// Whether there is a hook, which costs less to ask than to look at it.
    private(set) var hasHook = false
    @exclusivity(unchecked)
    private var sendableUserInfo: [CodingUserInfoKey: any Sendable]

    /// Whether an encoder was asked for a second container, so that names may be repeated.
    var mayRepeatNames = false

    /// The first misuse that could not be thrown where it happened.
    private var failure: EncodingError?
    /// Whether there was one, which costs less to ask than to look at it.
    private var hasFailed = false

    init(userInfo: [CodingUserInfoKey: any Sendable] = .init(), hook: (any JSONEncodingHook)? = nil)
    {
        sendableUserInfo = userInfo
        guard let hook else { return }
        self.hook = hook
        hasHook = true
    }

    /// Lets go of all that belonged to the call.
    func clear() {
        mayRepeatNames = false
        if hasHook {
            hook = nil
            hasHook = false
        }
        if !sendableUserInfo.isEmpty { sendableUserInfo = .init() }
        if hasFailed {
            failure = nil
            hasFailed = false
        }
    }

    var userInfo: [CodingUserInfoKey: Any] { UserInfo.handedOn(sendableUserInfo) }

    func fail(_ error: EncodingError) {
        if hasFailed { return }
        failure = error
        hasFailed = true
    }

    /// Throws the first misuse, if there was one.
    func throwFailure() throws {
        if hasFailed, let failure { throw failure }
    }
}
