import LambdaRuntime
import LambdaTesting
import Testing

/// What the service and the network can do to an event on its way.
struct BrokenEventTests {
    @Test(arguments: [ServiceFault.Ending.close, .reset, .stall], FailureMatrix.Driver.allCases)
    func answersAnEventThatBreaksOff(
        _ ending: ServiceFault.Ending,
        _ driver: FailureMatrix.Driver
    ) async throws {
        try await withLambda(FailureMatrix.echo, options: driver.impatient) { lambda in
            let broken = try await lambda.invoke(
                #"{"article":"tea"}"#,
                faults: [.event(.brokenOff(missing: 3, then: ending))]
            )
            let next = try await lambda.invoke("1")
            #expect(broken.error?.functionErrorType == "Runtime.EventTruncated")
            #expect(try next.text == "1")
            #expect(lambda.course == ["next", "error", "next", "response", "next"])
            #expect(lambda.connections == 2)
        }
    }

    @Test(arguments: FailureMatrix.Driver.allCases)
    func pollsAgainWhenAHeadBreaksOff(_ driver: FailureMatrix.Driver) async throws {
        try await withLambda(FailureMatrix.echo, options: driver.impatient) { lambda in
            let broken = try await lambda.invoke(
                "1",
                faults: [.event(.brokenOff(missing: 10, then: .stall))]
            )
            let next = try await lambda.invoke("2")
            #expect(broken.answer == nil)
            #expect(throws: LambdaTestError.self) { try broken.text }
            #expect(try next.text == "2")
            #expect(lambda.course == ["next", "next", "response", "next"])
            #expect(
                lambda.lines.map { $0.hasSuffix("The response stopped in the middle.") } == [true]
            )
        }
    }

    @Test(arguments: ["67108865", "99999999999999999999"], FailureMatrix.Driver.allCases)
    func answersAnEventThatIsTooLargeToTake(
        _ length: String,
        _ driver: FailureMatrix.Driver
    ) async throws {
        try await withLambda(FailureMatrix.echo, options: driver.options) { lambda in
            let large = try await lambda.invoke("[", faults: [.event(.contentLength(length))])
            let next = try await lambda.invoke("1")
            let error = try #require(large.error)
            #expect(error.message.contains("The body is larger than the limit set for it"))
            #expect(try next.text == "1")
        }
    }

    @Test("incoming event of 6.5 MB", arguments: FailureMatrix.Driver.allCases)
    func takesAnEventLargerThanLambdaSends(_ driver: FailureMatrix.Driver) async throws {
        let size = { @Sendable (event: [UInt8], _: LambdaContext) in event.count }
        try await withLambda(size, options: driver.options) { lambda in
            let payload = [UInt8](repeating: 0x20, count: 6_815_744)
            let invocation = try await lambda.invoke(payload)
            #expect(try invocation.text == "6815744")
        }
    }

    @Test("Connection: close on /next", arguments: FailureMatrix.Driver.allCases)
    func honoursConnectionClose(_ driver: FailureMatrix.Driver) async throws {
        try await withLambda(FailureMatrix.echo, options: driver.options) { lambda in
            for event in ["1", "2"] {
                let invocation = try await lambda.invoke(
                    event,
                    faults: [.event(.closingTheConnection)]
                )
                #expect(try invocation.text == event)
            }
            #expect(lambda.requests.map(\.connection) == [1, 2, 2, 3, 3])
            #expect(lambda.lines.isEmpty)
        }
    }

    @Test(arguments: FailureMatrix.Driver.allCases)
    func doesNotReuseAConnectionWithBytesNobodyAskedFor(_ driver: FailureMatrix.Driver) async throws
    {
        try await withLambda(FailureMatrix.echo, options: driver.options) { lambda in
            let first = try await lambda.invoke("1", faults: [.event(.surplus("surplus"))])
            #expect(try first.text == "1")
            #expect(try await lambda.invoke("2").text == "2")
            #expect(lambda.connections == 2)
        }
    }

    @Test(arguments: [[], [1], [5, 3, 3]], FailureMatrix.Driver.allCases)
    func readsAnEventInChunks(_ sizes: [Int], _ driver: FailureMatrix.Driver) async throws {
        try await withLambda(FailureMatrix.echo, options: driver.options) { lambda in
            let event = "hello world and all who live in it"
            let invocation = try await lambda.invoke(event, faults: [.event(.chunked(sizes))])
            #expect(try invocation.text == event)
            #expect(lambda.connections == 1)
            #expect(lambda.lines.isEmpty)
        }
    }

    @Test(arguments: ["1.0", "1.1"], FailureMatrix.Driver.allCases)
    func readsAnEventThatEndsWithItsConnection(
        _ version: String,
        _ driver: FailureMatrix.Driver
    ) async throws {
        try await withLambda(FailureMatrix.echo, options: driver.options) { lambda in
            let invocation = try await lambda.invoke(
                "hello",
                faults: [.event(.untilClose(version: version))]
            )
            #expect(try invocation.text == "hello")
            #expect(lambda.lines.isEmpty)
        }
    }

    @Test(arguments: [[ServiceFault](), [.event(.chunked([2]))]], FailureMatrix.Driver.allCases)
    func readsAnEventThatComesByteByByte(
        _ faults: [ServiceFault],
        _ driver: FailureMatrix.Driver
    ) async throws {
        try await withLambda(FailureMatrix.echo, options: driver.options) { lambda in
            let slow = ServiceFault.event(.inPieces(of: 1, pause: .microseconds(20)))
            let invocation = try await lambda.invoke("[1,2,3]", faults: faults + [slow])
            #expect(try invocation.text == "[1,2,3]")
            #expect(lambda.connections == 1)
        }
    }

    @Test(arguments: FailureMatrix.Driver.allCases)
    func readsAnEventThatIsSplitAnywhere(_ driver: FailureMatrix.Driver) async throws {
        try await withLambda(FailureMatrix.echo, options: driver.options) { lambda in
            for offset in 1..<330 {
                let faults: [ServiceFault] = [
                    .event(.chunked([4])), .event(.split(at: [offset])),
                ]
                let invocation = try await lambda.invoke("[1,2,3]", faults: faults)
                #expect(try invocation.text == "[1,2,3]")
            }
            #expect(lambda.connections == 1)
            #expect(lambda.lines.isEmpty)
        }
    }

    @Test("/next without request id", arguments: FailureMatrix.Driver.allCases)
    func doesNotHandleAnEventWithoutRequestID(_ driver: FailureMatrix.Driver) async throws {
        try await withLambda(FailureMatrix.echo, options: driver.options) { lambda in
            let nameless = try await lambda.invoke("1", faults: [.event(.without(.requestID))])
            #expect(nameless.answer == nil)
            #expect(try await lambda.invoke("2").text == "2")
            #expect(
                lambda.lines == [
                    "ERROR The invocation has no Lambda-Runtime-Aws-Request-Id header. "
                        + "It cannot be answered."
                ]
            )
        }
    }

    @Test(
        "/next without deadline, or with a bad one",
        arguments: [
            ServiceFault.Delivery.without(.deadline), .header(.deadline, "soon"),
            .header(.deadline, "-5"),
        ],
        FailureMatrix.Driver.allCases
    )
    func handlesAnEventWithoutUsableDeadline(
        _ delivery: ServiceFault.Delivery,
        _ driver: FailureMatrix.Driver
    ) async throws {
        let remaining = { @Sendable (_: Int, context: LambdaContext) in
            context.remainingTime.components.seconds
        }
        try await withLambda(remaining, options: driver.options) { lambda in
            let invocation = try await lambda.invoke("1", faults: [.event(delivery)])
            #expect((600...900).contains(try invocation.output(as: Int.self)))
            #expect(invocation.logs.map(\.level) == [.warn])
        }
    }

    @Test("/next without ARN", arguments: FailureMatrix.Driver.allCases)
    func handlesAnEventWithoutFunctionARN(_ driver: FailureMatrix.Driver) async throws {
        let hasARN = { @Sendable (_: Int, context: LambdaContext) in
            context.invokedFunctionARN != nil
        }
        try await withLambda(hasARN, options: driver.options) { lambda in
            let invocation = try await lambda.invoke(
                "1",
                faults: [.event(.without(.functionARN))]
            )
            #expect(try invocation.text == "false")
            #expect(invocation.logs.map(\.level) == [.warn])
        }
    }
}
