import LambdaRuntime
import LambdaTransport

/// Which invocation is the first of the process.
enum ColdStart {
    /// The invocation that asked first.
    private static let first = Monitor<String?>(nil)

    /// Whether an invocation is the first, and somebody waited for the function to start.
    static func isFirst(_ context: LambdaContext) -> Bool {
        switch context.initializationType {
        case nil, .onDemand, .snapStart: break
        default: return false
        }
        if let isColdStart = context.isColdStartInTest { return isColdStart }
        return first.withLock { first in
            if first == nil {
                first = context.requestID
                return true
            }
            return false
        }
    }
}
