#if LOCAL_RUNNING
import LambdaEmulator

extension LocalInvocation {
    static func make(_ event: String = "{}", id: String = "8476a536") -> LocalInvocation {
        LocalInvocation(event: Array(event.utf8), requestID: id)
    }
}
#endif
