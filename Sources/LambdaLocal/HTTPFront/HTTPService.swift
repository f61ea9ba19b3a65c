#if LOCAL_RUNNING
/// The service that stands between HTTP clients and a function.
enum HTTPService: Sendable, Hashable {
    /// An HTTP API of API Gateway, with payload format 2.0.
    case httpAPI
    /// An HTTP API of API Gateway, with payload format 1.0.
    case httpAPIInFormatOne
    /// A REST API of API Gateway, whose payload format is 1.0.
    case restAPI
    /// The URL of the function itself.
    case functionURL
    /// An Application Load Balancer, whose target group has multi-value headers or has not.
    case loadBalancer(multiValue: Bool)
}

extension HTTPService {
    /// The service by the name that the command line has for it.
    init?(name: String) {
        guard let service = Self.all.first(where: { $0.name == name }) else { return nil }
        self = service
    }

    static var all: [Self] {
        [
            .httpAPI, .httpAPIInFormatOne, .restAPI, .functionURL,
            .loadBalancer(multiValue: false), .loadBalancer(multiValue: true),
        ]
    }

    /// The name on the command line.
    var name: String {
        switch self {
        case .httpAPI: "v2"
        case .httpAPIInFormatOne: "v1"
        case .restAPI: "rest"
        case .functionURL: "url"
        case .loadBalancer(multiValue: false): "alb"
        case .loadBalancer(multiValue: true): "alb-multi"
        }
    }

    /// The name in messages.
    var title: String {
        switch self {
        case .httpAPI: "an HTTP API of API Gateway"
        case .httpAPIInFormatOne: "an HTTP API of API Gateway in payload format 1.0"
        case .restAPI: "a REST API of API Gateway"
        case .functionURL: "a function URL"
        case .loadBalancer(multiValue: false): "a load balancer"
        case .loadBalancer(multiValue: true): "a load balancer with multi-value headers"
        }
    }

    /// The service whose requests an event type stands for, by the name of the type.
    ///
    /// `nil` for any other type: whether it takes HTTP requests is for the user to say.
    init?(eventType: String) {
        switch eventType {
        // That of LambdaHTTP takes any of them.
        case "APIGatewayV2Request", "HTTPRequest": self = .httpAPI
        case "APIGatewayRequest": self = .restAPI
        case "FunctionURLRequest": self = .functionURL
        case "ALBRequest": self = .loadBalancer(multiValue: false)
        default: return nil
        }
    }

    /// A boolean value indicating whether the service chooses among routes before it calls a function.
    var hasRoutes: Bool { isHTTPAPI || self == .restAPI }

    /// A boolean value indicating whether the service is an HTTP API, in either of its payload formats.
    var isHTTPAPI: Bool { self == .httpAPI || self == .httpAPIInFormatOne }
}
#endif
