public import LambdaJSON

extension Fixture {
    /// The same fixture with another value at a path.
    ///
    /// ```swift
    /// let event = try Fixture("sqs/standard.json")
    ///     .replacing("Records[0].body", with: #"{"id": "A-1"}"#)
    ///     .decode(as: SQSEvent.self)
    /// ```
    ///
    /// The path is written as in Swift; a name with a dot in it goes into brackets and quotes:
    /// `headers["x.trace"]`.
    ///
    /// - Parameters:
    ///   - path: The place.
    ///   - value: What is to stand there. Any type that can be encoded, and the literals of
    ///     `JSONValue`.
    /// - Returns: The changed fixture.
    /// - Throws: ``FixtureError`` if nothing is there, with what there is instead.
    public func replacing(_ path: String, with value: some Encodable) throws -> Fixture {
        try changed(.replace(JSONValue(encoding: value)), path, "replaced")
    }

    /// The same fixture with another value at a path.
    ///
    /// - Parameters:
    ///   - path: The place.
    ///   - value: What is to stand there.
    /// - Returns: The changed fixture.
    /// - Throws: ``FixtureError`` if nothing is there, with what there is instead.
    public func replacing(_ path: String, with value: JSONValue) throws -> Fixture {
        try changed(.replace(value), path, "replaced")
    }

    /// The same fixture with a value at a path where there is none.
    ///
    /// The object or the array that the value goes into must be there. An array takes it behind its
    /// last element.
    ///
    /// - Parameters:
    ///   - value: What is to stand there.
    ///   - path: The place.
    /// - Returns: The changed fixture.
    /// - Throws: ``FixtureError`` if something is there, or if there is nothing to add it to.
    public func adding(_ value: some Encodable, at path: String) throws -> Fixture {
        try changed(.add(JSONValue(encoding: value)), path, "added")
    }

    /// The same fixture with a value at a path where there is none.
    ///
    /// - Parameters:
    ///   - value: What is to stand there.
    ///   - path: The place.
    /// - Returns: The changed fixture.
    /// - Throws: ``FixtureError`` if something is there, or if there is nothing to add it to.
    public func adding(_ value: JSONValue, at path: String) throws -> Fixture {
        try changed(.add(value), path, "added")
    }

    /// The same fixture without the value at a path.
    ///
    /// - Parameter path: The place.
    /// - Returns: The changed fixture.
    /// - Throws: ``FixtureError`` if nothing is there, with what there is instead.
    public func removing(at path: String) throws -> Fixture {
        try changed(.remove, path, "removed")
    }

    private func changed(
        _ change: JSONValue.Change,
        _ text: String,
        _ verb: String
    ) throws -> Fixture {
        guard let path = JSONPath(text), !path.steps.isEmpty else {
            throw FixtureError.invalidPath(text)
        }
        var value = try decode(as: JSONValue.self)
        do throws(JSONValue.DeadEnd) {
            try value.apply(change, at: path)
        } catch {
            throw FixtureError.nothingAtPath(self, text, error.description)
        }
        return Fixture(
            path: self.path,
            bytes: try LambdaJSONEncoder().encode(value),
            changes: changes + ["\(text) \(verb)"]
        )
    }
}

extension Decodable {
    /// Creates a value from a fixture in which some values are others.
    ///
    /// ```swift
    /// let event = try S3Event(
    ///     fixture: "s3/object-created.json",
    ///     replacing: ["Records[0].s3.object.key": "holiday.png"]
    /// )
    /// ```
    ///
    /// - Parameters:
    ///   - fixture: The name of the file, such as `s3/object-created.json`.
    ///   - changes: The values by their paths; see ``Fixture/replacing(_:with:)-(_,JSONValue)``.
    ///   - filePath: The file to look beside. The default is the file that calls the initializer.
    /// - Throws: `FixtureError` if there is no such file, if a path leads nowhere, or if the result
    ///   does not decode.
    public init(
        fixture: String,
        replacing changes: KeyValuePairs<String, JSONValue>,
        filePath: String = #filePath
    ) throws {
        var fixture = try Fixture(fixture, filePath: filePath)
        for (path, value) in changes { fixture = try fixture.replacing(path, with: value) }
        self = try fixture.decode(as: Self.self)
    }
}
