import Foundation
import LambdaEvents
import LambdaEventsCoding
import LambdaJSON
import TestSupport
import Testing

/// Models are read past their containers; nobody may be able to tell by anything but the time.
struct NativeMembersTests {
    private static let document = JSONValue.object([
        "text": "text", "anotherTextWithALongName": "a text of more than fifteen bytes",
        "number": 1, "maybeNumber": 2, "double": 1.5, "maybeFlag": true,
        "inner": ["ID": "1", "size": 3, "any thing": [1, "2"]], "maybeInner": ["ID": "2"],
        "kind": "new", "maybeKind": "old", "time": "2026-03-01T12:00:00.250Z",
        "value": ["a": [nil, false]], "names": ["a", "bcdefghijklmnopqrst"], "numbers": [1, 2],
        "list": [["ID": "3"], ["ID": "4", "size": 5]], "lists": [[], [["ID": "5"]]],
        "texts": ["a": "b"], "map": ["x": ["ID": "6"], "y": ["ID": "7", "size": 8]],
    ])

    private static let substitutes: [JSONValue] = [
        nil, true, 0, -1, 1.5, 1e300, "", "text", [], [nil], [1], ["a"], [[:]], [:], ["ID": 1],
        ["ID": "1", "size": "2"], ["x": nil], ["x": [:]], ["x": ["ID": nil]],
        .number(JSONNumber("9223372036854775807") ?? 0),
        .number(JSONNumber("9223372036854775808") ?? 0), .number(JSONNumber("1.0") ?? 0),
    ]

    private func outcome<T: Decodable>(_ type: T.Type, _ bytes: [UInt8]) -> String {
        let result = Result { try LambdaJSONDecoder().decode(type, from: bytes) }
        return switch result {
        case .success(let value): description(of: value)
        case .failure(let error): "\(error)".replacing("Native.", with: "Plain.")
        }
    }

    /// A description without the names of types, in which dictionaries have an order.
    private func description(of value: Any) -> String {
        let mirror = Mirror(reflecting: value)
        guard !mirror.children.isEmpty else { return "\(value)" }
        var parts = mirror.children.map { "\($0.label ?? "") \(description(of: $0.value))" }
        if mirror.displayStyle == .dictionary { parts.sort() }
        return "(\(parts.joined(separator: ", ")))"
    }

    private func compare(_ bytes: [UInt8]) {
        let native = outcome(Native.Shape.self, bytes)
        let plain = outcome(Plain.Shape.self, bytes)
        #expect(native == plain, "\(String(decoding: bytes, as: UTF8.self))")
    }

    @Test func readsWhatContainersRead() throws {
        let bytes = try LambdaJSONEncoder().encode(Self.document)
        #expect(outcome(Native.Shape.self, bytes).hasPrefix("(text text, "))
        compare(bytes)
    }

    @Test func failsAsContainersDo() throws {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<500 {
            var document = Self.document
            for _ in 0..<Int.random(in: 1...2, using: &random) {
                damage(&document, using: &random)
            }
            compare(try LambdaJSONEncoder().encode(document))
        }
    }

    /// Replaces or removes a value somewhere in a document.
    private func damage(_ value: inout JSONValue, using random: inout SeededGenerator) {
        switch value {
        case .object(var members) where !members.isEmpty && Bool.random(using: &random):
            guard let name = members.keys.sorted().randomElement(using: &random) else { return }
            if Int.random(in: 0..<4, using: &random) == 0 {
                members[name] = nil
            } else {
                var member = members[name] ?? .null
                damage(&member, using: &random)
                members[name] = member
            }
            value = .object(members)
        case .array(var elements) where !elements.isEmpty && Bool.random(using: &random):
            let index = Int.random(in: elements.indices, using: &random)
            damage(&elements[index], using: &random)
            value = .array(elements)
        default:
            value = Self.substitutes.randomElement(using: &random) ?? .null
        }
    }

    @Test(
        arguments: [
            #"{"ID":"1","ID":"2","size":1,"size":"x"}"#, #"{"size":2,"\u0049D":"1"}"#,
            #"{"ID":1,"ID":"2"}"#, #"{"I\u0044":"1","ID":"2"}"#, #"{"é":1,"ID":"1"}"#, "{}", "[]",
            #"{"any thing":{},"x":1,"size":3,"ID":"\u00e9\ud83d\ude00"}"#,
        ]
    )
    func findsTheSameMembers(text: String) {
        let bytes = Array(text.utf8)
        let native = outcome(Native.Inner.self, bytes)
        #expect(native == outcome(Plain.Inner.self, bytes))
    }

    @Test func pathsOfErrorsAreWhole() throws {
        func path(_ text: String) -> [String] {
            do {
                _ = try LambdaJSONDecoder().decode(SQSEvent.self, from: text)
                return ["(no error)"]
            } catch DecodingError.keyNotFound(let key, let context) {
                return context.codingPath.map(\.stringValue) + ["no \(key.stringValue)"]
            } catch DecodingError.typeMismatch(_, let context) {
                return context.codingPath.map(\.stringValue)
            } catch {
                return ["\(error)"]
            }
        }
        let start = #"{"Records":[{"messageId":"1","receiptHandle":"r","attributes":"#
        let attributes =
            #"{"ApproximateReceiveCount":"1","SentTimestamp":"1","SenderId":"s","#
            + #""ApproximateFirstReceiveTimestamp":"1"},"#
        #expect(
            path(start + "{}}]}") == [
                "Records", "Index 0", "attributes", "no ApproximateReceiveCount",
            ]
        )
        #expect(
            path(start + attributes + #""messageAttributes":{"a":{"dataType":1}}}]}"#)
                == ["Records", "Index 0", "messageAttributes", "a", "dataType"]
        )
        #expect(
            path(start + attributes + #""messageAttributes":{"a":{}}}]}"#)
                == ["Records", "Index 0", "messageAttributes", "a", "no dataType"]
        )
    }

    #if os(Linux)
    private struct Probe: Decodable {
        enum Key: String, CodingKey { case a }

        var container: KeyedDecodingContainer<Key>
        var isNative: Bool

        init(from decoder: any Decoder) throws {
            container = try decoder.container(keyedBy: Key.self)
            isNative = NativeMembers.bool("a", in: container.box) != nil
        }
    }

    @Test func standardLibraryHasThePointerWhereItIsExpected() throws {
        #expect(try LambdaJSONDecoder().decode(Probe.self, from: #"{"a":true}"#).isNative)
    }

    @Test func otherDecodersAreAskedThroughTheirContainers() throws {
        let probe = try JSONDecoder().decode(Probe.self, from: Data(#"{"a":true}"#.utf8))
        #expect(!probe.isNative)
        #expect(try probe.container.decodeIfPresent(Bool.self, forKey: .a) == true)
    }

    @Test func keptContainersThrow() throws {
        let probe = try LambdaJSONDecoder().decode(Probe.self, from: #"{"a":true}"#)
        #expect(NativeMembers.bool("a", in: probe.container.box) == nil)
        #expect(throws: DecodingError.self) {
            try probe.container.decodeIfPresent(Bool.self, forKey: .a)
        }
        #expect(throws: DecodingError.self) {
            try probe.container.decodeIfPresent([Int].self, forKey: .a)
        }
    }
    #endif
}
