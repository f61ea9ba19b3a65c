#if LOCAL_RUNNING
import LambdaEmulator
import TestSupport
import Testing

@testable import LambdaLocal

@Suite(.blocking)
struct SampleTests {
    @Test
    func listsTheSamplesThatTheFunctionTakes() {
        let result = run(["samples"]) { $0.count > 2000 }
        #expect(result.status == 0)
        let lines = result.output.split(separator: Character("\n"))
        #expect(!lines.isEmpty)
        for line in lines { #expect(!line.hasSuffix(".json") && line.contains("/")) }
        #expect(result.log.isEmpty)
    }

    @Test
    func leavesOutWhatFunctionsAnswer() throws {
        let names = try SampleFolder.ofLibrary.names()
        #expect(names.contains("s3/object-created"))
        #expect(!names.contains("alb/response"))
        #expect(!names.contains("kinesis/batch-response"))
    }

    @Test
    func leavesOutEventsWithoutRecordsOfOtherServices() {
        // As a function of S3 events: what has no record of another service has none that is wrong.
        let result = run(["samples"]) { bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            return text.contains(#""Records": []"#) || text.contains(#""s3SchemaVersion""#)
        }
        let names = result.output.split(separator: Character("\n"))
        #expect(names.contains("s3/empty"))
        #expect(names.contains("s3/object-created"))
        #expect(names.allSatisfy { $0.hasPrefix("s3/") })
    }

    @Test
    func saysThatTheFunctionTakesNone() {
        let result = run(["samples"]) { _ in false }
        #expect(result.status == 0)
        #expect(result.output.isEmpty)
        #expect(
            result.log == "Hello takes none of the samples, which are events of AWS services.\n"
        )
    }

    @Test(arguments: ["s3/empty", "s3/empty.json"])
    func printsASample(_ name: String) {
        let result = run(["samples", name])
        #expect(result.status == 0)
        #expect(result.output.hasPrefix("{"))
    }

    @Test(arguments: ["s3/nothing", "../../LambdaJSON", "/etc/passwd", "", "s3"])
    func doesNotKnowOtherSamples(_ name: String) {
        for arguments in [["samples", name], ["invoke", "--sample", name]] {
            let result = run(arguments)
            #expect(result.status == 66)
            #expect(result.log == "There is no sample \"\(name)\". See: Hello samples\n")
        }
    }

    @Test
    func saysThatTheSamplesAreOnAnotherMachine() {
        let result = run(["samples"], folder: SampleFolder(path: "/nowhere/Fixtures"))
        #expect(result.status == 66)
        #expect(
            result.log
                == "The samples are not on this machine: this executable was built where they are in "
                + "/nowhere/Fixtures. Build it here to have them.\n"
        )
    }

    private func run(
        _ arguments: [String],
        folder: SampleFolder = .ofLibrary,
        decodes: @escaping ([UInt8]) -> Bool = { _ in true }
    ) -> (status: Int32, output: String, log: String) {
        var output: [UInt8] = []
        var log: [UInt8] = []
        let run = LocalRun(
            LocalFunction(eventType: "Event", decodes: decodes),
            output: { output += $0 },
            log: { log += $0 },
            samples: folder
        )
        let status = run.run(["./Hello"] + arguments)
        return (
            status, String(decoding: output, as: UTF8.self), String(decoding: log, as: UTF8.self)
        )
    }
}
#endif
