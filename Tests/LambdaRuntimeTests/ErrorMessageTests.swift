import LambdaTesting
import LambdaTransport
import Testing

@testable import LambdaRuntime

/// The exact words that other tests do not have in passing.
struct ErrorMessageTests {
    @Test(arguments: [
        (
            Endpoint.Flaw.missingPort,
            #"AWS_LAMBDA_RUNTIME_API is "x". The port is missing. Expected host:port."#
        ),
        (
            .invalidPort,
            #"AWS_LAMBDA_RUNTIME_API is "x". The port is not a number from 1 to 65535. "#
                + "Expected host:port."
        ),
        (
            .missingHost,
            #"AWS_LAMBDA_RUNTIME_API is "x". The host is missing. Expected host:port."#
        ),
        (
            .invalidHost,
            #"AWS_LAMBDA_RUNTIME_API is "x". The host is neither a name nor an address. "#
                + "Expected host:port or [IPv6]:port."
        ),
        (
            .unbracketedIPv6,
            #"AWS_LAMBDA_RUNTIME_API is "x". An IPv6 address needs square brackets. "#
                + "Expected [IPv6]:port."
        ),
        (
            .notHostAndPort,
            #"AWS_LAMBDA_RUNTIME_API is "x". Expected host:port, without scheme or path."#
        ),
        (.empty, #"AWS_LAMBDA_RUNTIME_API is "x". Expected host:port."#),
    ])
    func endpoints(_ flaw: Endpoint.Flaw, _ text: String) {
        let error = LambdaError.endpointInvalid("x", flaw)
        #expect(error.description == text)
        #expect(error.code == .endpointInvalid)
    }

    @Test func theRest() throws {
        let endpoint = try Endpoint("127.0.0.1:9001")
        #expect(
            LambdaError.threadUnavailable(11).message
                == "The system gave no thread to run the function on (error 11). Check the limit "
                + "on threads of the process."
        )
        let closed = HTTPFailure(.closed)
        #expect(
            LambdaError.extensionFailed("POST /x", closed).message
                == "POST /x failed. The connection was closed before a response. Lambda ends the "
                + "function without notice, and its shutdown hook does not run."
        )
        #expect(
            LambdaError.extensionRefused("POST /x", 403).message
                == "POST /x returned status 403. Expected 200. Lambda ends the function without "
                + "notice, and its shutdown hook does not run."
        )
        #expect(
            LambdaError.extensionUnidentified("POST /x").message
                == "POST /x was answered without a Lambda-Extension-Identifier header. Lambda ends "
                + "the function without notice, and its shutdown hook does not run."
        )
        #expect(
            LambdaError.shutdownLate("The shutdown hook has", .milliseconds(500)).message
                == "The shutdown hook has not ended within the 500 ms that the function has to shut "
                + "down."
        )
        #expect(
            LambdaError.restorationLate(.seconds(10)).message
                == "The hook has not ended within the 10000 ms that Lambda gives it after a restore."
        )
        #expect(
            LambdaError.requestFailed("GET /x", closed, endpoint: endpoint).message
                == "GET /x at 127.0.0.1:9001 failed. The connection was closed before a response."
        )
        #expect(
            LambdaError.answerUncertain("POST /x", HTTPFailure(.stalled)).message
                == "POST /x was sent, and not confirmed. No response came within the time limit. "
                + "It is not sent again, because the service may have received it."
        )
        #expect(
            LambdaError.eventTruncated(closed).message
                == "The event did not arrive whole. The connection was closed before a response. "
                + "The handler was not called."
        )
        #expect(
            LambdaError.internalError("x").message
                == "Internal error: x. Report this to the maintainers of swift-lambda."
        )
        #expect(
            LambdaError.responseTooLarge(6_412_331).message
                == "The response is 6,412,331 bytes. Lambda accepts at most 6,291,556. Stream it, "
                + "or store it in S3."
        )
    }

    @Test func everyCodeIsOfTheFormThatTheServiceKeeps() {
        let form = /(?:Runtime|Function)\.[A-Z][a-zA-Z]+/
        for code in LambdaError.Code.allCases {
            let report = ErrorReport(LambdaError(code, ""))
            #expect(report.category.wholeMatch(of: form) != nil, "\(report.category)")
        }
    }

    @Test func everyCodeHasARowInTheDocumentation() throws {
        // The file lies at a known place relative to this one.
        let path = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let text = try #require(TextFile.read("/\(path)/Documentation/Errors.md"))
        for code in LambdaError.Code.allCases {
            #expect(text.contains("| `\(code.rawValue)` |"), "\(code.rawValue)")
        }
        let documented = text.split(separator: "\n").filter { $0.hasPrefix("| `") }
        #expect(documented.count == LambdaError.Code.allCases.count)
    }
}
