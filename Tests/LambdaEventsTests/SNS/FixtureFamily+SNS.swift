import LambdaEvents

extension FixtureFamily {
    static let sns = FixtureFamily(
        fixtures: [],
        corpus: [:]
    )
}
