public import Hummingbird
public import LambdaHTTP
public import Logging
import LoggingBridge

/// What Hummingbird's handlers and middleware get to know about a request to a function.
public struct LambdaRequestContext: RequestContext {
    /// What every context of Hummingbird has.
    public var coreContext: CoreRequestContextStorage

    /// The request as the library has it, with the identity that the service has found out.
    public let request: LambdaHTTP.HTTPRequest

    /// What Lambda knows about the invocation.
    public let lambda: LambdaContext

    /// Creates a context.
    ///
    /// - Parameter source: What it is made of.
    public init(source: Source) {
        coreContext = CoreRequestContextStorage(source: source)
        request = source.request
        lambda = source.lambda
    }

    /// What the context of a request is made of.
    public struct Source: RequestContextSource {
        /// The logger of the invocation.
        public let logger: Logger

        let request: LambdaHTTP.HTTPRequest
        let lambda: LambdaContext

        /// Creates a source.
        ///
        /// - Parameters:
        ///   - request: The request.
        ///   - lambda: What Lambda knows about the invocation.
        public init(request: LambdaHTTP.HTTPRequest, lambda: LambdaContext) {
            self.request = request
            self.lambda = lambda
            var logger = Logger(lambda, label: "hummingbird")
            // Hummingbird takes the ID of a request from here.
            logger[metadataKey: "hb.request.id"] = .string(lambda.requestID)
            self.logger = logger
        }
    }
}
