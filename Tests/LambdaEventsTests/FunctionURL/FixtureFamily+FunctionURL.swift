import LambdaEvents

extension FixtureFamily {
    static let functionURL = FixtureFamily(
        fixtures: [],
        corpus: [:]
    )
}
