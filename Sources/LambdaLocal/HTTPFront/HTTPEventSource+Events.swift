#if LOCAL_RUNNING
import LambdaEmulator

extension HTTPEventSource {
    /// Payload format 2.0, of HTTP APIs and function URLs: what is empty is left out.
    ///
    /// <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html>
    var formatTwo: OrderedJSON {
        let rawPath = eventPath
        let parameters = HTTPQuery(query, isDecoded: true)
        var members: [OrderedJSON.Member] = [
            ("version", .string("2.0")),
            ("routeKey", .string(match.route.key)),
            ("rawPath", .string(rawPath)),
            ("rawQueryString", .string(query)),
        ]
        if !cookies.isEmpty { members.append(("cookies", .array(cookies.map(OrderedJSON.string)))) }
        members.append(
            ("headers", .texts(groupedFields.map { ($0.name, $0.values.joined(separator: ",")) }))
        )
        if !parameters.isEmpty {
            members.append(("queryStringParameters", .texts(parameters.joined)))
        }
        members.append(("requestContext", formatTwoContext(rawPath: rawPath)))
        if !match.variables.isEmpty {
            let variables = match.variables.map {
                ($0.name, PercentDecoding.decode($0.value, plusIsSpace: false))
            }
            members.append(("pathParameters", .texts(variables)))
        }
        if let body { members.append(("body", .string(body))) }
        members.append(("isBase64Encoded", .bool(isBase64Encoded)))
        return .object(members)
    }

    /// The path as the event has it.
    ///
    /// An HTTP API undoes its escapes, in spite of the name `rawPath`, but for those of slashes, which would
    /// divide it otherwise. The others send it as it came.
    private var eventPath: String {
        service.isHTTPAPI
            ? PercentDecoding.decode(path, plusIsSpace: false, keepingSlashes: true) : path
    }

    private func formatTwoContext(rawPath: String) -> OrderedJSON {
        let isFunctionURL = service == .functionURL
        let http: [OrderedJSON.Member] = [
            ("method", .string(request.method)),
            ("path", .string(rawPath)),
            ("protocol", .string("HTTP/1.\(request.minorVersion)")),
            ("sourceIp", .string(request.sourceIP)),
            ("userAgent", .string(userAgent ?? "")),
        ]
        return .object([
            // The account of a URL without authentication.
            ("accountId", .string(isFunctionURL ? "anonymous" : Self.account)),
            ("apiId", .string(Self.apiID)),
            ("domainName", .string(request.host)),
            ("domainPrefix", .string(domainPrefix)),
            ("http", .object(http)),
            // For a function URL it is documented to be the id of the invocation.
            ("requestId", .string(isFunctionURL ? call.requestID : call.apiRequestID)),
            ("routeKey", .string(match.route.key)),
            ("stage", .string("$default")),
            (
                "time",
                .string(AccessLogTime.text(epochMilliseconds: call.epochMilliseconds))
            ),
            ("timeEpoch", .integer(call.epochMilliseconds)),
        ])
    }

    private var domainPrefix: String { String(request.host.prefix { $0 != "." }) }
}

extension HTTPEventSource {
    /// Payload format 1.0, as REST APIs send it, and HTTP APIs if they are told to: null stands for what is empty.
    ///
    /// <https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html>
    var formatOne: OrderedJSON {
        let parameters = HTTPQuery(query, isDecoded: true)
        let resource = match.route.path ?? path
        // Unlike a REST API, an HTTP API says which version it is, and undoes the escapes of variables.
        let version: [OrderedJSON.Member] =
            service == .httpAPIInFormatOne ? [("version", .string("1.0"))] : []
        let variables = match.variables.map {
            (
                $0.name,
                service == .httpAPIInFormatOne
                    ? PercentDecoding.decode($0.value, plusIsSpace: false) : $0.value
            )
        }
        return .object(
            version + [
                ("resource", .string(resource)),
                ("path", .string(eventPath)),
                ("httpMethod", .string(request.method)),
                ("headers", .texts(lastFields)),
                ("multiValueHeaders", .lists(groupedFields)),
                ("queryStringParameters", parameters.isEmpty ? .null : .texts(parameters.last)),
                (
                    "multiValueQueryStringParameters",
                    parameters.isEmpty ? .null : .lists(parameters.parameters)
                ),
                ("pathParameters", variables.isEmpty ? .null : .texts(variables)),
                ("stageVariables", .null),
                ("requestContext", formatOneContext(resource: resource)),
                ("body", OrderedJSON(body)),
                ("isBase64Encoded", .bool(isBase64Encoded)),
            ]
        )
    }

    private func formatOneContext(resource: String) -> OrderedJSON {
        let identity: [OrderedJSON.Member] = [
            ("cognitoIdentityPoolId", .null),
            ("accountId", .null),
            ("cognitoIdentityId", .null),
            ("caller", .null),
            ("sourceIp", .string(request.sourceIP)),
            ("principalOrgId", .null),
            ("accessKey", .null),
            ("cognitoAuthenticationType", .null),
            ("cognitoAuthenticationProvider", .null),
            ("userArn", .null),
            ("userAgent", OrderedJSON(userAgent)),
            ("user", .null),
        ]
        return .object([
            ("resourceId", .string(Self.apiID)),
            ("resourcePath", .string(resource)),
            ("httpMethod", .string(request.method)),
            ("extendedRequestId", .string(call.apiRequestID)),
            (
                "requestTime",
                .string(AccessLogTime.text(epochMilliseconds: call.epochMilliseconds))
            ),
            // Without the stage, as on a domain of one's own: there is none in the URLs here.
            ("path", .string(eventPath)),
            ("accountId", .string(Self.account)),
            ("protocol", .string("HTTP/1.\(request.minorVersion)")),
            // No name of a stage that a function may take for its production.
            ("stage", .string(service == .restAPI ? "local" : "$default")),
            ("domainPrefix", .string(domainPrefix)),
            ("requestTimeEpoch", .integer(call.epochMilliseconds)),
            ("requestId", .string(call.requestID)),
            ("identity", .object(identity)),
            ("domainName", .string(request.host)),
            ("deploymentId", .string(Self.apiID)),
            ("apiId", .string(Self.apiID)),
        ])
    }
}

extension HTTPEventSource {
    /// What a load balancer sends: paths and queries with their escapes, and either kind of maps.
    ///
    /// <https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html>
    func loadBalancer(multiValue: Bool) -> OrderedJSON {
        let parameters = HTTPQuery(query, isDecoded: false)
        let targetGroup =
            "arn:aws:elasticloadbalancing:us-east-1:\(Self.account):targetgroup/local/0123456789abcdef"
        var members: [OrderedJSON.Member] = [
            (
                "requestContext",
                .object([("elb", .object([("targetGroupArn", .string(targetGroup))]))])
            ),
            ("httpMethod", .string(request.method)),
            ("path", .string(path)),
        ]
        if multiValue {
            members.append(("multiValueQueryStringParameters", .lists(parameters.parameters)))
            members.append(("multiValueHeaders", .lists(groupedFields)))
        } else {
            members.append(("queryStringParameters", .texts(parameters.last)))
            members.append(("headers", .texts(lastFields)))
        }
        members.append(("body", .string(body ?? "")))
        members.append(("isBase64Encoded", .bool(isBase64Encoded)))
        return .object(members)
    }
}
#endif
