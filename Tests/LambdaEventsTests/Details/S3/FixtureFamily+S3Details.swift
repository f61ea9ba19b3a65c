import LambdaEvents

extension FixtureFamily {
    static let s3Details = FixtureFamily(
        fixtures: [],
        corpus: [:]
    )
}
