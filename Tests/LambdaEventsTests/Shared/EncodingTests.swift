import LambdaEvents
import LambdaEventsCoding
import LambdaEventsShared
import Testing

struct Base64Tests {
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
        ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ])
    func encodesAndDecodesTheVectorsOfTheRFC(text: String, base64: String) {
        #expect(Base64.encode(Array(text.utf8)) == base64)
        #expect(Base64.decode(base64) == Array(text.utf8))
    }

    @Test
    func everyByteSurvives() {
        for length in 0...4 {
            for start in stride(from: 0, through: 255, by: 5) {
                let bytes = (0..<length).map { UInt8(truncatingIfNeeded: start &+ $0 &* 83) }
                #expect(Base64.decode(Base64.encode(bytes)) == bytes)
            }
        }
        let all = Array(UInt8.min ... .max)
        #expect(Base64.decode(Base64.encode(all)) == all)
    }

    @Test(arguments: [
        ("-_-_", [0xFB, 0xFF, 0xBF]), ("+/+/", [0xFB, 0xFF, 0xBF]), ("Zg", [0x66]),
        ("Zm8", [0x66, 0x6F]), ("Zm 9v\r\n", [0x66, 0x6F, 0x6F]), (" \t\n", []),
        ("Z\ng=\n=", [0x66]), ("=", []),
    ])
    func toleratesWhatOthersWrite(base64: String, bytes: [UInt8]) {
        #expect(Base64.decode(base64) == bytes)
    }

    @Test(arguments: ["Z", "Zm9vY", "Zm9v!", "Zg==Zg==", "Zm9v\u{0}", "Zé", "TestBinary!"])
    func refusesWhatIsNoBase64(base64: String) {
        #expect(Base64.decode(base64) == nil)
    }
}

struct FormURLEncodingTests {
    @Test(arguments: [
        ("", ""), ("plain", "plain"), ("a+b", "a b"), ("a%20b", "a b"), ("%2B", "+"),
        ("caf%C3%A9", "café"), ("caf%c3%a9", "café"), ("100%25", "100%"), ("a=b&c", "a=b&c"),
        ("über+%F0%9F%8C%B8", "über 🌸"), ("%00", "\u{0}"),
    ])
    func decodes(text: String, decoded: String) {
        #expect(FormURLEncoding.decode(text) == decoded)
    }

    @Test(arguments: [
        ("%", "%"), ("%4", "%4"), ("%zz", "%zz"), ("%4z", "%4z"), ("a%", "a%"), ("%%41", "%A"),
        ("%FF", "\u{FFFD}"), ("%C3", "\u{FFFD}"),
    ])
    func keepsWhatIsNoEscape(text: String, decoded: String) {
        #expect(FormURLEncoding.decode(text) == decoded)
    }
}
