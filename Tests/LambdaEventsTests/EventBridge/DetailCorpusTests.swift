import Foundation
import LambdaEvents
import LambdaJSON
import Testing

/// The events of a corpus (see ``CorpusTests``) whose details this library has a type for, in that
/// type.
///
/// A folder may hold events of several kinds, so the type is found as a handler finds it: by source
/// and detail type.
@Suite(.enabled(if: Corpus.folder != nil, "SWIFT_LAMBDA_CORPUS names no folder."))
struct DetailCorpusTests {
    private static let details =
        AnyDetail.compute + AnyDetail.developerTools + AnyDetail.others

    @Test
    func everyKnownDetailDecodesAndLosesNothing() throws {
        let folder = try #require(Corpus.folder)
        var decoded = 0
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        where name.hasPrefix("eventbridge_") {
            let files = folder.appendingPathComponent(name)
            for file in try FileManager.default.contentsOfDirectory(atPath: files.path).sorted() {
                let json = [UInt8](try Data(contentsOf: files.appendingPathComponent(file)))
                guard
                    let event = try? Coder.lambda.decode(
                        EventBridgeEvent<JSONValue>.self,
                        from: json
                    ),
                    let type = Self.details.first(where: {
                        $0.matches(source: event.source, detailType: event.detailType)
                    })
                else { continue }
                try expectNothingLost(type, json, "\(name)/\(file)")
                decoded += 1
            }
        }
        #expect(decoded > 0)
    }

    private func expectNothingLost<Known: AnyDetail.Known>(
        _ type: Known.Type,
        _ json: [UInt8],
        _ name: String
    ) throws {
        let event = try Coder.lambda.decode(EventBridgeEvent<Known>.self, from: json)
        let foundations = try Coder.foundation.decode(EventBridgeEvent<Known>.self, from: json)
        #expect(event == foundations, "\(name)")
        let after = try Tree(json: Coder.lambda.encode(event))
        let lost = try Tree(json: json).everything.compactMap { path, value -> String? in
            switch value {
            case .null, .object, .array: nil
            default: after.value(at: path) == value ? nil : path.text
            }
        }
        #expect(lost.isEmpty, "\(name)")
    }
}
