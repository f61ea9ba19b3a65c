#if LOCAL_RUNNING
import Testing

@testable import LambdaLocal

struct LocalRunTests {
    @Test
    func printsTheHelp() {
        let result = run(["./.build/debug/Hello", "--help"])
        #expect(result.status == 0)
        #expect(result.output == LocalCommand.help(program: "Hello"))
        #expect(result.log == "")
    }

    @Test
    func saysInOneLineHowToRunTheFunction() {
        let result = run(["./.build/debug/Hello"])
        #expect(result.status == 64)
        #expect(result.output == "")
        #expect(
            result.log
                == "Hello is a Lambda function. Run it here with: Hello invoke EVENT.json, or serve, or "
                + "samples. See: Hello --help\n"
        )
    }

    @Test
    func saysThatAFileIsMissing() {
        let result = run(["Hello", "invoke", "/nowhere/event.json"])
        #expect(result.status == 66)
        #expect(
            result.log == "\"/nowhere/event.json\" cannot be read: No such file or directory.\n"
        )
    }

    @Test
    func saysThatAFolderIsNoEvent() {
        let result = run(["Hello", "invoke", "/"])
        #expect(result.status == 66)
        #expect(result.log == "\"/\" cannot be read: Is a directory.\n")
    }

    @Test(arguments: [
        ("", "e is empty. Expected JSON."),
        ("{\n  \"name\": \"Ada\",\n}", "(line 3, column 1)"),
        ("[\"é🌻\" 1]", "(line 1, column 7)"),
        ("secret", "(line 1, column 1)"),
        ("{", "(line 1, column 2)"),
    ])
    func saysWhereAnEventIsNotJSON(_ text: String, _ expected: String) {
        let fault = #expect(throws: LocalFault.self) {
            try LocalEvent.check(Array(text.utf8), name: "e")
        }
        #expect(fault?.status == 65)
        #expect(fault?.message.contains(expected) == true)
        #expect(fault?.message.contains("secret") == false)
    }

    @Test(arguments: ["null", "7", " {\"a\": [1, 2.5e3, \"x\", true]}\n"])
    func takesAnyJSON(_ text: String) throws {
        try LocalEvent.check(Array(text.utf8), name: "e")
    }

    @Test
    func findsLinesAndColumnsOutsideTheText() {
        let bytes = Array("a\nb".utf8)
        #expect(LocalEvent.position(of: 99, in: bytes) == (2, 2))
        #expect(LocalEvent.position(of: -1, in: bytes) == (1, 1))
    }

    private func run(
        _ arguments: [String],
        samples: SampleFolder = .ofLibrary
    ) -> (status: Int32, output: String, log: String) {
        var output: [UInt8] = []
        var log: [UInt8] = []
        let run = LocalRun(
            LocalFunction(eventType: "Hello") { $0.count < 10 },
            output: { output += $0 },
            log: { log += $0 }
        )
        let status = run.run(arguments)
        return (
            status, String(decoding: output, as: UTF8.self), String(decoding: log, as: UTF8.self)
        )
    }
}
#endif
