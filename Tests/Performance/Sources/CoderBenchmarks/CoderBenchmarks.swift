import Foundation
import LambdaEvents
import LambdaJSON

/// Decodes and encodes the event models with our coders and with Foundation's, and prints what it took.
@main
struct CoderBenchmarks {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private struct Greeting: Codable, Hashable {
        var name: String
    }

    let effort: Effort
    let payloads = Payloads()

    static func main() throws {
        var arguments = CommandLine.arguments.dropFirst()
        let command = arguments.popFirst()
        switch (command, arguments.first) {
        case (nil, _):
            try CoderBenchmarks(effort: .full).run()
        case ("--quick", nil):
            try CoderBenchmarks(effort: .quick).run()
        case ("--write-payloads", let folder?):
            for file in Payloads().files {
                try Data(file.text.utf8).write(
                    to: URL(fileURLWithPath: folder).appendingPathComponent(file.name)
                )
            }
        case ("--profile", let work?):
            try CoderBenchmarks(effort: .quick).profile(work)
        default:
            throw Failure(
                description: """
                    Expected no argument, --quick, --write-payloads <folder>, or --profile <work>, where work is \
                    decode or encode, a hyphen, and a name of CoderBenchmarks+Families.swift.
                    """
            )
        }
    }

    // Each type is named in the list of families, so that the compiler may specialise as it does for a user.
    private func run() throws {
        printHeading("decoding", "JSONDecoder")
        try compareDecoding(Greeting.self, "a user's own type", payloads.greeting)
        for family in families {
            try family.compareDecoding(self)
        }

        printHeading("encoding", "JSONEncoder")
        try compareEncoding(Greeting.self, "a user's own type", payloads.greeting)
        for family in families {
            try family.compareEncoding(self)
        }
    }

    private func printHeading(_ verb: String, _ peer: String) {
        print("\n| \(verb) | bytes | ours, us | MB/s | \(peer), us | MB/s | ratio |")
        print("|---|---:|---:|---:|---:|---:|---:|")
    }

    private func printRow(_ name: String, _ bytes: Int, _ result: Comparison) {
        let cells = [
            name, "\(bytes)",
            text(result.ours / 1000), text(Double(bytes) * 1000 / result.ours),
            text(result.theirs / 1000), text(Double(bytes) * 1000 / result.theirs),
            text(result.ratio),
        ]
        print("| \(cells.joined(separator: " | ")) |")
    }

    private func text(_ value: Double) -> String {
        String(format: value < 1000 ? "%.2f" : "%.0f", value)
    }

    func compareDecoding<T: Codable & Hashable>(
        _: T.Type,
        _ name: String,
        _ text: String
    ) throws {
        let bytes = [UInt8](text.utf8)
        let data = Data(bytes)
        let ours = LambdaJSONDecoder()
        let theirs = JSONDecoder()
        guard try ours.decode(T.self, from: bytes) == theirs.decode(T.self, from: data) else {
            throw Failure(description: "The decoders disagree about \(T.self).")
        }
        let result = try Comparison(effort) {
            use(try ours.decode(T.self, from: bytes))
        } theirs: {
            use(try theirs.decode(T.self, from: data))
        }
        printRow(name, bytes.count, result)
    }

    func compareEncoding<T: Codable & Hashable>(
        _: T.Type,
        _ name: String,
        _ text: String
    ) throws {
        let value = try LambdaJSONDecoder().decode(T.self, from: text)
        let ours = LambdaJSONEncoder()
        let theirs = JSONEncoder()
        let bytes = try ours.encode(value)
        guard try JSONDecoder().decode(T.self, from: Data(bytes)) == value else {
            throw Failure(description: "What our encoder wrote is another \(T.self).")
        }
        let result = try Comparison(effort) {
            use(try ours.encode(value))
        } theirs: {
            use(try theirs.encode(value))
        }
        printRow(name, bytes.count, result)
    }
}

// MARK: - One kind of work alone, for a profiler

extension CoderBenchmarks {
    private func profile(_ work: String) throws {
        for family in families {
            if work == "decode-\(family.name)" { return try family.decodeOften(self) }
            if work == "encode-\(family.name)" { return try family.encodeOften(self) }
        }
        throw Failure(description: "There is no work \"\(work)\".")
    }

    func decodeOften<T: Decodable>(_: T.Type, _ text: String, _ count: Int) throws {
        let bytes = [UInt8](text.utf8)
        let decoder = LambdaJSONDecoder()
        for _ in 0..<count {
            use(try decoder.decode(T.self, from: bytes))
        }
    }

    func encodeOften<T: Codable>(_: T.Type, _ text: String, _ count: Int) throws {
        let value = try LambdaJSONDecoder().decode(T.self, from: text)
        let encoder = LambdaJSONEncoder()
        for _ in 0..<count {
            use(try encoder.encode(value))
        }
    }
}
