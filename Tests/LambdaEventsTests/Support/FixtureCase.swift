import Foundation
import LambdaEvents
import LambdaJSON
import LambdaTesting
import Testing

/// One line of the table: a file, the type it decodes as, and where a round trip changes it.
struct FixtureCase: CustomTestStringConvertible, Sendable {
    let name: String
    let type: any (Codable & Hashable & Sendable).Type

    /// Members that are in the file and absent after a round trip: nulls, and collections that are
    /// empty although the service leaves them out.
    let dropped: Set<String>

    /// Members that are absent in the file and come out of a round trip.
    let added: Set<String>

    /// See ``FixtureFamily``.
    private(set) var maps: Set<String> = []

    /// See ``FixtureFamily``.
    private(set) var openValues: Set<String> = []

    /// See ``FixtureFamily``.
    private(set) var textTimestamps: Set<String> = []

    init<Event: Codable & Hashable & Sendable>(
        _ name: String,
        _ type: Event.Type,
        dropped: Set<String> = [],
        added: Set<String> = []
    ) {
        self.name = name
        self.type = type
        self.dropped = dropped
        self.added = added
    }

    func inFamily(
        maps: Set<String>,
        openValues: Set<String>,
        textTimestamps: Set<String>
    ) -> FixtureCase {
        var copy = self
        copy.maps = maps
        copy.openValues = openValues
        copy.textTimestamps = textTimestamps
        return copy
    }

    var testDescription: String { name }

    var bytes: [UInt8] {
        get throws { try Fixture("\(name).json").bytes }
    }

    var tree: Tree {
        get throws { try Tree(json: bytes) }
    }

    /// The name of the type, without what it is generic over.
    var typeName: String { String("\(type)".prefix { $0 != "<" }) }

    /// The name of the type, and the names of the types it is generic over.
    var typeNames: [String] { "\(type)".split { "<>, ".contains($0) }.map(String.init) }
}

/// A coder under test.
enum Coder: CaseIterable, CustomTestStringConvertible {
    case lambda
    case foundation

    var testDescription: String {
        switch self {
        case .lambda: "LambdaJSON"
        case .foundation: "Foundation"
        }
    }

    func decode<Value: Decodable>(_ type: Value.Type, from json: [UInt8]) throws -> Value {
        switch self {
        case .lambda: try LambdaJSONDecoder().decode(type, from: json)
        case .foundation: try JSONDecoder().decode(type, from: Data(json))
        }
    }

    func encode(_ value: some Encodable) throws -> [UInt8] {
        switch self {
        case .lambda: try LambdaJSONEncoder().encode(value)
        case .foundation: [UInt8](try JSONEncoder().encode(value))
        }
    }

    /// Decodes and encodes.
    func roundTrip<Value: Codable>(_ type: Value.Type, _ json: [UInt8]) throws -> [UInt8] {
        try encode(decode(type, from: json))
    }

    func decodes<Value: Decodable>(_ type: Value.Type, _ json: [UInt8]) -> Bool {
        do {
            _ = try decode(type, from: json)
            return true
        } catch {
            return false
        }
    }
}
