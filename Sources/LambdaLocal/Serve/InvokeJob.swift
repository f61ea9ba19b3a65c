#if LOCAL_RUNNING
import LambdaEmulator

/// An invocation on its way through the server.
struct InvokeJob {
    var invocation: LocalInvocation
    /// Who waits for it.
    ///
    /// `nil` for an event, which nobody waits for, and for a caller that has been answered.
    var caller: Caller?
    /// How often an event has been handed to the function, this time included.
    var attempt = 1
    /// Where the response goes that comes in pieces.
    var delivery = Delivery.none

    /// Whoever waits for the answer.
    struct Caller {
        let connection: Int
        let kind: Kind

        /// What the answer is to be.
        enum Kind {
            /// That of the Invoke API, perhaps with the end of the log.
            case invoke(wantsLog: Bool)
            /// That of the Invoke API in pieces, perhaps with the end of the log.
            case stream(wantsLog: Bool)
            /// The response to a request that has become an event.
            case http(HTTPExchange)
        }

        /// Whether the answer can only be given when the invocation is over.
        var awaitsEnd: Bool {
            switch kind {
            case .invoke(let wantsLog), .stream(let wantsLog): wantsLog
            case .http: false
            }
        }
    }

    /// Whether the function is tried again where it fails.
    let isEvent: Bool

    /// What becomes of a response in pieces.
    enum Delivery {
        /// There has been none.
        case none
        /// It is kept for a caller who gets it as a whole.
        case kept([UInt8])
        /// It is larger than such a caller may get.
        case tooLarge
        /// It begins with the head of an HTTP response, which has yet to arrive.
        case head(HTTPPrelude)
        /// It goes to the caller as it comes.
        case underway
    }
}
#endif
