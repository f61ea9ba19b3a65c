import LambdaJSON
import Testing

/// Error texts, with path and offset: a table of input, type, path and message.
struct DecodingErrorTests {
    struct Order: Decodable {
        struct Item: Decodable {
            var sku: String
            var quantity: Int8
            var price: Double?
        }
        enum Status: String, Decodable {
            case open
            case closed
        }
        var id: String
        var items: [Item]
        var status: Status?
        var notes: [String: String]?
        var tags: [String]?
        var isPaid: Bool?
        var range: ClosedRange<Int>?
    }

    struct Case: CustomTestStringConvertible, Sendable {
        var text: String
        var kind: Failure.Kind
        var path: String
        var message: String

        init(_ text: String, _ kind: Failure.Kind, _ path: String, _ message: String) {
            self.text = text
            self.kind = kind
            self.path = path
            self.message = message
        }

        var testDescription: String { text }
    }

    static let cases: [Case] = [
        Case("[]", .typeMismatch, "", "Expected an object, found an array (byte 0)."),
        Case(" 3", .typeMismatch, "", "Expected an object, found a number (byte 1)."),
        Case("\"a\"", .typeMismatch, "", "Expected an object, found a string (byte 0)."),
        Case("null", .valueNotFound, "", "Expected an object, found null (byte 0)."),
        Case("{}", .keyNotFound, "", "Expected a member \"id\" in the object (byte 0)."),
        Case(
            "{\"id\":\"a\"}",
            .keyNotFound,
            "",
            "Expected a member \"items\" in the object (byte 0)."
        ),
        Case(
            "{\"id\":7,\"items\":[]}",
            .typeMismatch,
            "id",
            "Expected a string, found a number (byte 6)."
        ),
        Case(
            "{\"id\":null,\"items\":[]}",
            .valueNotFound,
            "id",
            "Expected a string, found null (byte 6)."
        ),
        Case(
            "{\"id\":true,\"items\":[]}",
            .typeMismatch,
            "id",
            "Expected a string, found a Boolean (byte 6)."
        ),
        Case(
            "{\"id\":\"a\",\"items\":{}}",
            .typeMismatch,
            "items",
            "Expected an array, found an object (byte 18)."
        ),
        Case(
            "{\"id\":\"a\",\"items\":[{\"sku\":\"s\",\"quantity\":1},{\"sku\":\"s\"}]}",
            .keyNotFound,
            "items[1]",
            "Expected a member \"quantity\" in the object (byte 44)."
        ),
        Case(
            "{\"id\":\"a\",\"items\":[{\"sku\":\"s\",\"quantity\":\"1\"}]}",
            .typeMismatch,
            "items[0].quantity",
            "Expected an integer, found a string (byte 41)."
        ),
        Case(
            "{\"id\":\"a\",\"items\":[{\"sku\":\"s\",\"quantity\":128}]}",
            .dataCorrupted,
            "items[0].quantity",
            "Expected a number that fits Int8 (byte 41)."
        ),
        Case(
            "{\"id\":\"a\",\"items\":[{\"sku\":\"s\",\"quantity\":1.5}]}",
            .dataCorrupted,
            "items[0].quantity",
            "Expected an integer, found a number with a fraction (byte 41)."
        ),
        Case(
            "{\"id\":\"a\",\"items\":[{\"sku\":\"s\",\"quantity\":1,\"price\":1e999}]}",
            .dataCorrupted,
            "items[0].price",
            "Expected a number that fits Double (byte 51)."
        ),
        Case(
            "{\"id\":\"a\",\"items\":[{\"sku\":\"s\",\"quantity\":1,\"price\":\"1\"}]}",
            .typeMismatch,
            "items[0].price",
            "Expected a number, found a string (byte 51)."
        ),
        Case(
            "{\"id\":\"a\",\"items\":[],\"status\":\"secret\"}",
            .dataCorrupted,
            "status",
            "Expected a value that Status can be made of (byte 30)."
        ),
        Case(
            "{\"id\":\"a\",\"items\":[],\"status\":1}",
            .typeMismatch,
            "status",
            "Expected a string, found a number (byte 30)."
        ),
        Case(
            "{\"id\":\"a\",\"items\":[],\"notes\":{\"a\":\"b\",\"c\":1}}",
            .typeMismatch,
            "notes.c",
            "Expected a string, found a number (byte 42)."
        ),
        Case(
            "{\"id\":\"a\",\"items\":[],\"tags\":[\"a\",null]}",
            .valueNotFound,
            "tags[1]",
            "Expected a string, found null (byte 33)."
        ),
        Case(
            "{\"id\":\"a\",\"items\":[],\"isPaid\":0}",
            .typeMismatch,
            "isPaid",
            "Expected a Boolean, found a number (byte 30)."
        ),
        Case(
            "{\"id\":\"a\",\"items\":[],\"range\":[777,1]}",
            .dataCorrupted,
            "range",
            "Expected a value that ClosedRange<Int> can be made of (byte 29)."
        ),
        Case(
            "{\"id\":\"a\",\"items\":[],\"range\":[777]}",
            .valueNotFound,
            "range[1]",
            "Expected another element, found the end of the array (byte 29)."
        ),
    ]

    @Test(arguments: cases)
    func names(_ test: Case) {
        let failure = Failure { try LambdaJSONDecoder().decode(Order.self, from: test.text) }
        #expect(failure.kind == test.kind)
        #expect(failure.path == test.path)
        #expect(failure.text == test.message)
        #expect(failure.isOurs)
    }

    @Test func offsetCountsFromTheStartOfTheText() {
        let text = " \n {\"é\": [1, {\"k\": \"x\"}]}"
        let failure = Failure {
            try LambdaJSONDecoder().decode([String: [[String: Int]?]].self, from: text)
        }
        #expect(failure.path == "é[0]")
        #expect(failure.text == "Expected an object, found a number (byte 11).")
    }

    @Test func pathLeadsThroughNestedArrays() {
        let failure = Failure {
            try LambdaJSONDecoder().decode([[[Int]]].self, from: "[[[1],[2]],[[3,4],[5,6,\"x\"]]]")
        }
        #expect(failure.path == "[1][1][2]")
        #expect(failure.text == "Expected an integer, found a string (byte 23).")
    }

    @Test func genericTypeIsNamedInFull() throws {
        enum Level<Low, High>: String, Decodable { case low }
        let failure = Failure {
            try LambdaJSONDecoder().decode(Level<Int, [String]>.self, from: "\"secret\"")
        }
        #expect(
            failure.text
                == "Expected a value that Level<Int, Array<String>> can be made of (byte 0)."
        )
        #expect(failure.isOurs)
    }

    @Test func depthBeyondAllMeasureIsNoTrouble() throws {
        var decoder = LambdaJSONDecoder()
        decoder.maximumDepth = .max
        #expect(try decoder.decode([[Int]].self, from: "[[1]]") == [[1]])
    }

    @Test func ownErrorsOfATypePassUnchanged() {
        struct Picky: Decodable {
            init(from decoder: any Decoder) throws {
                throw DecodingError.dataCorrupted(
                    DecodingError.Context(
                        codingPath: decoder.codingPath,
                        debugDescription: "Too picky."
                    )
                )
            }
        }
        let failure = Failure { try LambdaJSONDecoder().decode([Picky].self, from: "[1]") }
        #expect(failure.kind == .dataCorrupted)
        #expect(failure.path == "[0]")
        #expect(failure.text == "Too picky.")
        #expect(!failure.isOurs)
    }

    @Test func otherErrorsPassUnchanged() {
        struct Odd: Error {}
        struct Thrower: Decodable {
            init(from decoder: any Decoder) throws { throw Odd() }
        }
        #expect(throws: Odd.self) {
            try LambdaJSONDecoder().decode([String: Thrower].self, from: "{\"a\":1}")
        }
    }

    /// Types that try one form after another make an error for each element.
    ///
    /// Its path must not cost a walk from the beginning of the array.
    @Test func failingForEachElementStaysLinear() throws {
        struct Either: Decodable {
            init(from decoder: any Decoder) throws {
                let container = try decoder.singleValueContainer()
                if (try? container.decode(String.self)) == nil {
                    _ = try container.decode(Int.self)
                }
            }
        }
        let text = "[" + repeatElement("1", count: 100_000).joined(separator: ",") + "]"
        #expect(try LambdaJSONDecoder().decode([Either].self, from: text).count == 100_000)
    }

    @Test func noErrorRepeatsThePayload() {
        let secret = "hunter2"
        let texts = [
            "{\"id\":\"a\",\"items\":[],\"status\":\"\(secret)\"}", "\"\(secret)\"", "[\(secret)]",
            "{\"id\":\"\(secret)\",\"items\":\"\(secret)\"}",
        ]
        for text in texts {
            do {
                _ = try LambdaJSONDecoder().decode(Order.self, from: text)
                Issue.record("Expected an error")
            } catch {
                #expect(!"\(error)".contains(secret))
                #expect(!String(reflecting: error).contains(secret))
            }
        }
    }
}
