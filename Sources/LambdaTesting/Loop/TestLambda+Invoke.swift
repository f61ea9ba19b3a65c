import LambdaJSON

extension TestLambda {
    /// Invokes the function with an event of a type.
    ///
    /// The event is encoded as JSON. A `String` and a `[UInt8]` are the event as they are.
    ///
    /// - Parameters:
    ///   - event: The event.
    ///   - parameters: What the invocation comes with. The default is like any other invocation.
    ///   - faults: How the service misbehaves around this invocation.
    /// - Returns: What came of it. That it failed is no error.
    /// - Throws: ``LambdaTestError`` if the function could not be initialized, has ended, or takes
    ///   longer than ``Options/limit``; and `CancellationError` if the test is cancelled.
    @discardableResult
    public func invoke<Event: Encodable & Sendable>(
        _ event: Event,
        with parameters: Parameters = Parameters(),
        faults: [ServiceFault] = []
    ) async throws -> Invocation {
        if let text = event as? String {
            return try await send(Array(text.utf8), parameters, faults)
        }
        if let bytes = event as? [UInt8] { return try await send(bytes, parameters, faults) }
        let bytes: [UInt8]
        do {
            bytes = try LambdaJSONEncoder().encode(event)
        } catch {
            throw LambdaTestError.unencodable(Event.self, error)
        }
        return try await send(bytes, parameters, faults)
    }

    /// Invokes the function with a fixture.
    ///
    /// - Parameters:
    ///   - fixture: The name of the file, such as `sqs/standard.json`; see ``Fixture``.
    ///   - parameters: What the invocation comes with. The default is like any other invocation.
    ///   - faults: How the service misbehaves around this invocation.
    ///   - filePath: The file to look beside. The default is the file that calls the method.
    /// - Returns: What came of it. That it failed is no error.
    /// - Throws: ``FixtureError`` if there is no such file, and as
    ///   ``invoke(_:with:faults:)-(Event,_,_)``.
    @discardableResult
    public func invoke(
        fixture: String,
        with parameters: Parameters = Parameters(),
        faults: [ServiceFault] = [],
        filePath: String = #filePath
    ) async throws -> Invocation {
        let fixture = try Fixture(fixture, filePath: filePath)
        return try await send(fixture.bytes, parameters, faults)
    }

    /// Invokes the function with a fixture that has been read, and perhaps changed.
    ///
    /// - Parameters:
    ///   - fixture: The fixture.
    ///   - parameters: What the invocation comes with. The default is like any other invocation.
    ///   - faults: How the service misbehaves around this invocation.
    /// - Returns: What came of it. That it failed is no error.
    /// - Throws: As ``invoke(_:with:faults:)-(Event,_,_)``.
    @discardableResult
    public func invoke(
        _ fixture: Fixture,
        with parameters: Parameters = Parameters(),
        faults: [ServiceFault] = []
    ) async throws -> Invocation {
        try await send(fixture.bytes, parameters, faults)
    }
}
