import LambdaEvents

extension FixtureFamily {
    static let authorizers = FixtureFamily(
        fixtures: [],
        corpus: [:]
    )
}
