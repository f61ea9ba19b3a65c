import LambdaEvents

extension FixtureFamily {
    static let computeDetails = FixtureFamily(
        fixtures: [],
        corpus: [:]
    )
}
