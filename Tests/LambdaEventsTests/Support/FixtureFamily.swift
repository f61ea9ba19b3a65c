/// What the generated tests need to know about one family of events.
struct FixtureFamily: Sendable {
    /// The fixtures of the family.
    ///
    /// A file that is in no family fails a test.
    let fixtures: [FixtureCase]

    /// The type of each folder of a corpus; `s3_*` stands for all folders that begin with `s3_`.
    let corpus: [String: any (Codable & Hashable & Sendable).Type]

    /// The names of members whose keys are data, so that a new key is a new element and not an
    /// unknown member.
    let maps: Set<String>

    /// The names of members that hold any JSON, so that the same goes for every object in them.
    let openValues: Set<String>

    /// The names of members that hold an instant in another form than ISO 8601 text, and so refuse
    /// other text.
    let textTimestamps: Set<String>

    init(
        fixtures: [FixtureCase],
        corpus: [String: any (Codable & Hashable & Sendable).Type],
        maps: Set<String> = [],
        openValues: Set<String> = [],
        textTimestamps: Set<String> = []
    ) {
        self.fixtures = fixtures.map {
            $0.inFamily(
                maps: maps,
                openValues: openValues,
                textTimestamps: textTimestamps
            )
        }
        self.corpus = corpus
        self.maps = maps
        self.openValues = openValues
        self.textTimestamps = textTimestamps
    }

    static let all: [FixtureFamily] = [
        s3, sqs, sns, kinesis, dynamoDB, cloudWatchLogs,
        apiGateway, apiGatewayV2, authorizers, functionURL, alb,
        config, eventBridge, s3Details, computeDetails, developerToolsDetails, operationsDetails,
        securityDetails, machineLearningDetails,
    ]
}

extension FixtureCase {
    /// Every fixture.
    static let all = FixtureFamily.all.flatMap(\.fixtures)
}
