import Testing

@testable import LambdaJSON

/// Strings that the decoder makes without the standard library's help.
struct ShortStringTests {
    private static let characters = ["a", "Z", "0", "~", "ä", "€", "😀"]

    #if os(Linux)
    @Test func standardLibraryMakesTheSame() {
        #expect(ShortString.isAsExpected())
    }
    #endif

    @Test func stringsOfEachLengthAreWhole() throws {
        for character in Self.characters {
            for count in 0...20 {
                let text = String(repeating: character, count: count)
                let ascii = "x" + text
                for expected in [text, ascii] {
                    let decoded = try LambdaJSONDecoder().decode(
                        [String: String].self,
                        from: "{\"\(expected)\":\"\(expected)\"}"
                    )
                    #expect(decoded == [expected: expected])
                    let value = try #require(decoded[expected])
                    #expect(Array(value.utf8) == Array(expected.utf8))
                    #expect(value.hashValue == expected.hashValue)
                    #expect(value + "!" == expected + "!")
                    #expect(value.count == expected.count)
                    #expect(
                        value.unicodeScalars.allSatisfy(\.isASCII)
                            == expected.unicodeScalars.allSatisfy(\.isASCII)
                    )
                }
            }
        }
    }
}
