#if LOCAL_RUNNING
import Testing

@testable import LambdaLocal

struct LocalCommandTests {
    @Test(
        arguments: [
            (["invoke", "event.json"], .init(source: .file("event.json"))),
            (["invoke", "-"], .init(source: .standardInput)),
            (["invoke", "--sample", "s3/empty"], .init(source: .sample("s3/empty"))),
            (["invoke", "--sample=s3/empty"], .init(source: .sample("s3/empty"))),
            (
                ["invoke", "--timeout", "900", "event.json"],
                .init(source: .file("event.json"), settings: .init(timeoutSeconds: 900))
            ),
            (
                ["invoke", "event.json", "--timeout=1", "--memory=10240"],
                .init(
                    source: .file("event.json"),
                    settings: .init(timeoutSeconds: 1, memoryMegabytes: 10240)
                )
            ),
            (
                ["invoke", "--raw", "--memory", "128", "a b/ç.json"],
                .init(
                    source: .file("a b/ç.json"),
                    settings: .init(memoryMegabytes: 128),
                    isRaw: true
                )
            ),
        ] as [([String], LocalCommand.Invoke)]
    )
    func readsAnInvocation(_ arguments: [String], _ expected: LocalCommand.Invoke) throws {
        #expect(try LocalCommand.parse(arguments, program: "Hello") == .invoke(expected))
    }

    @Test(
        arguments: [
            (["serve"], .init()),
            (["serve", "--port", "0"], .init(port: 0)),
            (
                [
                    "serve", "--port=65535", "--host", "0.0.0.0", "--concurrency=4", "--timeout",
                    "900", "--memory=512",
                ],
                .init(
                    settings: .init(timeoutSeconds: 900, memoryMegabytes: 512),
                    host: "0.0.0.0",
                    port: 65_535,
                    concurrency: 4
                )
            ),
            (
                ["serve", "--http", "alb-multi"],
                .init(http: .service(.loadBalancer(multiValue: true)))
            ),
            (["serve", "--http=none"], .init(http: .none)),
            (
                ["serve", "--http=rest", "--route", "GET /a/{b}", "--route=ANY /{proxy+}"],
                .init(
                    http: .service(.restAPI),
                    routes: ["GET /a/{b}", "ANY /{proxy+}"].compactMap { HTTPRoute($0) }
                )
            ),
        ] as [([String], LocalCommand.Serve)]
    )
    func readsAServer(_ arguments: [String], _ expected: LocalCommand.Serve) throws {
        #expect(try LocalCommand.parse(arguments, program: "Hello") == .serve(expected))
    }

    @Test
    func readsARequestForSamples() throws {
        #expect(try LocalCommand.parse(["samples"], program: "Hello") == .samples(name: nil))
        #expect(
            try LocalCommand.parse(["samples", "s3/empty"], program: "Hello")
                == .samples(name: "s3/empty")
        )
    }

    @Test(arguments: [
        ["--help"], ["-h"], ["help"], ["invoke", "--help"], ["invoke", "-h", "x"], ["serve", "-h"],
        ["samples", "--help"],
    ])
    func readsARequestForHelp(_ arguments: [String]) throws {
        #expect(try LocalCommand.parse(arguments, program: "Hello") == .help)
    }

    @Test(
        arguments: [
            (
                [],
                "Hello is a Lambda function. Run it here with: Hello invoke EVENT.json, or serve, or "
                    + "samples. See: Hello --help"
            ),
            (
                ["serv"],
                "There is no command \"serv\". Run it here with: Hello invoke EVENT.json, or serve, or "
                    + "samples. See: Hello --help"
            ),
            (
                ["invoke"],
                "invoke needs an event: a file, - for standard input, or --sample NAME. See: "
                    + "Hello samples"
            ),
            (["invoke", "a", "b"], "\"b\" is a second event. Give one event per invoke."),
            (["invoke", "-", "-"], "\"-\" is a second event. Give one event per invoke."),
            (
                ["invoke", "a", "--sample", "b"],
                "\"b\" is a second event. Give one event per invoke."
            ),
            (["invoke", "--sample"], "--sample has no value. Expected its name."),
            (
                ["serve", "a.json"],
                "serve takes no event, and \"a.json\" is one. It gets its events over HTTP."
            ),
            (
                ["serve", "--port", "65536"],
                "--port is \"65536\". Expected a number from 0 to 65535."
            ),
            (
                ["serve", "--concurrency=0"],
                "--concurrency is \"0\". Expected a number from 1 to 1000."
            ),
            (["serve", "--host"], "--host has no value. Expected an IP address."),
            (
                ["serve", "--http", "v3"],
                "--http is \"v3\". Expected v2, v1, rest, url, alb, alb-multi or none."
            ),
            (
                ["serve", "--http"],
                "--http has no value. Expected v2, v1, rest, url, alb, alb-multi or none."
            ),
            (
                ["serve", "--route", "/orders"],
                "--route is \"/orders\". Expected \"GET /orders/{id}\" or the like, ANY for all methods, "
                    + "or \"$default\"."
            ),
            (["serve", "--fast"], "There is no option \"--fast\". See: Hello --help"),
            (
                ["samples", "a", "b"],
                "\"b\" is a second sample. Give one name, or none."
            ),
            (["samples", "--all"], "There is no option \"--all\". See: Hello --help"),
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
        for word in [
            "Hello invoke EVENT.json", "Hello serve", "Hello samples", "--timeout", "--memory",
            "--raw", "--sample", "--port", "--host", "--concurrency", "--http", "--route", "64",
        ] {
            #expect(help.contains(word))
        }
    }
}
#endif
