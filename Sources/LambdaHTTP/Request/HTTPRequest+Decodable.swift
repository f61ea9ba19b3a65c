import LambdaALBEvents
import LambdaAPIGatewayEvents
import LambdaAPIGatewayV2Events
import LambdaFunctionURLEvents
import LambdaJSON

extension HTTPRequest: Decodable {
    /// Reads the event of any of the services, and finds out by its members which it is.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if the JSON value is none of these events.
    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Member.self)
        let context = try? members.nestedContainer(keyedBy: Member.self, forKey: .requestContext)
        if let context, context.contains(.elb) {
            self.init(try ALBRequest(from: decoder))
        } else if members.contains(.rawPath) {
            if Self.isOfFunctionURL(context) {
                self.init(try FunctionURLRequest(from: decoder))
            } else {
                self.init(try APIGatewayV2Request(from: decoder))
            }
        } else if members.contains(.httpMethod) {
            self.init(try APIGatewayRequest(from: decoder))
        } else {
            let problem = LambdaJSONError(
                "Expected an event of API Gateway (REST or HTTP API), of a function URL or of a load balancer",
                at: 0
            )
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: decoder.codingPath,
                    debugDescription: problem.description,
                    underlyingError: problem
                )
            )
        }
    }

    /// Whether an event in payload format 2.0 comes from a function URL.
    ///
    /// It does not say so in so many words. Its domain does, and so does the account of a URL that is open to
    /// anyone.
    private static func isOfFunctionURL(_ context: KeyedDecodingContainer<Member>?) -> Bool {
        guard let context else { return false }
        if (try? context.decode(String.self, forKey: .accountID)) == "anonymous" { return true }
        guard let domain = try? context.decode(String.self, forKey: .domainName),
            let dot = domain.utf8.firstIndex(of: UInt8(ascii: "."))
        else { return false }
        return domain.utf8[dot...].starts(with: ".lambda-url.".utf8)
    }

    private enum Member: String, CodingKey {
        case rawPath
        case httpMethod
        case requestContext
        case elb
        case accountID = "accountId"
        case domainName
    }
}
