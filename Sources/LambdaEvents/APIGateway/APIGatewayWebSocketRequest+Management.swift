public import LambdaEventsShared
import LambdaHTTPShared

extension APIGatewayWebSocketRequest.Context {
    /// When the event came in, read from ``requestTime``.
    ///
    /// `nil` if that is missing, or text of another form.
    public var requestTimestamp: Timestamp? { requestTime.flatMap(HumanDate.accessLog) }

    /// The address of the API with which a function sends to clients: the endpoint to give to a
    /// client of AWS's API Gateway Management API.
    ///
    /// For a domain of API Gateway that is `https://<domain>/<stage>`. A custom domain maps a path
    /// of its own choice to the stage, which the event does not tell: for one it is
    /// `https://<domain>`, to which you append that path if there is one.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html>
    public var managementEndpoint: String {
        domainName.hasPrefix(apiID + ".")
            ? "https://\(domainName)/\(stage)" : "https://\(domainName)"
    }

    /// The address of this connection below ``managementEndpoint``: a signed `POST` sends to the
    /// client, `GET` tells about it, `DELETE` closes the connection.
    public var connectionURL: String {
        managementEndpoint + "/@connections/" + URLEncoding.encode(connectionID)
    }
}
