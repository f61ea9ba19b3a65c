import LambdaEvents
import LambdaJSON
import Testing

struct HTTPHeadersTests {
    @Test
    func findsAHeaderInAnyCase() {
        let headers: HTTPHeaders = ["Content-Type": "text/plain", "x-request-id": "1"]
        #expect(headers["content-type"] == "text/plain")
        #expect(headers["CONTENT-TYPE"] == "text/plain")
        #expect(headers["X-Request-ID"] == "1")
        #expect(headers["Content-Typ"] == nil)
        #expect(headers["Content_Type"] == nil)
        #expect(headers[""] == nil)
    }

    @Test
    func comparesOnlyASCIILettersWithoutCase() {
        let headers: HTTPHeaders = ["x-[": "1", "é": "2"]
        #expect(headers["X-{"] == nil)
        #expect(headers["É"] == nil)
        #expect(headers["é"] == "2")
    }

    @Test
    func settingReplacesAndKeepsTheName() {
        var headers: HTTPHeaders = ["Content-Type": "text/plain", "Accept": "*/*"]
        headers["content-type"] = "text/html"
        headers["ETag"] = "\"1\""
        #expect(headers.map(\.name) == ["Content-Type", "Accept", "ETag"])
        #expect(headers.map(\.value) == ["text/html", "*/*", "\"1\""])
        headers["ACCEPT"] = nil
        headers["none"] = nil
        #expect(headers.count == 2)
        #expect(headers["accept"] == nil)
    }

    @Test
    func joinsARepeatedName() {
        var headers: HTTPHeaders = ["Vary": "Origin", "vary": "Accept"]
        headers.append("Cookie", to: "VARY")
        #expect(headers.count == 1)
        #expect(headers["vary"] == "Origin, Accept, Cookie")
        #expect(HTTPHeaders([("a", "1"), ("A", "2")])["a"] == "1, 2")
    }

    @Test
    func equalityDisregardsOrderAndCaseOfNames() {
        let headers: HTTPHeaders = ["A": "1", "B": "2"]
        let same: HTTPHeaders = ["b": "2", "a": "1"]
        #expect(headers == same)
        #expect(headers.hashValue == same.hashValue)
        #expect(headers != ["A": "1"])
        #expect(headers != ["A": "1", "B": "3"])
        #expect(headers != ["A": "1", "C": "2"])
        #expect(HTTPHeaders().isEmpty)
    }

    @Test
    func namesThatDifferInCaseSurviveJSON() throws {
        let json = Array(#"{"b":"1","B":"2","a":"3"}"#.utf8)
        for coder in Coder.allCases {
            let headers = try coder.decode(HTTPHeaders.self, from: json)
            #expect(headers.count == 3)
            #expect(try Tree(json: coder.encode(headers)) == Tree(json: json))
        }
    }

    @Test
    func settingReplacesNamesThatDifferInCase() throws {
        let json = #"{"X-A":"1","b":"2","x-a":"3","X-a":"4","c":"5"}"#
        var headers = try LambdaJSONDecoder().decode(HTTPHeaders.self, from: json)
        headers["x-A"] = "6"
        #expect(headers.map(\.name) == ["X-A", "b", "c"])
        #expect(headers["x-a"] == "6")
        headers = try LambdaJSONDecoder().decode(HTTPHeaders.self, from: json)
        headers["x-a"] = nil
        #expect(headers.map(\.name) == ["b", "c"])
        headers["C"] = "7"
        #expect(headers.map(\.value) == ["2", "7"])
    }

    @Test
    func keepsTheOrderOfTheJSON() throws {
        let json = #"{"host":"a","accept":"b","x-3":"c","x-2":"d","x-1":"e"}"#
        let headers = try LambdaJSONDecoder().decode(HTTPHeaders.self, from: json)
        #expect(headers.map(\.name) == ["host", "accept", "x-3", "x-2", "x-1"])
        #expect(try LambdaJSONEncoder().encodeToString(headers) == json)
    }

    @Test(arguments: Coder.allCases)
    func takesNullForAbsent(coder: Coder) throws {
        let json = Array(#"{"a":null,"b":"1"}"#.utf8)
        #expect(try coder.decode(HTTPHeaders.self, from: json) == ["b": "1"])
    }

    @Test(arguments: Coder.allCases)
    func refusesWhatIsNoText(coder: Coder) {
        for json in [#"{"a":1}"#, #"{"a":["1"]}"#, "[]", "\"a\""] {
            #expect(throws: DecodingError.self, "\(json)") {
                try coder.decode(HTTPHeaders.self, from: Array(json.utf8))
            }
        }
    }

    @Test
    func descriptionHasNoValues() {
        let headers: HTTPHeaders = ["Authorization": "Bearer secret", "Accept": "*/*"]
        #expect(headers.description == "HTTPHeaders(Authorization, Accept)")
    }
}
