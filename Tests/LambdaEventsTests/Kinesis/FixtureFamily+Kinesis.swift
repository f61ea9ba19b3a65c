import LambdaEvents

extension FixtureFamily {
    static let kinesis = FixtureFamily(
        fixtures: [],
        corpus: [:]
    )
}
