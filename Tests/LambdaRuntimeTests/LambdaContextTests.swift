import LambdaJSON
import LambdaTesting
import Testing

@testable import LambdaRuntime

struct LambdaContextTests {
    @Test func aTestNamesOnlyWhatMatters() {
        let context = LambdaContext()
        #expect(context.requestID == "00000000-0000-4000-8000-000000000000")
        #expect(context.remainingTime > .seconds(2))
        #expect(context.remainingTime <= .seconds(3))
        #expect(context.traceID == nil)
        #expect(context.clientContext == nil)
        #expect(context.cognitoIdentity == nil)
        #expect(context.tenantID == nil)
        #expect(context.functionName == nil)
        #expect(context.initializationType == nil)
    }

    @Test func hasWhatItWasGiven() {
        let client = LambdaContext.ClientContext(
            client: .init(installationID: "i", appTitle: "t"),
            custom: ["key": ["nested": [1, 2.5, nil]]],
            environment: ["locale": "de"],
            w3c: .init(traceparent: "00-a-b-01")
        )
        let context = LambdaContext(
            requestID: "r",
            invokedFunctionARN: nil,
            remainingTime: .milliseconds(500),
            traceID: "Root=1",
            clientContext: client,
            cognitoIdentity: LambdaContext.CognitoIdentity(identityID: "a", identityPoolID: "b"),
            tenantID: "blue",
            functionName: "f",
            functionVersion: "7",
            memoryLimitMB: 256,
            logGroupName: "g",
            logStreamName: "s",
            region: "eu-central-1",
            initializationType: .snapStart
        )
        #expect(context.requestID == "r")
        #expect(context.invokedFunctionARN == nil)
        #expect(context.remainingTime <= .milliseconds(500))
        #expect(context.deadline <= .now.advanced(by: .milliseconds(500)))
        #expect(context.traceID == "Root=1")
        #expect(context.clientContext == client)
        #expect(context.cognitoIdentity?.identityPoolID == "b")
        #expect(context.tenantID == "blue")
        #expect(context.functionName == "f")
        #expect(context.functionVersion == "7")
        #expect(context.memoryLimitMB == 256)
        #expect(context.logGroupName == "g")
        #expect(context.logStreamName == "s")
        #expect(context.region == "eu-central-1")
        #expect(context.initializationType == .snapStart)
    }

    @Test(arguments: [Duration.seconds(-5), .zero, .seconds(Int64.min), .nanoseconds(-1)])
    func remainingTimeIsNeverNegative(_ time: Duration) {
        #expect(LambdaContext(remainingTime: time).remainingTime == .zero)
    }

    @Test func aDistantDeadlineDoesNotOverflow() {
        let context = LambdaContext(remainingTime: .seconds(Int64.max))
        #expect(context.remainingTime > .seconds(900_000_000))
    }

    @Test func readsBothSpellingsOfCustom() {
        let upper = LambdaContext.ClientContext(json: ["Custom": ["a": 1]])
        let lower = LambdaContext.ClientContext(json: ["custom": ["a": 1]])
        #expect(upper.custom == lower.custom)
        #expect(upper.custom == ["a": 1])
    }

    @Test func whatACallerMisspellsDoesNotTakeTheRestWithIt() throws {
        let text = #"{"client":7,"custom":{"a":1},"env":[],"w3c":{"traceparent":"x"},"more":0}"#
        let json = try LambdaJSONDecoder().decode(JSONValue.self, from: text)
        let context = LambdaContext.ClientContext(json: json)
        #expect(context.json["more"] == 0)
        #expect(context.client == nil)
        #expect(context.custom == ["a": 1])
        #expect(context.environment.isEmpty)
        #expect(context.w3c?.traceparent == "x")
    }

    @Test func anUnknownInitializationTypeHasItsName() {
        #expect(LambdaContext.InitializationType(rawValue: "new").description == "new")
    }

    @Test(
        "Lambda-Runtime-Aws-Tenant-Id: 1-256 characters",
        arguments: FailureMatrix.Driver.allCases,
        [1, 2, 255, 256]
    )
    func tellsTheTenant(_ driver: FailureMatrix.Driver, _ length: Int) async throws {
        // All that AWS allows in a tenant's identifier.
        let alphabet = "aZ09_.:/=+-@ b"
        var tenant = ""
        while tenant.utf8.count < length { tenant += alphabet }
        tenant = String(tenant.prefix(length - 1)) + "x"
        let function = { @Sendable (_: Int, context: LambdaContext) in
            context.logger.info("here")
            return context.tenantID
        }
        try await withLambda(function, options: driver.options) { lambda in
            let invocation = try await lambda.invoke(1, with: .init(tenantID: tenant))
            #expect(try invocation.output(as: String.self) == tenant)
            #expect(invocation.logs.map(\.tenantID) == [tenant])
            // The next one has none.
            #expect(try await lambda.invoke(1).text == "null")
        }
    }
}
