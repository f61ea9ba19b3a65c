import Foundation
import LambdaEvents
import LambdaJSON
import LambdaTesting
import Testing

/// A sample, and the folders of the fixtures that it must look like.
struct SampleCase: Sendable, CustomTestStringConvertible {
    let name: String
    let folders: [String]
    private let check: @Sendable (SampleCase) throws -> Void
    private let encode: @Sendable () throws -> [UInt8]

    var testDescription: String { name }

    init<Event: Codable & Hashable & Sendable>(
        _ name: String,
        _ folders: String...,
        make: @escaping @Sendable () throws -> Event
    ) {
        self.name = name
        self.folders = folders
        encode = { try LambdaJSONEncoder().encode(make()) }
        check = { sample in
            let event = try make()
            #expect(event == (try make()), "The same arguments make the same event.")
            let json = try sample.json
            #expect(try LambdaJSONDecoder().decode(Event.self, from: json) == event)
            #expect(try JSONDecoder().decode(Event.self, from: Data(json)) == event)
            let again = try LambdaJSONEncoder().encode(
                LambdaJSONDecoder().decode(Event.self, from: json)
            )
            #expect(again == json)
        }
    }

    var json: [UInt8] {
        get throws { try encode() }
    }

    func expectRoundTrip() throws { try check(self) }
}

/// The places of a JSON text and what stands there, such as `Records[].s3.object.size: number`.
struct JSONShape {
    private(set) var places: Set<String> = []

    /// Members whose names are up to the sender: what is in them is not looked at.
    private static let free: Set<String> = [
        "headers", "multiValueHeaders", "queryStringParameters", "multiValueQueryStringParameters",
        "pathParameters", "stageVariables", "NewImage", "OldImage", "Keys", "claims", "lambda",
        "messageAttributes", "MessageAttributes", "state",
    ]

    init(_ files: [[UInt8]]) throws {
        for file in files {
            add(try LambdaJSONDecoder().decode(JSONValue.self, from: file), "")
        }
    }

    /// Whether something of this kind, or a null, stands at the place.
    func has(_ place: String) -> Bool {
        let path = place.prefix { $0 != ":" }
        return places.contains(place) || places.contains("\(path): null")
    }

    private mutating func add(_ value: JSONValue, _ path: String) {
        switch value {
        case .null: places.insert("\(path): null")
        case .bool: places.insert("\(path): boolean")
        case .number: places.insert("\(path): number")
        case .string: places.insert("\(path): string")
        case .array(let elements):
            places.insert("\(path): array")
            for element in elements { add(element, path + "[]") }
        case .object(let members):
            places.insert("\(path): object")
            if Self.free.contains(String(path.split(separator: ".").last ?? "")) { return }
            for (name, member) in members { add(member, path.isEmpty ? name : "\(path).\(name)") }
        }
    }
}
