#if LOCAL_RUNNING
import LambdaJSON

/// Reading the event that is to be sent, and looking at it before it is.
enum LocalEvent {
    /// The largest event of a synchronous call: 6 MiB.
    static let largest = 6 * 1024 * 1024

    /// Reads an event.
    ///
    /// - Parameters:
    ///   - source: Where it is.
    ///   - samples: The samples that it may be one of.
    ///   - program: The program that lists them.
    /// - Returns: The bytes, which may be anything.
    /// - Throws: A fault that says why it cannot be read.
    static func read(
        _ source: LocalCommand.EventSource,
        samples: SampleFolder,
        program: String
    ) throws(LocalFault) -> [UInt8] {
        let name = source.name
        let result: Result<[UInt8], LocalSystem.ReadFailure>
        switch source {
        case .file(let path):
            result = LocalSystem.readFile(path, limit: largest)
        case .sample(let name):
            return try samples.read(name, program: program)
        case .standardInput:
            result = LocalSystem.readAll(0, limit: largest)
        }
        switch result {
        case .failure(let failure):
            throw .noInput("\(name) cannot be read: \(LocalSystem.reason(failure.number)).")
        case .success(let bytes) where bytes.count > largest:
            throw .data("\(name) is larger than 6,291,456 bytes, the most that Lambda accepts.")
        case .success(let bytes):
            return bytes
        }
    }

    /// Says where an event is not JSON.
    static func check(_ bytes: [UInt8], name: String) throws(LocalFault) {
        guard !bytes.isEmpty else { throw .data("\(name) is empty. Expected JSON.") }
        guard let flaw = flaw(in: bytes) else { return }
        throw .data(
            "\(name) is not JSON: \(flaw). Correct it, or send it as it is with --raw."
        )
    }

    /// Whether an event has a list of records, and it is empty.
    static func hasNoRecords(_ bytes: [UInt8]) -> Bool {
        let event = try? LambdaJSONDecoder().decode(Recorded.self, from: bytes)
        return event?.records?.isEmpty == true
    }

    /// Why some bytes are not JSON, without a full stop.
    ///
    /// It names the place, never what is there. `nil` where they are.
    static func flaw(in bytes: [UInt8]) -> String? {
        do {
            _ = try LambdaJSONDecoder().decode(WellFormed.self, from: bytes)
            return nil
        } catch DecodingError.dataCorrupted(let context) {
            guard let flaw = context.underlyingError as? LambdaJSONError else {
                return "there is a flaw in it"
            }
            let place = position(of: flaw.byteOffset, in: bytes)
            return "\(flaw.reason) (line \(place.line), column \(place.column))"
        } catch {
            return "there is a flaw in it"
        }
    }

    /// The line and column of a byte, from 1.
    ///
    /// Columns count characters as editors do, not bytes.
    static func position(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
        let before = bytes.prefix(max(0, offset))
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let column = before[lineStart...].count { $0 & 0b1100_0000 != 0b1000_0000 } + 1
        return (line, column)
    }

    /// What the events of streams, queues and S3 have in common.
    private struct Recorded: Decodable {
        let records: [WellFormed]?

        enum CodingKeys: String, CodingKey {
            case records = "Records"
        }
    }

    /// Decodes from any JSON and takes nothing from it.
    private struct WellFormed: Decodable {
        init(from decoder: any Decoder) {}
    }
}
#endif
