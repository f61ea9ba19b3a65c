import LambdaEvents

extension FixtureFamily {
    static let eventBridge = FixtureFamily(
        fixtures: [],
        corpus: [:]
    )
}
