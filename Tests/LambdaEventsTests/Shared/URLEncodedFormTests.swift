import LambdaEvents
import LambdaEventsShared
import Testing

struct URLEncodedFormTests {
    @Test
    func readsNamesAndValues() {
        let form = URLEncodedForm(parsing: "name=Ada+Lovelace&tag=a%2Cb&tag=&flag&%C3%A9=1&&x=1=2")
        #expect(form["name"] == "Ada Lovelace")
        #expect(form.values(named: "tag") == ["a,b", ""])
        #expect(form["flag"] == "")
        #expect(form["é"] == "1")
        #expect(form["x"] == "1=2")
        #expect(form["none"] == nil)
        #expect(form.values(named: "none").isEmpty)
        #expect(form.count == 6)
        #expect(form.map(\.name) == ["name", "tag", "tag", "flag", "é", "x"])
    }

    @Test(arguments: ["", "&", "&&&"])
    func isEmptyWithoutFields(text: String) {
        #expect(URLEncodedForm(parsing: text).isEmpty)
    }

    @Test
    func comparesByContent() {
        #expect(URLEncodedForm(parsing: "a=%61") == URLEncodedForm([("a", "a")]))
        #expect(URLEncodedForm(parsing: "a=1&b=2") != URLEncodedForm(parsing: "b=2&a=1"))
    }

    @Test
    func doesNotShowValues() {
        #expect(
            "\(URLEncodedForm(parsing: "user=ada&password=secret"))"
                == "URLEncodedForm(user, password)"
        )
    }

    @Test
    func encodesForURLs() {
        #expect(URLEncoding.encode("AZaz09-._~") == "AZaz09-._~")
        #expect(URLEncoding.encode("a b/é=") == "a%20b%2F%C3%A9%3D")
    }
}
