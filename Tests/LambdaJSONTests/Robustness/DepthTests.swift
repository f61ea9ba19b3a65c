import LambdaJSON
import Testing

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

struct DepthTests {
    static func nested(_ depth: Int, _ open: String = "[", _ close: String = "]") -> String {
        String(repeating: open, count: depth) + String(repeating: close, count: depth)
    }

    @Test func acceptsAsManyLevelsAsAllowed() throws {
        _ = try LambdaJSONDecoder().decode(JSONValue.self, from: Self.nested(512))
    }

    @Test func refusesOneLevelMore() throws {
        #expect(
            Failure { try decode(Self.nested(513)) }.text
                == "The nesting is deeper than 512 levels (byte 512)."
        )
        let objects = Self.nested(512, "{\"a\":", "}")
        #expect(
            Failure { try decode("[" + objects + "]") }.text
                == "The nesting is deeper than 512 levels (byte 2556)."
        )
    }

    @Test func limitCanBeChanged() throws {
        var decoder = LambdaJSONDecoder()
        decoder.maximumDepth = 2
        _ = try decoder.decode(JSONValue.self, from: "[[1],{}]")
        #expect(
            Failure { try decoder.decode(JSONValue.self, from: "[[[]]]") }.text
                == "The nesting is deeper than 2 levels (byte 2)."
        )
        decoder.maximumDepth = 0
        #expect(try decoder.decode(Int.self, from: "1") == 1)
        #expect(throws: DecodingError.self) { try decoder.decode([Int].self, from: "[]") }
    }

    /// With the limit out of the way the scan itself still takes no stack for a level.
    @Test func scanNeedsNoStack() throws {
        struct Anything: Decodable {
            init(from decoder: any Decoder) throws {}
        }
        let text = Self.nested(1_000_000)
        let isDecoded = onSmallStack {
            var decoder = LambdaJSONDecoder()
            decoder.maximumDepth = .max
            return (try? decoder.decode(Anything.self, from: text)) != nil
        }
        #expect(isDecoded)
    }

    @Test func sixMegabytesOfBracketsFailOnASmallStack() {
        let arrays = [UInt8](repeating: UInt8(ascii: "["), count: 6_000_000)
        let objects = String(repeating: "{\"a\":", count: 1_200_000)
        let failures = onSmallStack {
            [
                Failure { try LambdaJSONDecoder().decode(JSONValue.self, from: arrays) }.text,
                Failure { try LambdaJSONDecoder().decode(JSONValue.self, from: objects) }.text,
            ]
        }
        #expect(
            failures == [
                "The nesting is deeper than 512 levels (byte 512).",
                "The nesting is deeper than 512 levels (byte 2560).",
            ]
        )
    }

    @Test func deepestTextDecodesOnASmallStack() {
        indirect enum Tree: Decodable {
            case leaf
            case node([Tree])

            init(from decoder: any Decoder) throws {
                var container = try decoder.unkeyedContainer()
                var children: [Tree] = []
                while !container.isAtEnd { children.append(try container.decode(Tree.self)) }
                self = children.isEmpty ? .leaf : .node(children)
            }
        }
        let text = Self.nested(512)
        let isDecoded = onSmallStack {
            (try? LambdaJSONDecoder().decode(Tree.self, from: text)) != nil
                && (try? LambdaJSONDecoder().decode(JSONValue.self, from: text)) != nil
        }
        #expect(isDecoded)
    }

    private func decode(_ text: String) throws {
        _ = try LambdaJSONDecoder().decode(JSONValue.self, from: text)
    }
}

/// A closure and its result on the way to a thread and back.
private final class ThreadBox: @unchecked Sendable {
    // Written by the thread, read after it has been joined.
    var result: Any?
    let body: @Sendable () -> Any

    init(_ body: @escaping @Sendable () -> Any) {
        self.body = body
    }
}

/// Runs a closure on a thread with a stack of 512 KiB, which is what a dispatch worker has on macOS
/// (and 8 MiB in a sanitizer build or a debug build, whose frames are several times as large).
private func onSmallStack<Result: Sendable>(
    _ body: @escaping @Sendable () -> Result
) -> Result {
    let box = ThreadBox { body() }
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    #if DEBUG
    pthread_attr_setstacksize(&attributes, 8 << 20)
    #else
    pthread_attr_setstacksize(&attributes, 512 << 10)
    #endif
    #if canImport(Darwin)
    var thread: pthread_t?
    #else
    var thread = pthread_t()
    #endif
    let created = pthread_create(
        &thread,
        &attributes,
        { argument in
            #if canImport(Darwin)
            let box = Unmanaged<ThreadBox>.fromOpaque(argument).takeRetainedValue()
            #else
            guard let argument else { return nil }
            let box = Unmanaged<ThreadBox>.fromOpaque(argument).takeRetainedValue()
            #endif
            box.result = box.body()
            return nil
        },
        Unmanaged.passRetained(box).toOpaque()
    )
    precondition(created == 0, "no thread")
    #if canImport(Darwin)
    if let thread { pthread_join(thread, nil) }
    #else
    pthread_join(thread, nil)
    #endif
    guard let result = box.result as? Result else {
        preconditionFailure("the thread has no result")
    }
    return result
}
