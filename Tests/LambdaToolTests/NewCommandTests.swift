import Testing

@testable import LambdaTool

struct NewCommandTests {
    @Test(arguments: [
        "", "1st", "my-function", "Über", "A b", "hello", "class", "Self",
        String(repeating: "A", count: 61),
    ])
    func refusesNamesThatAreNoTypes(_ name: String) {
        #expect(
            throws: ToolError(
                "\"\(name)\" cannot be the name of a function. Expected a Swift type's: letters and digits, "
                    + "a capital first, at most 60."
            )
        ) {
            try NewCommand(["--name", name])
        }
    }

    @Test(arguments: [
        ("Order", "sqs"), ("Pet", "http"), ("OrderPlaced", "eventbridge"), ("S3Event", "s3"),
        ("LambdaRuntime", "plain"), ("LambdaTesting", "plain"), ("Event", "plain"),
    ])
    func refusesNamesOfWhatTheFunctionUses(_ name: String, _ event: String) {
        #expect(
            throws: ToolError(
                "A function for the event \"\(event)\" uses something else that is called \(name). Choose "
                    + "another name."
            )
        ) {
            try NewCommand(["--name", name, "--event", event])
        }
    }

    @Test(arguments: FunctionTemplate.all.map(\.event))
    func takesOtherNames(_ event: String) {
        // What is missing is asked for after the name: it was taken.
        #expect(throws: ToolError("--package is missing.")) {
            try NewCommand(["--name", "Hello", "--event", event])
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
