import LambdaJSON
import Testing

/// All that Codable asks of an encoder's containers, in and out of order.
struct ContainerEncodingTests {
    enum Key: String, CodingKey {
        case a
        case b
        case c
    }

    private func encode(_ run: @escaping (any Encoder) throws -> Void) throws -> String {
        try LambdaJSONEncoder().encodeToString(Custom(run))
    }

    @Test func everyScalarTypeEncodesInEveryContainer() throws {
        try checkScalar(true, "true")
        try checkScalar("é\n", "\"é\\n\"")
        try checkScalar(-1.5, "-1.5")
        try checkScalar(Float(0.1), "0.1")
        try checkScalar(Int.min, "-9223372036854775808")
        try checkScalar(Int8.min, "-128")
        try checkScalar(Int16.max, "32767")
        try checkScalar(Int32.min, "-2147483648")
        try checkScalar(Int64.max, "9223372036854775807")
        try checkScalar(UInt.max, "18446744073709551615")
        try checkScalar(UInt8.max, "255")
        try checkScalar(UInt16.max, "65535")
        try checkScalar(UInt32.max, "4294967295")
        try checkScalar(UInt64.max, "18446744073709551615")
        try checkScalar(Int128.max, "170141183460469231731687303715884105727")
        try checkScalar(UInt128.max, "340282366920938463463374607431768211455")
    }

    private struct Holder<Value: Encodable>: Encodable {
        var a: Value
        var b: Value?
        var c: Value?
    }

    private func checkScalar<T: Encodable>(_ value: T, _ text: String) throws {
        let encoder = LambdaJSONEncoder()
        #expect(try encoder.encodeToString(value) == text)
        #expect(try encoder.encodeToString([value, value]) == "[\(text),\(text)]")
        #expect(try encoder.encodeToString(["a": value]) == "{\"a\":\(text)}")
        #expect(try encoder.encodeToString([value, nil]) == "[\(text),null]")
        let holder = Holder(a: value, b: value)
        #expect(try encoder.encodeToString(holder) == "{\"a\":\(text),\"b\":\(text)}")
    }

    @Test func optionalMembersOfAnyTypeAreEncodedWherePresent() throws {
        final class Name: Encodable {
            func encode(to encoder: any Encoder) throws {
                var container = encoder.singleValueContainer()
                try container.encode("a name longer than fifteen bytes")
            }
        }
        struct Nothing: Encodable {}
        let text = try encode { encoder in
            var container = encoder.container(keyedBy: Key.self)
            try container.encodeIfPresent(Name(), forKey: .a)
            try container.encodeIfPresent(Name?.none, forKey: .b)
            try container.encodeIfPresent(Nothing?.none, forKey: .b)
            try container.encodeIfPresent(Int??.none, forKey: .b)
            try container.encodeIfPresent(Int??.some(nil), forKey: .b)
            try container.encodeIfPresent(Nothing(), forKey: .c)
        }
        #expect(text == #"{"a":"a name longer than fifteen bytes","b":null,"c":{}}"#)
    }

    @Test func nestedContainers() throws {
        let text = try encode { encoder in
            var outer = encoder.container(keyedBy: Key.self)
            try outer.encodeNil(forKey: .c)
            var inner = outer.nestedContainer(keyedBy: Key.self, forKey: .a)
            try inner.encode(1, forKey: .a)
            var list = inner.nestedUnkeyedContainer(forKey: .b)
            try list.encodeNil()
            try list.encode(2)
            var object = list.nestedContainer(keyedBy: Key.self)
            try object.encode("x", forKey: .a)
            var nested = list.nestedUnkeyedContainer()
            try nested.encode([true])
            #expect(list.count == 4)
            #expect(dotted(nested.codingPath) == "a.b[3]")
            #expect(dotted(object.codingPath) == "a.b[2]")
            try outer.encode(3, forKey: .b)
        }
        #expect(text == #"{"c":null,"a":{"a":1,"b":[null,2,{"a":"x"},[[true]]]},"b":3}"#)
    }

    @Test func containersThatAreNotUsedAreEmpty() throws {
        #expect(try encode { _ = $0.container(keyedBy: Key.self) } == "{}")
        #expect(try encode { _ = $0.unkeyedContainer() } == "[]")
        #expect(
            try encode { encoder in
                var container = encoder.unkeyedContainer()
                _ = container.nestedContainer(keyedBy: Key.self)
                _ = container.nestedUnkeyedContainer()
            } == "[{},[]]"
        )
    }

    @Test func valueThatEncodesNothingIsAnEmptyObject() throws {
        struct Nothing: Encodable {
            func encode(to encoder: any Encoder) throws {}
        }
        #expect(try LambdaJSONEncoder().encodeToString([Nothing()]) == "[{}]")
        #expect(try LambdaJSONEncoder().encodeToString(["a": Nothing()]) == "{\"a\":{}}")
        let failure = Failure { try LambdaJSONEncoder().encode(Nothing()) }
        #expect(failure.kind == .invalidValue)
        #expect(failure.text == "Expected Nothing to encode a value, found none (byte 0).")
        #expect(failure.isOurs)
    }

    // MARK: Out of order

    @Test func containerMayBeWrittenAfterItsParent() throws {
        let text = try encode { encoder in
            var outer = encoder.container(keyedBy: Key.self)
            var list = outer.nestedUnkeyedContainer(forKey: .a)
            var object = outer.nestedContainer(keyedBy: Key.self, forKey: .b)
            try outer.encode(1, forKey: .c)
            try list.encode(2)
            try object.encode(3, forKey: .a)
            try list.encode(4)
            #expect(dotted(list.codingPath) == "a")
            #expect(list.count == 2)
            try object.encode(5, forKey: .b)
        }
        #expect(text == #"{"a":[2,4],"b":{"a":3,"b":5},"c":1}"#)
    }

    @Test func containersMayBeWrittenInTurns() throws {
        let text = try encode { encoder in
            var outer = encoder.container(keyedBy: Key.self)
            var evens = outer.nestedUnkeyedContainer(forKey: .a)
            var odds = outer.nestedUnkeyedContainer(forKey: .b)
            for number in 0..<6 {
                if number.isMultiple(of: 2) {
                    try evens.encode(number)
                } else {
                    try odds.encode(number)
                }
            }
            try outer.encode(true, forKey: .c)
        }
        #expect(text == #"{"a":[0,2,4],"b":[1,3,5],"c":true}"#)
    }

    @Test func writingInTurnsTakesLinearTime() throws {
        let count = 200_000
        let text = try encode { encoder in
            var outer = encoder.unkeyedContainer()
            var evens = outer.nestedUnkeyedContainer()
            var odds = outer.nestedUnkeyedContainer()
            for number in 0..<count {
                if number.isMultiple(of: 2) {
                    try evens.encode(number)
                } else {
                    try odds.encode(number)
                }
            }
        }
        let lists = try LambdaJSONDecoder().decode([[Int]].self, from: text)
        #expect(lists.map(\.count) == [count / 2, count / 2])
        #expect(lists[1].last == count - 1)
    }

    @Test func lateContainersMayNest() throws {
        let text = try encode { encoder in
            var outer = encoder.unkeyedContainer()
            var first = outer.nestedUnkeyedContainer()
            try first.encode("early")
            try outer.encode("after")
            var inner = first.nestedContainer(keyedBy: Key.self)
            try first.encode("late")
            var innermost = inner.nestedUnkeyedContainer(forKey: .a)
            try inner.encode([Double]([1, 2]), forKey: .b)
            #expect(dotted(innermost.codingPath) == "[0][1].a")
            try innermost.encode(3)
            try outer.encode("end")
        }
        #expect(text == #"[["early",{"a":[3],"b":[1,2]},"late"],"after","end"]"#)
    }

    @Test func superEncodersMayBeWrittenAtAnyTime() throws {
        let text = try encode { encoder in
            var outer = encoder.container(keyedBy: Key.self)
            let first = outer.superEncoder()
            let unused = outer.superEncoder(forKey: .a)
            try outer.encode(1, forKey: .b)
            #expect(dotted(first.codingPath) == "super")
            #expect(dotted(unused.codingPath) == "a")
            var container = first.container(keyedBy: Key.self)
            try container.encode(2, forKey: .c)
            var list = container.nestedUnkeyedContainer(forKey: .a)
            try outer.encode(4, forKey: .c)
            try list.encode(3)
        }
        #expect(text == #"{"super":{"c":2,"a":[3]},"a":{},"b":1,"c":4}"#)
        let array = try encode { encoder in
            var list = encoder.unkeyedContainer()
            let first = list.superEncoder()
            let second = list.superEncoder()
            try list.encode(3)
            #expect(dotted(second.codingPath) == "[1]")
            var single = second.singleValueContainer()
            try single.encode("two")
            try [1].encode(to: first)
            #expect(list.count == 3)
        }
        #expect(array == #"[[1],"two",3]"#)
    }

    @Test func classHierarchiesEncodeThroughSuperEncoders() throws {
        class Base: Codable {
            var x = 1
            init() {}
        }
        final class Derived: Base {
            var y = 2
            enum Key: CodingKey { case y }
            override func encode(to encoder: any Encoder) throws {
                var container = encoder.container(keyedBy: Key.self)
                try container.encode(y, forKey: .y)
                try super.encode(to: container.superEncoder())
            }
        }
        #expect(
            try LambdaJSONEncoder().encodeToString(["b": Derived(), "a": Derived()])
                == #"{"a":{"y":2,"super":{"x":1}},"b":{"y":2,"super":{"x":1}}}"#
        )
    }

    @Test func twoContainersOfOneEncoderShareTheObject() throws {
        let text = try encode { encoder in
            var first = encoder.container(keyedBy: Key.self)
            try first.encode(1, forKey: .a)
            var second = encoder.container(keyedBy: AnyKey.self)
            try second.encode(2, forKey: AnyKey("b"))
            try first.encode(3, forKey: .a)
        }
        #expect(text == #"{"a":3,"b":2}"#)
        let list = try encode { encoder in
            var first = encoder.unkeyedContainer()
            try first.encode(1)
            var second = encoder.unkeyedContainer()
            try second.encode(2)
            try first.encode(3)
        }
        #expect(list == "[1,2,3]")
    }

    @Test func valuesMayShareTheirEncoder() throws {
        struct Part: Encodable {
            var a = 1
            var b = 2
        }
        let text = try encode { encoder in
            try Part().encode(to: encoder)
            var container = encoder.container(keyedBy: Key.self)
            try container.encode("x", forKey: .b)
            try container.encode("y", forKey: .c)
        }
        #expect(text == #"{"a":1,"b":"x","c":"y"}"#)
    }

    @Test func userInfoAndPathsReachNestedTypes() throws {
        var encoder = LambdaJSONEncoder()
        let key = try #require(CodingUserInfoKey(rawValue: "k"))
        encoder.userInfo[key] = "v"
        let inner = Custom { encoder in
            var container = encoder.singleValueContainer()
            try container.encode("\(dotted(encoder.codingPath)) \(encoder.userInfo[key] ?? "none")")
        }
        #expect(
            try encoder.encodeToString(["a\"": [inner, inner]])
                == #"{"a\"":["a\"[0] v","a\"[1] v"]}"#
        )
    }

    @Test func conditionalReferencesAreEncoded() throws {
        final class Node: Encodable {
            let name = "n"
        }
        let text = try encode { encoder in
            var container = encoder.container(keyedBy: Key.self)
            try container.encodeConditional(Node(), forKey: .a)
            var list = container.nestedUnkeyedContainer(forKey: .b)
            try list.encodeConditional(Node())
            try list.encode(contentsOf: [1, 2])
        }
        #expect(text == #"{"a":{"name":"n"},"b":[{"name":"n"},1,2]}"#)
    }
}
