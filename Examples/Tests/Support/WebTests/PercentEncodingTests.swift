import Testing
import Web

struct PercentEncodingTests {
    @Test(arguments: [
        ("red flower.bmp", "red%20flower.bmp"),
        ("1+1=2", "1%2B1%3D2"),
        ("Café 🌻", "Caf%C3%A9%20%F0%9F%8C%BB"),
        ("a/b", "a%2Fb"),
        ("-._~", "-._~"),
        ("100%\n", "100%25%0A"),
    ])
    func encodesByteByByte(text: String, encoded: String) {
        #expect(PercentEncoding.encode(text) == encoded)
    }

    @Test
    func keepsTheSlashesOfAPath() {
        #expect(PercentEncoding.encode("a b/c?d", keepsSlashes: true) == "a%20b/c%3Fd")
    }
}
