import LambdaEvents
import LambdaJSON
import LambdaRuntime
import LambdaTesting
import LambdaTransport
import Testing

/// Running handlers of all kinds, and what is seen of it.
struct WithLambdaTests {
    @Test func runsAHandlerThatIsGiven() async throws {
        try await withLambda(Shop(discount: 2)) { lambda in
            let invocation = try await lambda.invoke(Order(item: "tea", quantity: 3))
            #expect(try invocation.output(as: Receipt.self) == Receipt(total: 13))
            #expect(try invocation.text == #"{"total":13}"#)
            #expect(try invocation.output == Array(#"{"total":13}"#.utf8))
            #expect(invocation.error == nil)
            #expect(invocation.answer?.header(.contentType) == "application/json")
            #expect(
                invocation.answer?.path
                    == "/2018-06-01/runtime/invocation/\(invocation.requestID)/response"
            )
        }
    }

    @Test func beginsWithTheInitialiserOfAType() async throws {
        let price = try await withLambda(Shop.self) { lambda in
            let error = try await lambda.initializationError()
            #expect(error == nil)
            return try await lambda.invoke(Order(item: "tea", quantity: 1)).output(as: Receipt.self)
        }
        #expect(price == Receipt(total: 5))
    }

    @Test func runsAClosure() async throws {
        let function = { @Sendable (order: Order, context: LambdaContext) in
            Receipt(total: order.quantity)
        }
        try await withLambda(function) { lambda in
            let invocation = try await lambda.invoke(Order(item: "tea", quantity: 3))
            #expect(try invocation.output(as: Receipt.self) == Receipt(total: 3))
        }
    }

    @Test func runsHandlersThatAnswerWithNothing() async throws {
        try await withLambda(Silent()) { lambda in
            let invocation = try await lambda.invoke("1")
            #expect(try invocation.text == "null")
        }
        try await withLambda(Silent.self) { lambda in
            let invocation = try await lambda.invoke("1")
            #expect(try invocation.text == "null")
        }
        let closure = { @Sendable (_: Int, _: LambdaContext) in }
        try await withLambda(closure) { lambda in
            let invocation = try await lambda.invoke("1")
            #expect(try invocation.text == "null")
        }
    }

    @Test func sendsTextAndBytesAsTheyAre() async throws {
        let echo = { @Sendable (event: [UInt8], _: LambdaContext) in event }
        try await withLambda(echo) { lambda in
            let text = try await lambda.invoke("no {json")
            let bytes = try await lambda.invoke([0, 255] as [UInt8])
            let fixture = try Fixture("sqs/standard.json")
            let file = try await lambda.invoke(fixture: "sqs/standard.json")
            let changed = try fixture.replacing("Records[0].body", with: "x")
            let overlaid = try await lambda.invoke(changed)
            #expect(try text.text == "no {json")
            #expect(try bytes.output == [0, 255])
            #expect(try file.output == fixture.bytes)
            #expect(try overlaid.output(as: SQSEvent.self).records[0].body == "x")
        }
    }

    @Test func usesTheCodersOfTheHandler() async throws {
        try await withLambda(Rot()) { lambda in
            let invocation = try await lambda.invoke("1")
            #expect(try invocation.text == "<7>")
        }
    }

    @Test func handsTheParametersToTheHandler() async throws {
        let contexts = Monitor<[LambdaContext]>([])
        let function = { @Sendable (_: Int, context: LambdaContext) in
            contexts.withLock { $0.append(context) }
        }
        let parameters = TestLambda.Parameters(
            requestID: "order-1",
            timeout: .seconds(86_400),
            functionARN: "arn:aws:lambda:eu-central-1:123456789012:function:shop:live",
            traceID: "Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1",
            clientContext: .init(custom: ["key": "value"]),
            cognitoIdentity: .init(identityID: "identity", identityPoolID: "pool"),
            tenantID: "blue"
        )
        try await withLambda(function) { lambda in
            let invocation = try await lambda.invoke("1", with: parameters)
            #expect(invocation.requestID == "order-1")
            #expect(!invocation.timedOut)
        }
        let context = try #require(contexts.withLock { $0.first })
        #expect(context.requestID == "order-1")
        // However slow the machine is, a test does not take hours.
        #expect(context.remainingTime > .seconds(70_000))
        #expect(context.remainingTime <= .seconds(86_400))
        #expect(context.invokedFunctionARN == parameters.functionARN)
        #expect(context.traceID == parameters.traceID)
        #expect(context.clientContext?.custom == ["key": "value"])
        #expect(context.cognitoIdentity?.identityPoolID == "pool")
        #expect(context.tenantID == "blue")
    }

    @Test func hasTheErrorAsItWasPosted() async throws {
        try await withLambda(Shop.self) { lambda in
            let thrown = try await lambda.invoke(Order(item: "moon", quantity: 1))
            let undecodable = try await lambda.invoke(#"{"item": "tea"}"#)
            #expect(
                thrown.error
                    == ReportedError(
                        type: "OutOfStock",
                        message: "There is no moon.",
                        functionErrorType: "Function.OutOfStock"
                    )
            )
            #expect(undecodable.error?.type == "Runtime.EventInvalid")
            let error = #expect(throws: LambdaTestError.self) {
                try thrown.output(as: Receipt.self)
            }
            #expect(error?.code == .invocationFailed)
            #expect(
                error?.description == "The invocation failed. OutOfStock: There is no moon."
            )
            #expect(error?.reportedError == thrown.error)
        }
    }

    @Test func keepsTheLogsOfEachInvocationApart() async throws {
        try await withLambda(Shop.self) { lambda in
            let first = try await lambda.invoke(Order(item: "tea", quantity: 1))
            let second = try await lambda.invoke(Order(item: "moon", quantity: 1))
            #expect(first.logs.contains(.info, "Selling", ["item": "tea"]))
            #expect(first.logs.count == 1)
            #expect(second.logs.map(\.level) == [.info, .error])
            #expect(lambda.log.records.count == 3)
            try first.logs.expectNone(atLeast: .warn)
        }
    }

    @Test func measuresTheTimeUntilTheAnswer() async throws {
        let slow = { @Sendable (event: Int, _: LambdaContext) in
            try await Task.sleep(for: .milliseconds(20))
            return event
        }
        try await withLambda(slow) { lambda in
            let invocation = try await lambda.invoke("1")
            #expect(invocation.duration >= .milliseconds(20))
        }
    }

    @Test func saysThatAnAnswerCameTooLate() async throws {
        let late = { @Sendable (event: Int, context: LambdaContext) in
            if event == 1 {
                try await Task.sleep(until: context.deadline + .milliseconds(5), clock: .continuous)
            }
            return event
        }
        try await withLambda(late) { lambda in
            let invocation = try await lambda.invoke(
                "1",
                with: .init(timeout: .milliseconds(20))
            )
            #expect(invocation.timedOut)
            #expect(try invocation.text == "1")
            #expect(invocation.logs.map(\.level) == [.error])
            let next = try await lambda.invoke("2")
            #expect(try next.text == "2")
        }
    }

    @Test func reportsAFailedInitialisation() async throws {
        try await withLambda(Closed.self) { lambda in
            let reported = try await lambda.initializationError()
            #expect(reported?.type == "OutOfStock")
            #expect(reported?.message == "There is no shop.")
            let error = await #expect(throws: LambdaTestError.self) {
                try await lambda.invoke("1")
            }
            #expect(error?.code == .initializationFailed)
            #expect(
                error?.description
                    == "The function could not be initialized. OutOfStock: There is no shop."
            )
            #expect(try await lambda.end() == .initializationFailed)
            #expect(lambda.requests.map(\.operation) == ["error"])
        }
    }

    @Test func handlesSeveralInvocationsAtOnce() async throws {
        // Each waits until all are under way, so that one after the other they would not end.
        let meeting = Meeting(of: 4)
        let function = { @Sendable (event: Int, _: LambdaContext) in
            await meeting.join()
            return event
        }
        let options = TestLambda.Options(concurrency: 4)
        try await withLambda(function, options: options) { lambda in
            try await withThrowingTaskGroup(of: (Int, String).self) { group in
                for number in 0..<4 {
                    group.addTask { (number, try await lambda.invoke("\(number)").text) }
                }
                for try await (number, text) in group { #expect(text == "\(number)") }
            }
            #expect(lambda.connections == 4)
        }
    }

    @Test func createsTheHandlerOnceForAllSlots() async throws {
        let options = TestLambda.Options(concurrency: 3)
        try await withLambda(CountedStarts.self, options: options) { lambda in
            for _ in 0..<9 {
                let invocation = try await lambda.invoke("1")
                #expect(try invocation.text == "1")
            }
        }
    }

    @MainActor
    @Test func staysWhereTheTestIs() async throws {
        var seen: [String] = []
        try await withLambda(Shop.self) { lambda in
            let invocation = try await lambda.invoke(Order(item: "tea", quantity: 1))
            MainActor.assertIsolated()
            seen.append(try invocation.text)
        }
        #expect(seen == [#"{"total":5}"#])
    }

    @Test func runsAFunctionThatInvokesAnother() async throws {
        try await withLambda(Shop.self) { shop in
            let manager = { @Sendable (order: Order, _: LambdaContext) in
                try await shop.invoke(order).output(as: Receipt.self).total + 100
            }
            try await withLambda(manager) { lambda in
                let invocation = try await lambda.invoke(Order(item: "tea", quantity: 1))
                #expect(try invocation.text == "105")
            }
        }
    }
}
