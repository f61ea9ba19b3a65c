#if LOCAL_RUNNING
import LambdaEmulator
import Testing

@testable import LambdaLocal

struct EncodingTests {
    // The examples of RFC 4648, section 10.
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
        ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ])
    func writesAndReadsBase64(_ text: String, _ encoded: String) {
        #expect(Base64.encode(Array(text.utf8)) == encoded)
        #expect(Base64.decode(encoded) == Array(text.utf8))
    }

    @Test
    func readsBase64OfAllBytes() {
        let bytes = [UInt8](0...255)
        #expect(Base64.decode(Base64.encode(bytes)) == bytes)
    }

    @Test(arguments: ["A", "Zm9v!", "Zm 9v", "é"])
    func refusesWhatIsNotBase64(_ text: String) {
        #expect(Base64.decode(text) == nil)
    }

    @Test(arguments: [
        ("a%3Ab", "a:b"), ("%24LATEST", "$LATEST"), ("%e2%82%ac", "€"), ("100%", "100%"),
        ("%4", "%4"), ("%zz", "%zz"), ("%ff", "\u{FFFD}"), ("a+b", "a+b"), ("", ""),
    ])
    func readsPercentEncoding(_ text: String, _ decoded: String) {
        #expect(PercentDecoding.decode(text, plusIsSpace: false) == decoded)
    }
}
#endif
