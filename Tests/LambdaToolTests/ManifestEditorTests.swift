import Testing

@testable import LambdaTool

struct ManifestEditorTests {
    private let entry = ".executableTarget(\n    name: \"New\"\n),"

    @Test
    func addsBehindTheLastTarget() {
        let manifest = """
            let package = Package(
                name: "Shop",
                targets: [
                    .target(name: "Shop"),
                    // Here goes what comes.
                ]
            )
            """
        let expected = """
            let package = Package(
                name: "Shop",
                targets: [
                    .target(name: "Shop"),
                    // Here goes what comes.
                    .executableTarget(
                        name: "New"
                    ),
                ]
            )
            """
        #expect(ManifestEditor(manifest).adding(entry) == expected)
    }

    @Test
    func addsACommaWhereThereIsNone() {
        let manifest = "Package(\n    targets: [\n        .target(name: \"a\")\n    ]\n)"
        let edited = ManifestEditor(manifest).adding(entry)
        #expect(
            edited?.hasPrefix("Package(\n    targets: [\n        .target(name: \"a\"),\n") == true
        )
    }

    @Test
    func fillsAnEmptyArray() {
        let edited = ManifestEditor("let p = Package(\n    targets: []\n)").adding(entry)
        #expect(
            edited == """
                let p = Package(
                    targets: [
                        .executableTarget(
                            name: "New"
                        ),
                    ]
                )
                """
        )
    }

    @Test
    func addsAnArrayWhereThereIsNone() {
        let manifest = """
            let package = Package(
                name: "Shop",
                dependencies: [
                    .package(path: "../swift-lambda")  // A clone.
                ]
            )
            """
        let expected = """
            let package = Package(
                name: "Shop",
                dependencies: [
                    .package(path: "../swift-lambda")  // A clone.
                ],
                targets: [
                    .executableTarget(
                        name: "New"
                    ),
                ]
            )
            """
        #expect(ManifestEditor(manifest).adding(entry) == expected)
    }

    @Test
    func addsAnArrayBeforeWhatComesAfterIt() {
        let manifest = """
            let package = Package(
                name: "Shop",
                swiftLanguageModes: [.v6]
            )
            """
        let expected = """
            let package = Package(
                name: "Shop",
                targets: [
                    .executableTarget(
                        name: "New"
                    ),
                ],
                swiftLanguageModes: [.v6]
            )
            """
        #expect(ManifestEditor(manifest).adding(entry) == expected)
    }

    @Test
    func addsAnArrayOnALineOfItsOwn() {
        let edited = ManifestEditor("let p = Package(name: \"a\" /* targets: */)").adding(entry)
        #expect(
            edited == """
                let p = Package(name: "a", /* targets: */
                    targets: [
                        .executableTarget(
                            name: "New"
                        ),
                    ]
                )
                """
        )
    }

    @Test
    func isNotMisledByStringsAndComments() {
        let manifest = """
            // Package(targets: [])
            /* Package( */
            let name = "Package(targets: [\\"]"
            let package = Package(
                name: "](", // targets: [
                dependencies: [.package(path: "targets: [")],
                targets: [.target(name: "]")]
            )
            """
        let edited = ManifestEditor(manifest).adding(entry)
        #expect(edited?.contains("[.target(name: \"]\"),\n        .executableTarget(") == true)
        #expect(edited?.hasPrefix("// Package(targets: [])\n/* Package( */\n") == true)
    }

    @Test(
        arguments: [
            "let package = Package(name: \"a\", targets: all)",
            "let package = Package(name: \"a\", targets: function(\"a\") + [])",
            "let package = Package(name: \"a\", targets: [",
            "",
        ]
    )
    func leavesAloneWhatIsNotPlain(_ manifest: String) {
        #expect(ManifestEditor(manifest).adding(entry) == nil)
    }
}
