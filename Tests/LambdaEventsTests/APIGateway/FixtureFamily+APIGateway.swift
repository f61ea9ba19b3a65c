import LambdaEvents

extension FixtureFamily {
    static let apiGateway = FixtureFamily(
        fixtures: [],
        corpus: [:]
    )
}
