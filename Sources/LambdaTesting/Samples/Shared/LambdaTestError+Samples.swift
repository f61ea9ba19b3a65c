extension LambdaTestError {
    static var sampleIsNotText: Self {
        Self(
            .eventInvalid,
            "The bytes are not UTF-8. This service carries text: encode them in Base64."
        )
    }

    static func unencodableItem(_ type: any Any.Type, _ error: any Error) -> Self {
        Self(.eventInvalid, "Could not make an item of DynamoDB of \(type). \(error)")
    }

    static func missingKey(_ name: String, in names: [String]) -> Self {
        let list = names.sorted().joined(separator: ", ")
        return Self(
            .eventInvalid,
            "The item has no attribute \"\(name)\" to be its key. It has \(list). "
                + "Say which ones are the key with keyNames."
        )
    }

    static func pathDoesNotMatch(_ path: String, _ template: String) -> Self {
        Self(
            .eventInvalid,
            "The path \(path) does not match \(template), so API Gateway would not send the request "
                + "there. Give a path that does, or the pathParameters."
        )
    }

    static func noSample(of type: any Any.Type) -> Self {
        Self(
            .eventInvalid,
            "There is no sample of \(type). Give a detail: sample(detail: …)."
        )
    }
}
