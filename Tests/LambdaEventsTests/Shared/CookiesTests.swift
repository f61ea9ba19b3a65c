import LambdaEvents
import LambdaEventsShared
import Testing

struct CookiesTests {
    @Test(arguments: [
        ("", []), (";", []), ("a=1", ["a=1"]), ("a=1; b=2", ["a=1", "b=2"]),
        ("a=1;b=2 ;\tc=3;", ["a=1", "b=2", "c=3"]), ("a", ["a"]), ("  ;  ", []),
    ])
    func splitsAHeader(header: String, pairs: [String]) {
        #expect(Cookies.pairs(in: header) == pairs)
    }

    @Test(arguments: [
        ("a", "1"), ("b", "x=y"), ("c", ""), ("d", nil), ("e", "\"quoted\""), ("A", nil),
        ("f", "ü"),
        ("", "nameless"), ("g", "first"),
    ])
    func findsAValue(name: String, value: String?) {
        let pairs = [
            "a=1", " b = x=y ", "c=", "d", "e=\"quoted\"", "f=ü", "=nameless", "g=first",
            "g=second",
        ]
        #expect(Cookies.value(named: name, in: pairs) == value)
    }
}
