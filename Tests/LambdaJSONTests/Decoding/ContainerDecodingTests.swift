import LambdaJSON
import Testing

/// All that Codable asks of a decoder's containers.
struct ContainerDecodingTests {
    enum Key: String, CodingKey {
        case a
        case b
        case c
    }

    /// Runs a closure as the `init(from:)` of a type.
    private func withDecoder<T>(
        of text: String,
        _ body: @escaping (any Decoder) throws -> T
    ) throws -> T {
        try DecoderAccess.decode(text, body)
    }

    @Test func membersAreFoundInAnyOrder() throws {
        struct Letters: Decodable, Equatable {
            var a: Int
            var b: Int
            var c: Int?
        }
        let expected = Letters(a: 1, b: 2, c: 3)
        for text in [
            "{\"a\":1,\"b\":2,\"c\":3}", "{\"c\":3,\"b\":2,\"a\":1}", "{\"b\":2,\"c\":3,\"a\":1}",
            "{\"x\":[{}],\"c\":3,\"y\":{\"a\":9},\"a\":1,\"z\":\"\",\"b\":2}",
        ] {
            #expect(try LambdaJSONDecoder().decode(Letters.self, from: text) == expected)
        }
        #expect(
            try LambdaJSONDecoder().decode(Letters.self, from: "{\"b\":2,\"a\":1}")
                == Letters(a: 1, b: 2, c: nil)
        )
    }

    @Test func firstOfEqualNamesCountsWhereverTheSearchBegins() throws {
        struct Pair: Decodable, Equatable {
            var a: Int
            var b: Int
        }
        let text = "{\"b\":1,\"a\":2,\"b\":3,\"a\":4}"
        #expect(try LambdaJSONDecoder().decode(Pair.self, from: text) == Pair(a: 2, b: 1))
        let escaped = "{\"\\u0062\":1,\"a\":2,\"b\":3}"
        #expect(try LambdaJSONDecoder().decode(Pair.self, from: escaped) == Pair(a: 2, b: 1))
        let many = (0..<100).map { "\"k\($0)\":\($0)" }.joined(separator: ",")
        let large = "{\"b\":1,\(many),\"a\":2,\"b\":3,\(many)}"
        #expect(try LambdaJSONDecoder().decode(Pair.self, from: large) == Pair(a: 2, b: 1))
        #expect(
            try LambdaJSONDecoder().decode([String: Int].self, from: "{\"a\":1,\"b\":2,\"a\":3}")
                == ["a": 1, "b": 2]
        )
        #expect(
            try LambdaJSONDecoder()
                .decode([String: String].self, from: "{\"a\":\"1\",\"b\":\"2\",\"a\":\"3\"}")
                == ["a": "1", "b": "2"]
        )
    }

    @Test func whatRepeatedMembersAreDoesNotMatter() throws {
        let decoder = LambdaJSONDecoder()
        #expect(try decoder.decode([String: Int].self, from: "{\"a\":1,\"a\":\"x\"}") == ["a": 1])
        #expect(
            try decoder.decode([String: String].self, from: "{\"a\":\"x\",\"a\":1}") == ["a": "x"]
        )
        #expect(
            Failure { try decoder.decode([String: Int].self, from: "{\"a\":\"x\",\"a\":1}") }.path
                == "a"
        )
    }

    @Test(arguments: [0, 1, 7, 8, 9, 15, 16, 17, 100, 4_094, 4_095, 4_096, 5_000])
    func namesOfAnyLengthAreFound(_ length: Int) throws {
        let name = String(repeating: "k", count: length)
        let text = "{\"\(name)x\":1,\"\(name)\":2,\"y\(name)\":3}"
        let values = try LambdaJSONDecoder().decode([String: Int].self, from: text)
        #expect(values == [name + "x": 1, name: 2, "y" + name: 3])
        let found = try DecoderAccess.decode(text) { decoder in
            try decoder.container(keyedBy: AnyKey.self).decode(Int.self, forKey: AnyKey(name))
        }
        #expect(found == 2)
    }

    @Test func namesThatDifferInTheMiddleAreToldApart() throws {
        let text = "{\"abcdefgh1z\":1,\"abcdefgh2z\":2,\"a1z\":3,\"a2z\":4}"
        let found = try DecoderAccess.decode(text) { decoder in
            let container = try decoder.container(keyedBy: AnyKey.self)
            return try ["abcdefgh2z", "abcdefgh1z", "a2z", "a1z"].map {
                try container.decode(Int.self, forKey: AnyKey($0))
            }
        }
        #expect(found == [2, 1, 4, 3])
    }

    @Test func allKeysComeOnceAndInOrder() throws {
        let keys = try withDecoder(of: "{\"b\":1,\"a\":2,\"x\":0,\"b\":3}") { decoder in
            let container = try decoder.container(keyedBy: Key.self)
            #expect(container.contains(.a))
            #expect(!container.contains(.c))
            return container.allKeys
        }
        #expect(keys == [.b, .a])
    }

    @Test func nullAndAbsentAreToldApart() throws {
        try withDecoder(of: "{\"a\":null,\"b\":1}") { decoder in
            let container = try decoder.container(keyedBy: Key.self)
            #expect(try container.decodeNil(forKey: .a))
            #expect(try !container.decodeNil(forKey: .b))
            #expect(Failure { try container.decodeNil(forKey: .c) }.kind == .keyNotFound)
            #expect(try container.decodeIfPresent(Int.self, forKey: .a) == nil)
            #expect(try container.decodeIfPresent(Int.self, forKey: .b) == 1)
            #expect(try container.decodeIfPresent(Int.self, forKey: .c) == nil)
            #expect(try container.decodeIfPresent([Int].self, forKey: .c) == nil)
        }
    }

    @Test func everyScalarTypeDecodesInEveryContainer() throws {
        try checkScalar(Bool.self, "true", true)
        try checkScalar(String.self, "\"é\\n\"", "é\n")
        try checkScalar(Double.self, "-1.5", -1.5)
        try checkScalar(Float.self, "0.1", 0.1)
        try checkScalar(Int.self, "-9223372036854775808", Int.min)
        try checkScalar(Int8.self, "-128", Int8.min)
        try checkScalar(Int16.self, "32767", Int16.max)
        try checkScalar(Int32.self, "-2147483648", Int32.min)
        try checkScalar(Int64.self, "9223372036854775807", Int64.max)
        try checkScalar(UInt.self, "18446744073709551615", UInt.max)
        try checkScalar(UInt8.self, "255", UInt8.max)
        try checkScalar(UInt16.self, "65535", UInt16.max)
        try checkScalar(UInt32.self, "4294967295", UInt32.max)
        try checkScalar(UInt64.self, "18446744073709551615", UInt64.max)
        try checkScalar(Int128.self, "-170141183460469231731687303715884105728", Int128.min)
        try checkScalar(UInt128.self, "340282366920938463463374607431768211455", UInt128.max)
    }

    private struct Holder<Value: Decodable>: Decodable {
        var a: Value
        var b: Value?
        var c: Value?
    }

    private func checkScalar<T: Decodable & Equatable & Sendable>(
        _ type: T.Type,
        _ text: String,
        _ expected: T
    ) throws {
        let decoder = LambdaJSONDecoder()
        #expect(try decoder.decode(T.self, from: text) == expected)
        #expect(try decoder.decode([T].self, from: "[\(text),\(text)]") == [expected, expected])
        #expect(try decoder.decode([String: T].self, from: "{\"a\":\(text)}") == ["a": expected])
        #expect(try decoder.decode([T?].self, from: "[\(text),null]") == [expected, nil])
        let holder = try decoder.decode(Holder<T>.self, from: "{\"a\":\(text),\"b\":\(text)}")
        #expect(holder.a == expected)
        #expect(holder.b == expected)
        #expect(holder.c == nil)
    }

    @Test func unkeyedContainerCountsAndStops() throws {
        try withDecoder(of: "[1,\"two\",null,[3],{\"a\":4},5]") { decoder in
            var container = try decoder.unkeyedContainer()
            #expect(container.count == 6)
            #expect(container.currentIndex == 0)
            #expect(try container.decode(Int.self) == 1)
            // An element that does not decode is not gone past.
            #expect(throws: DecodingError.self) { try container.decode(Int.self) }
            #expect(container.currentIndex == 1)
            #expect(try !container.decodeNil())
            #expect(try container.decode(String.self) == "two")
            #expect(try container.decodeNil())
            var nested = try container.nestedUnkeyedContainer()
            #expect(dotted(nested.codingPath) == "[3]")
            #expect(try nested.decode(Int.self) == 3)
            #expect(nested.isAtEnd)
            let keyed = try container.nestedContainer(keyedBy: Key.self)
            #expect(dotted(keyed.codingPath) == "[4]")
            #expect(try keyed.decode(Int.self, forKey: .a) == 4)
            let last = try container.superDecoder()
            #expect(dotted(last.codingPath) == "[5]")
            #expect(try Int(from: last) == 5)
            #expect(container.isAtEnd)
            #expect(container.currentIndex == 6)
            let failure = Failure { try container.decode(Int.self) }
            #expect(failure.kind == .valueNotFound)
            #expect(failure.path == "[6]")
            #expect(Failure { try container.decodeNil() } == failure)
            #expect(Failure { try container.nestedUnkeyedContainer() } == failure)
            #expect(Failure { try container.nestedContainer(keyedBy: Key.self) } == failure)
            #expect(Failure { _ = try container.superDecoder() } == failure)
            #expect(try container.decodeIfPresent(Int.self) == nil)
            #expect(try container.decodeIfPresent([Int].self) == nil)
        }
    }

    @Test func nestedContainersOfMembers() throws {
        try withDecoder(of: "{\"a\":{\"b\":[1,{\"c\":true}]}}") { decoder in
            let outer = try decoder.container(keyedBy: Key.self)
            let inner = try outer.nestedContainer(keyedBy: Key.self, forKey: .a)
            #expect(dotted(inner.codingPath) == "a")
            var list = try inner.nestedUnkeyedContainer(forKey: .b)
            #expect(dotted(list.codingPath) == "a.b")
            #expect(try list.decode(Int.self) == 1)
            let innermost = try list.nestedContainer(keyedBy: Key.self)
            #expect(dotted(innermost.codingPath) == "a.b[1]")
            #expect(try innermost.decode(Bool.self, forKey: .c))
            #expect(
                Failure { try outer.nestedUnkeyedContainer(forKey: .a) }.text
                    == "Expected an array, found an object (byte 5)."
            )
            #expect(Failure { try outer.nestedUnkeyedContainer(forKey: .c) }.kind == .keyNotFound)
        }
    }

    @Test func classHierarchiesDecodeThroughSuperDecoders() throws {
        class Base: Decodable {
            var x: Int
        }
        final class Derived: Base {
            var y: Int
            enum Key: CodingKey { case y }
            required init(from decoder: any Decoder) throws {
                let container = try decoder.container(keyedBy: Key.self)
                y = try container.decode(Int.self, forKey: .y)
                try super.init(from: container.superDecoder())
            }
        }
        let value = try LambdaJSONDecoder()
            .decode(Derived.self, from: "{\"y\":1,\"super\":{\"x\":2}}")
        #expect(value.x == 2)
        #expect(value.y == 1)
        let failure = Failure {
            try LambdaJSONDecoder().decode([Derived].self, from: "[{\"y\":1}]")
        }
        #expect(failure.kind == .valueNotFound)
        #expect(failure.path == "[0].super")
        #expect(failure.text == "Expected an object, found null (byte 0).")
    }

    @Test func superDecoderOfAnAbsentMemberIsNull() throws {
        try withDecoder(of: "{\"a\":1}") { decoder in
            let container = try decoder.container(keyedBy: Key.self)
            let present = try container.superDecoder(forKey: .a)
            #expect(try Int(from: present) == 1)
            let absent = try container.superDecoder(forKey: .b)
            #expect(dotted(absent.codingPath) == "b")
            #expect(try absent.singleValueContainer().decodeNil())
            #expect(try Int?(from: absent) == nil)
            #expect(Failure { try String(from: absent) }.kind == .valueNotFound)
            #expect(Failure { try Int(from: absent) }.kind == .valueNotFound)
            #expect(Failure { try Double(from: absent) }.kind == .valueNotFound)
            #expect(Failure { try Bool(from: absent) }.kind == .valueNotFound)
            #expect(Failure { try absent.unkeyedContainer() }.kind == .valueNotFound)
            #expect(try JSONValue(from: absent) == .null)
        }
    }

    @Test func enumsWithPayloadsDecode() throws {
        enum Shape: Codable, Equatable {
            case point
            case circle(radius: Double)
            case named(String, sides: Int?)
        }
        let shapes: [Shape] = [.point, .circle(radius: 1.5), .named("x", sides: nil)]
        let text = "[{\"point\":{}},{\"circle\":{\"radius\":1.5}},{\"named\":{\"_0\":\"x\"}}]"
        #expect(try LambdaJSONDecoder().decode([Shape].self, from: text) == shapes)
        #expect(try LambdaJSONEncoder().encodeToString(shapes) == text)
        #expect(
            Failure { try LambdaJSONDecoder().decode(Shape.self, from: "{\"a\":{}}") }.kind
                == .typeMismatch
        )
    }

    @Test func dictionariesOfEveryKindOfKeyDecode() throws {
        enum Color: String, Codable, CodingKeyRepresentable {
            case red
            case blue
        }
        enum Plain: String, Codable { case x }
        let decoder = LambdaJSONDecoder()
        #expect(
            try decoder.decode([String: [Int]].self, from: "{\"a\":[1],\"b\":[]}") == [
                "a": [1], "b": [],
            ]
        )
        #expect(
            try decoder.decode([Int: String].self, from: "{\"1\":\"a\",\"-2\":\"b\"}") == [
                1: "a", -2: "b",
            ]
        )
        #expect(
            try decoder.decode([Color: Int].self, from: "{\"red\":1,\"blue\":2}") == [
                .red: 1, .blue: 2,
            ]
        )
        #expect(try decoder.decode([Plain: Int].self, from: "[\"x\",1]") == [.x: 1])
        #expect(try decoder.decode([String: String?].self, from: "{\"a\":null}") == ["a": nil])
        #expect(
            Failure { try decoder.decode([Int: Int].self, from: "{\"x\":1}") }.kind == .typeMismatch
        )
    }

    @Test func userInfoAndPathsReachNestedTypes() throws {
        struct Inner: Decodable {
            var path: String
            var info: String?
            init(from decoder: any Decoder) throws {
                path = dotted(decoder.codingPath)
                info = CodingUserInfoKey(rawValue: "k").flatMap { decoder.userInfo[$0] } as? String
            }
        }
        var decoder = LambdaJSONDecoder()
        decoder.userInfo[try #require(CodingUserInfoKey(rawValue: "k"))] = "v"
        let inner = try decoder.decode([String: [Inner]].self, from: "{\"a\":[{},null,3]}")["a"]
        #expect(inner?.map(\.path) == ["a[0]", "a[1]", "a[2]"])
        #expect(inner?.map(\.info) == ["v", "v", "v"])
    }

    @Test func oneArrayCanBeReadTwiceInTurns() throws {
        try withDecoder(of: "[10,20,30]") { decoder in
            var first = try decoder.unkeyedContainer()
            _ = try first.decode(Int.self)
            var second = try decoder.unkeyedContainer()
            #expect(try first.decode(Int.self) == 20)
            #expect(try second.decode(Int.self) == 10)
            let path = Failure { try second.decode(String.self) }.path
            #expect(path == "[1]")
            #expect(Failure { try first.decode(String.self) }.path == "[2]")
        }
    }

    @Test func optionalsOfOptionalsDecode() throws {
        #expect(try LambdaJSONDecoder().decode(Int?.self, from: "null") == nil)
        #expect(try LambdaJSONDecoder().decode([Int??].self, from: "[null,1]").count == 2)
    }
}
