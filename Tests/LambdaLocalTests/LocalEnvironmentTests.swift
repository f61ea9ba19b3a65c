#if LOCAL_RUNNING
import Testing

@testable import LambdaLocal

struct LocalEnvironmentTests {
    @Test
    func setsWhatLambdaSets() {
        var environment = LocalEnvironment([])
        environment.fillIn(function: "Hello", executable: "/srv/Hello", date: "2026/11/20")
        let expected = [
            "AWS_REGION": "us-east-1", "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_LAMBDA_FUNCTION_NAME": "Hello", "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "128",
            "AWS_LAMBDA_LOG_GROUP_NAME": "/aws/lambda/Hello",
            "AWS_LAMBDA_INITIALIZATION_TYPE": "on-demand", "AWS_LAMBDA_LOG_FORMAT": "Text",
            "_HANDLER": "Hello", "LAMBDA_TASK_ROOT": "/srv", "TZ": ":UTC",
        ]
        for (name, value) in expected {
            #expect(environment[name] == value)
        }
        let stream = environment["AWS_LAMBDA_LOG_STREAM_NAME"] ?? ""
        #expect(stream.hasPrefix("2026/11/20/[$LATEST]"))
        #expect(stream.count == 20 + 32)
    }

    @Test
    func keepsWhatTheUserHasSet() {
        let own = [
            "AWS_LAMBDA_FUNCTION_NAME=Mine", "AWS_DEFAULT_REGION=eu-north-1", "TZ=",
            "AWS_LAMBDA_FUNCTION_VERSION=42",
        ]
        var environment = LocalEnvironment(own)
        environment.fillIn(function: "Hello", executable: "/Hello", date: "2026/11/20")
        #expect(environment["AWS_LAMBDA_FUNCTION_NAME"] == "Mine")
        #expect(environment["AWS_LAMBDA_LOG_GROUP_NAME"] == "/aws/lambda/Mine")
        #expect(environment["AWS_REGION"] == "eu-north-1")
        #expect(environment["AWS_LAMBDA_LOG_STREAM_NAME"]?.hasPrefix("2026/11/20/[42]") == true)
        #expect(environment["TZ"] == "")
        #expect(environment["LAMBDA_TASK_ROOT"] == "/")
        #expect(environment.entries.starts(with: own))
    }

    @Test
    func replacesAVariableThatMustBeOurs() {
        var environment = LocalEnvironment(["A=1", "B=2", "A=3"])
        environment.set("A", "4=5")
        #expect(environment.entries == ["B=2", "A=4=5"])
        #expect(environment["A"] == "4=5")
    }
}
#endif
