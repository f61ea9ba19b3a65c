import LambdaEvents
import LambdaEventsShared
import Testing

struct MultiValueHeadersTests {
    @Test
    func looksUpWithoutCase() {
        var headers: MultiValueHeaders = ["Accept": ["a", "b"], "Host": ["h"]]
        #expect(headers["ACCEPT"] == ["a", "b"])
        #expect(headers["none"].isEmpty)
        headers.append("c", to: "accept")
        #expect(headers["Accept"] == ["a", "b", "c"])
        headers["host"] = []
        #expect(headers.count == 1)
        headers["None"] = []
        #expect(headers.count == 1)
        headers["New"] = ["1"]
        #expect(headers.map(\.name) == ["Accept", "New"])
    }

    @Test(arguments: Coder.allCases)
    func keepsNamesThatDifferInCase(coder: Coder) throws {
        let json = Array(#"{"A":["1"],"b":null,"a":["2","3"],"c":[]}"#.utf8)
        var headers = try coder.decode(MultiValueHeaders.self, from: json)
        #expect(headers["a"].sorted() == ["1", "2", "3"])
        #expect(headers.count == 3)
        let written = try Tree(json: coder.encode(headers))
        #expect(try written == Tree(json: Array(#"{"A":["1"],"a":["2","3"],"c":[]}"#.utf8)))
        headers["A"] = ["4"]
        #expect(headers.count == 2)
    }

    @Test(
        arguments: [#"[]"#, #""a""#, #"{"a":"b"}"#, #"{"a":[1]}"#, #"{"a":[null]}"#],
        Coder.allCases
    )
    func refusesOtherShapes(json: String, coder: Coder) {
        #expect(throws: DecodingError.self) {
            try coder.decode(MultiValueHeaders.self, from: Array(json.utf8))
        }
    }

    @Test
    func comparesWithoutCaseAndOrderOfNames() {
        let left: MultiValueHeaders = ["A": ["1", "2"], "B": ["3"]]
        let right: MultiValueHeaders = ["b": ["3"], "a": ["1", "2"]]
        #expect(left == right)
        #expect(left.hashValue == right.hashValue)
        #expect(left != ["A": ["2", "1"], "B": ["3"]])
        #expect(left != ["A": ["1", "2"]])
    }

    @Test
    func doesNotShowValues() {
        let headers: MultiValueHeaders = ["Cookie": ["secret"], "Host": ["h"]]
        #expect("\(headers)" == "MultiValueHeaders(Cookie, Host)")
    }
}
