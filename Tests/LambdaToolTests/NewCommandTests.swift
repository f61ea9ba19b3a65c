import Testing

@testable import LambdaTool

struct NewCommandTests {
    @Test(arguments: ["", "1st", "my-function", "über", "a b", String(repeating: "a", count: 61)])
    func refusesNamesThatAreNoTypes(_ name: String) {
        #expect(
            throws: ToolError(
                "\"\(name)\" cannot be the name of a function. Expected a Swift type's: letters and digits, "
                    + "a letter first, at most 60."
            )
        ) {
            try NewCommand(["--name", name])
        }
    }

    @Test
    func listsTheEventsThereAre() {
        #expect(
            throws: ToolError(
                "There is no template for the event \"mqtt\". Expected one of: plain, http, apigateway-v2, s3, "
                    + "sqs, sns, kinesis, dynamodb, eventbridge, schedule."
            )
        ) {
            try FunctionTemplate.named("mqtt")
        }
    }

    @Test
    func saysWhichArgumentIsMissing() {
        #expect(throws: ToolError("--executable is missing.")) {
            try ArchiveCommand(["--name", "Hello"])
        }
        #expect(throws: ToolError("Expected an option and its value, not \"Hello\".")) {
            try ArchiveCommand(["Hello"])
        }
    }
}
