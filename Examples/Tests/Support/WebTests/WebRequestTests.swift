import Testing
import Web

struct WebRequestTests {
    @Test
    func hasAHostWithThePortOfTheOrigin() {
        #expect(WebRequest("GET", "https://api.example.com", "/").host == "api.example.com")
        #expect(WebRequest("GET", "http://127.0.0.1:5000", "/").host == "127.0.0.1:5000")
    }

    @Test
    func hasAURLWithItsQuery() {
        let plain = WebRequest("GET", "https://api.example.com", "/a%20b")
        #expect(plain.url == "https://api.example.com/a%20b")
        let asking = WebRequest("GET", "https://api.example.com", "/a", query: "b=c")
        #expect(asking.url == "https://api.example.com/a?b=c")
    }
}
