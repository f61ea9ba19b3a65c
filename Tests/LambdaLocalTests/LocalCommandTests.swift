#if LOCAL_RUNNING
import Testing

@testable import LambdaLocal

struct LocalCommandTests {
    @Test(
        arguments: [
            (["invoke", "event.json"], .init(source: .file("event.json"))),
            (["invoke", "-"], .init(source: .standardInput)),
            (
                ["invoke", "--timeout", "900", "event.json"],
                .init(source: .file("event.json"), timeoutSeconds: 900)
            ),
            (
                ["invoke", "event.json", "--timeout=1", "--memory=10240"],
                .init(source: .file("event.json"), timeoutSeconds: 1, memoryMegabytes: 10240)
            ),
            (
                ["invoke", "--raw", "--memory", "128", "a b/ç.json"],
                .init(source: .file("a b/ç.json"), memoryMegabytes: 128, isRaw: true)
            ),
        ] as [([String], LocalCommand.Invoke)]
    )
    func readsAnInvocation(_ arguments: [String], _ expected: LocalCommand.Invoke) throws {
        #expect(try LocalCommand.parse(arguments, program: "Hello") == .invoke(expected))
    }

    @Test(arguments: [["--help"], ["-h"], ["help"], ["invoke", "--help"], ["invoke", "-h", "x"]])
    func readsARequestForHelp(_ arguments: [String]) throws {
        #expect(try LocalCommand.parse(arguments, program: "Hello") == .help)
    }

    @Test(
        arguments: [
            ([], "Hello is a Lambda function. Run it here with: Hello invoke EVENT.json"),
            (["serv"], "There is no command \"serv\". Run it here with: Hello invoke EVENT.json"),
            (
                ["invoke"],
                "invoke needs an event: a file, or - for standard input. Run it here with: "
                    + "Hello invoke EVENT.json"
            ),
            (["invoke", "a", "b"], "\"b\" is a second event. Give one event per invoke."),
            (["invoke", "-", "-"], "\"-\" is a second event. Give one event per invoke."),
            (["invoke", "--fast", "a"], "There is no option \"--fast\". See: Hello --help"),
            (["invoke", "--raw=1", "a"], "There is no option \"--raw=1\". See: Hello --help"),
            (
                ["invoke", "a", "--timeout"],
                "--timeout has no value. Expected whole seconds from 1 to 900."
            ),
            (
                ["invoke", "a", "--timeout", "0"],
                "--timeout is \"0\". Expected whole seconds from 1 to 900."
            ),
            (
                ["invoke", "a", "--timeout=1.5"],
                "--timeout is \"1.5\". Expected whole seconds from 1 to 900."
            ),
            (
                ["invoke", "a", "--memory=99999999999999999999"],
                "--memory is \"99999999999999999999\". Expected whole megabytes from 128 to 10240."
            ),
        ] as [([String], String)]
    )
    func saysWhatIsWrongWithTheArguments(_ arguments: [String], _ message: String) {
        #expect(throws: LocalFault.usage(message)) {
            try LocalCommand.parse(arguments, program: "Hello")
        }
    }

    @Test
    func namesEveryOptionInTheHelp() {
        let help = LocalCommand.help(program: "Hello")
        for word in ["Hello invoke EVENT.json", "--timeout", "--memory", "--raw", "64"] {
            #expect(help.contains(word))
        }
    }
}
#endif
