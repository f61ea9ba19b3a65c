import LambdaJSON
import LambdaTesting
import LambdaTransport
import Testing

@testable import LambdaRuntime

/// Errors of the handler, of its answer, and of its initialisation.
struct HandlerErrorTests {
    private struct OutOfStock: LambdaReportableError {
        var errorType = "OutOfStock"
        var errorMessage = "There is none left."
    }

    private struct Plain: Error {}

    private enum Problem: Error {
        case missing(Int)
    }

    private struct Described: Error, CustomStringConvertible {
        var description: String
    }

    private func report(
        _ error: @escaping @Sendable () -> any Error
    ) async throws -> (text: String, category: String?) {
        let run = try await LoopRun.run(
            polls: [.invocation("1"), .invocation("2")],
            function { (event: Int, _: LambdaContext) in
                if event == 1 { throw error() }
                return event
            }
        )
        #expect(run.exit == .ended)
        #expect(run.course == ["next", "error", "next", "response", "next"])
        #expect(run.posts[0].header(.contentType) == "application/json")
        return (run.posts[0].text, run.posts[0].header(.functionErrorType))
    }

    @Test func reportsTheTypeAndMessageOfAnError() async throws {
        let own = try await report { OutOfStock() }
        #expect(
            own.text
                == #"{"errorMessage":"There is none left.","errorType":"OutOfStock","stackTrace":[]}"#
        )
        #expect(own.category == "Function.OutOfStock")
        let plain = try await report { Plain() }
        #expect(plain.text == #"{"errorMessage":"Plain()","errorType":"Plain","stackTrace":[]}"#)
        #expect(plain.category == "Function.Plain")
        let problem = try await report { Problem.missing(4) }
        #expect(
            problem.text == #"{"errorMessage":"missing(4)","errorType":"Problem","stackTrace":[]}"#
        )
        let cancelled = try await report { CancellationError() }
        #expect(cancelled.category == "Function.CancellationError")
    }

    @Test(arguments: [
        ("Function.OutOfStock", "Function.OutOfStock"),
        ("Runtime.OutOfStock", "Runtime.OutOfStock"),
        ("outOfStock", "Function.Unknown"),
        ("Out2", "Function.Unknown"),
        ("Out Of Stock", "Function.Unknown"),
        ("X\r\nInjected: yes", "Function.Unknown"),
        ("", "Function.Unknown"),
        ("Q", "Function.Unknown"),
        ("Other.Thing", "Function.Unknown"),
        ("Function.Function.X", "Function.Unknown"),
    ])
    func theHeaderHasTheFormThatTheServiceKeeps(_ type: String, _ header: String) async throws {
        let posted = try await report { OutOfStock(errorType: type) }
        #expect(posted.category == header)
        let body = try LambdaJSONDecoder().decode(JSONValue.self, from: posted.text)
        #expect(body["errorType"]?.stringValue == type)
    }

    @Test func anyMessageBecomesValidJSON() async throws {
        let message = "line\nbreak \"quoted\" \\ \u{0}\u{1F}\u{7F}\t\r \u{2028} \u{1F600}"
        let posted = try await report { Described(description: message) }
        let body = try LambdaJSONDecoder().decode(JSONValue.self, from: posted.text)
        #expect(body["errorMessage"]?.stringValue == message)
    }

    @Test func anEndlessMessageIsCut() async throws {
        let posted = try await report {
            Described(description: String(repeating: "\u{E9}", count: 4_000_000))
        }
        let body = try LambdaJSONDecoder().decode(JSONValue.self, from: posted.text)
        let message = try #require(body["errorMessage"]?.stringValue)
        #expect(message.utf8.count <= 32 * 1024 + 3)
        #expect(message.hasSuffix("\u{E9}…"))
    }

    @Test func aDecodingErrorOfTheHandlerCarriesNoValue() async throws {
        let posted = try await report {
            do {
                return Described(
                    description:
                        "\(try LambdaJSONDecoder().decode([Int].self, from: "[\"secret\"]"))"
                )
            } catch {
                return error
            }
        }
        #expect(
            posted.text
                == #"{"errorMessage":"Could not decode a value at [0]: expected an integer, found a "#
                + #"string (byte 1).","errorType":"DecodingError","stackTrace":[]}"#
        )
    }

    /// A type whose keys are texts.
    private struct Loose: Decodable {
        struct Key: CodingKey {
            let stringValue: String
            var intValue: Int? { nil }
            init?(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Key.self)
            for key in container.allKeys { _ = try container.decode([Int].self, forKey: key) }
            guard let absent = Key(stringValue: "secret-absent") else { return }
            _ = try container.decode(Int.self, forKey: absent)
        }
    }

    private struct Ledger: Decodable {
        var accounts: [String: [String: Account]]?
        var notes: [String: String]?
        var lists: [String: [String]]?
        var loose: Loose?
        var tree: Tree?
        struct Account: Decodable { var balance: Int }
    }

    private final class Tree: Decodable {
        let branch: Tree?
    }

    /// The keys of dictionaries are payload, as their values are.
    @Test(arguments: [
        (
            #"{"accounts":{"secret":{"secret":{"balance":"secret"}}}}"#,
            "at accounts[…][…].balance: expected an integer"
        ),
        (
            #"{"accounts":{"secret":{"secret":{}}}}"#,
            #"at accounts[…][…]: the key "balance" is missing."#
        ),
        (#"{"notes":{"secret":1}}"#, "at notes[…]: expected a string"),
        (#"{"lists":{"secret":["secret",1]}}"#, "at lists[…][1]: expected a string"),
        (#"{"loose":{"secret":[1,"secret"]}}"#, "at loose[…][1]: expected an integer"),
        (#"{"loose":{"secret":[1]}}"#, "at loose: a key is missing."),
    ])
    func anErrorOfTheHandlerCarriesNoKeyOfADictionary(
        _ payload: String,
        _ words: String
    ) throws {
        let error = try #require(throws: DecodingError.self) {
            try LambdaJSONDecoder().decode(Ledger.self, from: payload)
        }
        let message = ErrorReport(error).message
        #expect(message.hasPrefix("Could not decode a value " + words), "\(message)")
        let bytes = Array(message.utf8)
        #expect(
            !bytes.indices.contains { bytes[$0...].starts(with: "secret".utf8) },
            "\(message)"
        )
    }

    @Test func anEndlessKeyOrPathIsNotRepeated() throws {
        let long = String(repeating: "k", count: 500_000)
        let key = try #require(throws: DecodingError.self) {
            try LambdaJSONDecoder().decode([String: Int].self, from: #"{"\#(long)":"x"}"#)
        }
        #expect(ErrorReport(key).message.utf8.count < 200)
        let depth = 300
        let deep =
            String(repeating: #"{"branch":"#, count: depth) + "1"
            + String(repeating: "}", count: depth)
        let path = try #require(throws: DecodingError.self) {
            try LambdaJSONDecoder().decode(Tree.self, from: deep)
        }
        let message = ErrorReport(path).message
        #expect(message.hasPrefix("Could not decode a value at branch.branch."))
        #expect(message.utf8.count < 350)
    }

    /// Another coder has keys of its own in its paths.
    @Test func aPathOfAnotherCoderCarriesNoKeyOfADictionary() {
        enum Known: String, CodingKey { case items }
        let key = Loose.Key(stringValue: "secret")
        let path: [any CodingKey] = [Known.items] + (key.map { [$0] } ?? [])
        let error = DecodingError.typeMismatch(
            Int.self,
            .init(codingPath: path, debugDescription: "secret")
        )
        #expect(
            ErrorReport(error).message == "Could not decode a value at items[…]: expected Int."
        )
    }

    private struct Rates: Encodable {
        var rates: [String: [Double]] = [:]
        var byName: [String: Double] = [:]
        var loose: [String: LooseRate] = [:]
        var nested: LooseRates?

        struct LooseRates: Encodable {
            func encode(to encoder: any Encoder) throws {
                var container = encoder.container(keyedBy: Loose.Key.self)
                guard let key = Loose.Key(stringValue: "secret") else { return }
                var inner = container.nestedContainer(keyedBy: Loose.Key.self, forKey: key)
                try inner.encode(LooseRate(), forKey: key)
            }
        }

        /// A type whose keys are texts.
        struct LooseRate: Encodable {
            func encode(to encoder: any Encoder) throws {
                var container = encoder.container(keyedBy: Loose.Key.self)
                guard let key = Loose.Key(stringValue: "secret") else { return }
                try container.encode(Double.infinity, forKey: key)
            }
        }
    }

    @Test(arguments: [
        (Rates(rates: ["secret": [1, .nan]]), "rates[…][1]"),
        (Rates(byName: ["secret": .nan]), "byName[…]"),
        (Rates(loose: ["secret": .init()]), "loose[…][…]"),
        (Rates(nested: .init()), "nested[…][…][…]"),
    ])
    private func anEncodingErrorOfTheHandlerCarriesNoKeyOfADictionary(
        _ rates: Rates,
        _ path: String
    ) throws {
        let error = try #require(throws: EncodingError.self) {
            try LambdaJSONEncoder().encode(rates)
        }
        #expect(
            ErrorReport(error).message.hasPrefix(
                "Could not encode a value at \(path): expected a finite number, found NaN or an infinity"
            )
        )
    }

    @Test func anEncodingErrorOfTheHandlerCarriesNoValue() async throws {
        let posted = try await report {
            EncodingError.invalidValue(
                "secret",
                .init(codingPath: [], debugDescription: "cannot encode 'secret'")
            )
        }
        #expect(
            posted.text
                == #"{"errorMessage":"Could not encode a value: a value of type String has no JSON "#
                + #"form.","errorType":"EncodingError","stackTrace":[]}"#
        )
        #expect(posted.category == "Function.EncodingError")
    }

    @Test func anEndlessTypeIsCut() async throws {
        let type = String(repeating: "X", count: 100_000)
        let posted = try await report { OutOfStock(errorType: type) }
        let body = try LambdaJSONDecoder().decode(JSONValue.self, from: posted.text)
        #expect(body["errorType"]?.stringValue == String(type.prefix(256)) + "…")
        #expect(posted.category == "Function.Unknown")
    }

    @Test func theCallerHearsOfAnErrorBeforeTheLogDoes() async throws {
        struct Witness: LambdaLogSink {
            let api: ScriptedRuntimeAPI
            let requests = Monitor<[Int]>([])

            func write(_ record: LambdaLogger.Record) {
                guard record.level == .error else { return }
                requests.withLock { $0.append(api.requests.count) }
            }
        }
        let api = try ScriptedRuntimeAPI(polls: [.invocation("1")])
        let witness = Witness(api: api)
        let loop = InvocationLoop(
            endpoint: api.endpoint,
            logger: LambdaLogger(sink: witness),
            patience: .test,
            makeFunction: function { (_: Int, _: LambdaContext) -> Int in throw Plain() }
        )
        #expect(await loop.run() == .ended)
        await api.stop()
        // The poll and the report.
        #expect(witness.requests.withLock { $0 } == [2])
    }

    @Test func anAnswerThatCannotBeEncodedIsAnError() async throws {
        let run = try await LoopRun.run(
            polls: [.invocation("1"), .invocation("2")],
            function { (event: Int, _: LambdaContext) in
                ["ratio": event == 1 ? Double.nan : 2]
            }
        )
        #expect(run.exit == .ended)
        #expect(run.course == ["next", "error", "next", "response", "next"])
        #expect(
            run.posts[0].text.hasPrefix(
                #"{"errorMessage":"Could not encode Dictionary<String, Double> at […]: "#
            )
        )
        #expect(run.posts[0].header(.functionErrorType) == "Runtime.ResponseInvalid")
    }

    // MARK: Initialisation

    @Test func reportsAFailedInitialisation() async throws {
        let run = try await LoopRun.run(polls: [.invocation("1")]) { throw OutOfStock() }
        #expect(run.exit == .initializationFailed)
        #expect(run.exit.status == 1)
        #expect(run.requests.map(\.path) == ["/2018-06-01/runtime/init/error"])
        #expect(
            run.posts[0].text
                == #"{"errorMessage":"There is none left.","errorType":"OutOfStock","stackTrace":[]}"#
        )
        #expect(run.posts[0].header(.functionErrorType) == "Function.OutOfStock")
        #expect(run.posts[0].header(.invocationID) == nil)
        #expect(run.lines == ["FATAL The function could not be initialised. There is none left."])
    }

    @Test(arguments: [400, 403, 500])
    func endsAfterAFailedInitialisationWhateverTheServiceSays(_ status: Int) async throws {
        let run = try await LoopRun.run(posts: [.status(status)]) { throw Plain() }
        #expect(run.exit == .initializationFailed)
        #expect(run.requests.count == 1)
        #expect(run.logs.count == 2)
    }

    @Test func pollsOnlyWhenTheHandlerIsReady() async throws {
        let run = try await LoopRun.run(polls: [.invocation("1")]) {
            await Task.yield()
            return try await echo()
        }
        #expect(run.exit == .ended)
        #expect(run.posts.map(\.text) == ["1"])
    }
}
