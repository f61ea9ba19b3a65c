import LambdaEvents

extension FixtureFamily {
    static let alb = FixtureFamily(
        fixtures: [],
        corpus: [:]
    )
}
