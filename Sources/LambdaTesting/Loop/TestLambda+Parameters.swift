import LambdaJSON
public import LambdaRuntime

extension TestLambda {
    /// What an invocation comes with, besides its event.
    ///
    /// ```swift
    /// try await lambda.invoke(order, with: .init(timeout: .milliseconds(200), tenantID: "blue"))
    /// ```
    public struct Parameters: Sendable {
        /// The identifier of the invocation.
        ///
        /// The default is a new one.
        public var requestID: String

        /// How long the function may take, from the moment it is given the event.
        ///
        /// An answer that comes later is refused with status 410, as Lambda does, and the
        /// invocation is ``TestLambda/Invocation/timedOut``. The default is a quarter of an
        /// hour, the longest that Lambda allows, so that a busy machine changes nothing.
        public var timeout: Duration

        /// The ARN with which the function is invoked.
        public var functionARN: String

        /// The X-Ray trace header.
        ///
        /// `nil` for none.
        public var traceID: String?

        /// What a mobile application sends about itself.
        ///
        /// `nil` for none.
        public var clientContext: LambdaContext.ClientContext?

        /// The Amazon Cognito identity that invokes the function.
        ///
        /// `nil` for none.
        public var cognitoIdentity: LambdaContext.CognitoIdentity?

        /// The tenant for which the function is invoked.
        ///
        /// `nil` for a function without tenant isolation.
        public var tenantID: String?

        /// Creates parameters.
        ///
        /// Parameters match the properties of the same name.
        public init(
            requestID: String? = nil,
            timeout: Duration = .seconds(900),
            functionARN: String = "arn:aws:lambda:us-east-1:123456789012:function:test-function",
            traceID: String? = nil,
            clientContext: LambdaContext.ClientContext? = nil,
            cognitoIdentity: LambdaContext.CognitoIdentity? = nil,
            tenantID: String? = nil
        ) {
            self.requestID = requestID ?? Self.makeRequestID()
            self.timeout = timeout
            self.functionARN = functionARN
            self.traceID = traceID
            self.clientContext = clientContext
            self.cognitoIdentity = cognitoIdentity
            self.tenantID = tenantID
        }

        /// The header fields that say so, in the order in which the service sends them.
        func headers(deadlineMilliseconds: Int64) -> [(RuntimeAPIHeader, String)] {
            var headers: [(RuntimeAPIHeader, String)] = [
                (.requestID, requestID),
                (.deadline, "\(deadlineMilliseconds)"),
                (.functionARN, functionARN),
            ]
            if let traceID { headers.append((.traceID, traceID)) }
            if let clientContext { headers.append((.clientContext, "\(clientContext.json)")) }
            if let cognitoIdentity {
                let json: JSONValue = [
                    "cognitoIdentityId": .string(cognitoIdentity.identityID),
                    "cognitoIdentityPoolId": .string(cognitoIdentity.identityPoolID),
                ]
                headers.append((.cognitoIdentity, "\(json)"))
            }
            if let tenantID { headers.append((.tenantID, tenantID)) }
            return headers
        }

        /// An identifier as Lambda makes them: a random UUID in lower case.
        private static func makeRequestID() -> String {
            // RFC 9562 section 5.4: version 4 in bits 48-51, variant 0b10 in bits 64-65.
            let high = UInt64.random(in: 0...UInt64.max) & 0xffff_ffff_ffff_0fff | 0x4000
            let low = UInt64.random(in: 0...UInt64.max) >> 2 | 1 << 63
            let digits = [high, low].flatMap { half in
                (1...16).map { half >> UInt64(64 - 4 * $0) & 0xf }
            }
            var id = ""
            for (index, digit) in digits.enumerated() {
                if [8, 12, 16, 20].contains(index) { id += "-" }
                id += String(digit, radix: 16)
            }
            return id
        }
    }
}
