import LambdaJSON
import Testing

/// Types may keep their decoder or its containers beyond the call. That must not read freed memory;
/// it simply goes on working.
struct KeptDecoderTests {
    final class Keeper: Decodable {
        enum Key: String, CodingKey {
            case a
            case list
            case absent
        }
        let decoder: any Decoder
        let container: KeyedDecodingContainer<Key>
        let list: any UnkeyedDecodingContainer
        let superDecoder: any Decoder

        init(from decoder: any Decoder) throws {
            self.decoder = decoder
            container = try decoder.container(keyedBy: Key.self)
            list = try container.nestedUnkeyedContainer(forKey: .list)
            superDecoder = try container.superDecoder()
        }
    }

    static let text =
        "{\"a\":\"a string longer than fifteen bytes\",\"list\":[1,2],\"super\":[true]}"

    private func keep() throws -> Keeper {
        var bytes = Array(Self.text.utf8)
        let keeper = try LambdaJSONDecoder().decode(Keeper.self, from: bytes)
        // Whatever was not copied would read these now.
        for index in bytes.indices { bytes[index] = 0xFF }
        return keeper
    }

    @Test func keptContainersGoOnWorking() throws {
        let keeper = try keep()
        for _ in 0..<100 { _ = try keep() }
        #expect(
            try keeper.container.decode(String.self, forKey: .a)
                == "a string longer than fifteen bytes"
        )
        var list = keeper.list
        #expect(try list.decode(Int.self) == 1)
        #expect(try [Bool](from: keeper.superDecoder) == [true])
        #expect(
            Failure { try keeper.container.decode(Int.self, forKey: .absent) }.text
                == "Expected a member \"absent\" in the object (byte 0)."
        )
        let container = try keeper.decoder.container(keyedBy: Keeper.Key.self)
        #expect(try container.decode([Int].self, forKey: .list) == [1, 2])
    }

    @Test func keptDecoderDecodesOtherTypesLater() throws {
        let decoders = try LambdaJSONDecoder().decode([Kept].self, from: "[1,\"b\",[2]]")
        #expect(try Int(from: decoders[0].decoder) == 1)
        #expect(try String(from: decoders[1].decoder) == "b")
        #expect(try [Int](from: decoders[2].decoder) == [2])
        #expect(dotted(decoders[2].decoder.codingPath) == "[2]")
    }

    struct Kept: Decodable {
        let decoder: any Decoder

        init(from decoder: any Decoder) {
            self.decoder = decoder
        }
    }

    @Test func decoderThatEscapesAnErrorGoesOnWorking() throws {
        final class Holder: @unchecked Sendable {
            var decoder: (any Decoder)?
        }
        struct Leaver: Decodable {
            init(from decoder: any Decoder) throws {
                let key = CodingUserInfoKey(rawValue: "holder")
                (key.flatMap { decoder.userInfo[$0] } as? Holder)?.decoder = decoder
                _ = try decoder.singleValueContainer().decode(Bool.self)
            }
        }
        let holder = Holder()
        var decoder = LambdaJSONDecoder()
        decoder.userInfo[try #require(CodingUserInfoKey(rawValue: "holder"))] = holder
        #expect(throws: DecodingError.self) { try decoder.decode([Leaver].self, from: "[12345]") }
        #expect(try Int(from: try #require(holder.decoder)) == 12345)
    }
}
