import LambdaEvents

extension FixtureFamily {
    static let operationsDetails = FixtureFamily(
        fixtures: [],
        corpus: [:]
    )
}
