import LambdaEvents
import LambdaEventsCoding
import LambdaEventsShared
import LambdaJSON
import Testing

/// What absent, null and empty mean, for synthesised conformances and any coder.
struct CollectionPolicyTests {
    private struct Lenient: Codable, Hashable {
        var list: [Int]
        var map: [String: Int]
        var texts: [String: String]
        var headers: HTTPHeaders
        var values: [String: JSONValue]
        var optionalValues: [String: JSONValue]?
        var flag: Bool
        var optional: [Int]?
    }

    private struct Explicit: Codable, Hashable {
        var list: [Int]
        var map: [String: Int]

        enum CodingKeys: String, WritesEmptyCollections {
            case list
            case map
        }
    }

    private struct Strict: Codable, Hashable {
        var list: [Int]

        enum CodingKeys: String, RequiresCollections {
            case list
        }
    }

    private static let empty = Lenient(
        list: [],
        map: [:],
        texts: [:],
        headers: [:],
        values: [:],
        optionalValues: nil,
        flag: false,
        optional: nil
    )

    @Test(
        arguments: [
            "{}",
            #"{"list":null,"map":null,"texts":null,"headers":null,"flag":null,"optional":null}"#,
            #"{"list":[],"map":{},"texts":{},"headers":{},"flag":false}"#,
        ],
        Coder.allCases
    )
    func absentNullAndEmptyAreTheSame(json: String, coder: Coder) throws {
        #expect(try coder.decode(Lenient.self, from: Array(json.utf8)) == Self.empty)
    }

    @Test(arguments: Coder.allCases)
    func anOptionalCollectionKeepsEmptyApart(coder: Coder) throws {
        let value = try coder.decode(Lenient.self, from: Array(#"{"optional":[]}"#.utf8))
        #expect(value.optional == [])
        #expect(try tree(coder.encode(value)) == tree(#"{"flag":false,"optional":[]}"#))
    }

    @Test(arguments: Coder.allCases)
    func emptyCollectionsAreNotWritten(coder: Coder) throws {
        #expect(try tree(coder.encode(Self.empty)) == tree(#"{"flag":false}"#))
    }

    @Test(arguments: Coder.allCases)
    func emptyCollectionsAreWrittenWhereTheServiceSendsThem(coder: Coder) throws {
        let value = try coder.decode(Explicit.self, from: Array("{}".utf8))
        #expect(try tree(coder.encode(value)) == tree(#"{"list":[],"map":{}}"#))
    }

    @Test(arguments: Coder.allCases)
    func filledCollectionsSurvive(coder: Coder) throws {
        let json = #"""
            {"list":[1],"map":{"a":2,"b":3},"texts":{"b":"c"},"headers":{"d":"e"},"flag":true,
            "values":{"x":null,"y":[1]},"optionalValues":{"z":{"a":0.5}}}
            """#
        #expect(try tree(coder.roundTrip(Lenient.self, Array(json.utf8))) == tree(json))
        let explicit = #"{"list":[1],"map":{"a":2}}"#
        #expect(try tree(coder.roundTrip(Explicit.self, Array(explicit.utf8))) == tree(explicit))
    }

    @Test(arguments: Coder.allCases)
    func aRequiredCollectionMayBeEmptyButNotMissing(coder: Coder) throws {
        #expect(try coder.decode(Strict.self, from: Array(#"{"list":[]}"#.utf8)).list.isEmpty)
        #expect {
            try coder.decode(Strict.self, from: Array("{}".utf8))
        } throws: { error in
            guard case DecodingError.keyNotFound(let key, _) = error else { return false }
            return key.stringValue == "list"
        }
        #expect(throws: DecodingError.self) {
            try coder.decode(Strict.self, from: Array(#"{"list":null}"#.utf8))
        }
    }

    @Test(arguments: Coder.allCases)
    func aNullInAMapOfTextsIsAbsent(coder: Coder) throws {
        let json = #"{"texts":{"a":null,"b":"c"}}"#
        #expect(try coder.decode(Lenient.self, from: Array(json.utf8)).texts == ["b": "c"])
    }

    @Test(
        arguments: [
            #"{"list":1}"#, #"{"list":[null]}"#, #"{"map":[]}"#, #"{"map":{"a":"b"}}"#,
            #"{"texts":{"a":1}}"#, #"{"texts":"a"}"#, #"{"headers":[]}"#, #"{"flag":"yes"}"#,
            #"{"values":[]}"#, #"{"values":"a"}"#, #"{"optionalValues":1}"#,
        ],
        Coder.allCases
    )
    func anotherTypeIsAnError(json: String, coder: Coder) {
        #expect(throws: DecodingError.self) {
            try coder.decode(Lenient.self, from: Array(json.utf8))
        }
    }

    private func tree(_ json: [UInt8]) throws -> Tree {
        try Tree(json: json)
    }

    private func tree(_ json: String) throws -> Tree {
        try Tree(json: Array(json.utf8))
    }
}
