import LambdaEvents

extension FixtureFamily {
    static let developerToolsDetails = FixtureFamily(
        fixtures: [],
        corpus: [:]
    )
}
