import LambdaEventsShared
import LambdaJSON

// This file does not import LambdaEventsCoding: its types are read through their containers.

enum Plain {
    struct Shape: Decodable {
        var text: String
        var anotherTextWithALongName: String?
        var number: Int
        var maybeNumber: Int?
        var double: Double?
        var maybeFlag: Bool?
        var inner: Inner
        var maybeInner: Inner?
        var kind: Kind
        var maybeKind: Kind?
        var time: Timestamp?
        var value: JSONValue?
        var names: [String]?
        var numbers: [Int]?
        var list: [Inner]?
        var lists: [[Inner]]?
        var texts: [String: String]?
        var map: [String: Inner]?
    }

    struct Inner: Decodable {
        var id: String
        var size: Int?
        var anything: JSONValue?

        enum CodingKeys: String, CodingKey {
            case id = "ID"
            case size
            case anything = "any thing"
        }
    }
}
