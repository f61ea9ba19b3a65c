import LambdaEvents
import Testing

struct OpenValueTests {
    @Test(arguments: ["ObjectCreated:Put", "ObjectCreated:Teleported", "", "🌸"], Coder.allCases)
    func anyTextSurvives(text: String, coder: Coder) throws {
        let json = try Tree.string(text).json
        let name = try coder.decode(S3Event.EventName.self, from: json)
        #expect(name.rawValue == text)
        #expect(name.description == text)
        #expect(try Tree(json: coder.encode(name)) == .string(text))
    }

    @Test(arguments: ["1", "true", "null", "[]", "{}"], Coder.allCases)
    func whatIsNoTextIsAnError(json: String, coder: Coder) {
        #expect(throws: DecodingError.self) {
            try coder.decode(S3Event.EventName.self, from: Array(json.utf8))
        }
    }

    @Test
    func equalsItsConstant() {
        let name = S3Event.EventName(rawValue: "ObjectCreated:Put")
        #expect(name == .objectCreatedPut)
        #expect(Set([name, .objectCreatedPut, .objectCreatedPost]).count == 2)
    }
}
