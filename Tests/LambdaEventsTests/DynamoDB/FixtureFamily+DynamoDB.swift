import LambdaEvents

extension FixtureFamily {
    static let dynamoDB = FixtureFamily(
        fixtures: [],
        corpus: [:]
    )
}
