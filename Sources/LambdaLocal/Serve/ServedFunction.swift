#if LOCAL_RUNNING
import LambdaEmulator
import LambdaTransport

/// What the service knows about the function that runs here.
struct ServedFunction: Equatable {
    var name: String
    var version = "$LATEST"
    var region = "us-east-1"
    var timeoutSeconds = 3
    /// `nil` where the environment has no number for it.
    var memoryMegabytes: Int?
    /// How many processes may run at once.
    var concurrency = 1

    /// The ARN, with a version or an alias where there is one.
    func arn(_ qualifier: String?) -> String {
        LocalInvocation.functionARN(name: name, region: region) + (qualifier.map { ":" + $0 } ?? "")
    }

    /// How long the function may take to ask for its first event.
    ///
    /// Lambda gives it ten seconds and then, in a second attempt, the timeout of the function.
    var initializationLimit: Duration { .seconds(max(10, timeoutSeconds)) }
}

extension ServedFunction {
    /// The function as its environment has it.
    init(_ environment: LocalEnvironment, timeoutSeconds: Int) {
        name = environment["AWS_LAMBDA_FUNCTION_NAME"] ?? "function"
        version = environment["AWS_LAMBDA_FUNCTION_VERSION"] ?? version
        region = environment["AWS_REGION"] ?? region
        memoryMegabytes = environment["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"].flatMap {
            Int(digits: $0)
        }
        self.timeoutSeconds = timeoutSeconds
    }

    /// How to invoke the function where it is served.
    func invitation(host: String, port: UInt16, service: HTTPService?) -> String {
        let url = "http://\(host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]" : host):\(port)"
        let http = service.map { "\n  curl \(url)/    # through \($0.title)" } ?? ""
        return """
            \(name) is served at \(url), until you press Control-C. Invoke it with:
              aws lambda invoke --endpoint-url \(url) --region \(region) --no-sign-request \
            --function-name \(name) --payload fileb://event.json /dev/stdout
              curl \(url)/2015-03-31/functions/\(name)/invocations --data @event.json\(http)
            """
    }
}
#endif
