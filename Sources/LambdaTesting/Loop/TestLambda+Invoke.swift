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
    ///   - onPiece: Called with each piece of a streamed response when it has arrived, on the thread
    ///     of the Runtime API: while the closure waits, nothing more of the response is read.
    /// - Returns: What came of it. That it failed is no error.
    /// - Throws: ``LambdaTestError`` if the function could not be initialized, has ended, or takes
    ///   longer than ``Options/limit``; and `CancellationError` if the test is cancelled.
    @discardableResult
    public func invoke<Event: Encodable & Sendable>(
        _ event: Event,
        with parameters: Parameters = Parameters(),
        faults: [ServiceFault] = [],
        onPiece: (@Sendable ([UInt8]) -> Void)? = nil
    ) async throws -> Invocation {
        if let text = event as? String {
            return try await send(Array(text.utf8), parameters, faults, onPiece)
        }
        if let bytes = event as? [UInt8] {
            return try await send(bytes, parameters, faults, onPiece)
        }
        let bytes: [UInt8]
        do {
            bytes = try LambdaJSONEncoder().encode(event)
        } catch {
            throw LambdaTestError.unencodable(Event.self, error)
        }
        return try await send(bytes, parameters, faults, onPiece)
    }

    /// Invokes the function with a fixture.
    ///
    /// - Parameters:
    ///   - fixture: The name of the file, such as `sqs/standard.json`; see ``Fixture``.
    ///   - parameters: What the invocation comes with. The default is like any other invocation.
    ///   - faults: How the service misbehaves around this invocation.
    ///   - filePath: The file to look beside. The default is the file that calls the method.
    ///   - onPiece: Called with each piece of a streamed response when it has arrived.
    /// - Returns: What came of it. That it failed is no error.
    /// - Throws: ``FixtureError`` if there is no such file, and as
    ///   ``invoke(_:with:faults:onPiece:)-(Event,_,_,_)``.
    @discardableResult
    public func invoke(
        fixture: String,
        with parameters: Parameters = Parameters(),
        faults: [ServiceFault] = [],
        filePath: String = #filePath,
        onPiece: (@Sendable ([UInt8]) -> Void)? = nil
    ) async throws -> Invocation {
        let fixture = try Fixture(fixture, filePath: filePath)
        return try await send(fixture.bytes, parameters, faults, onPiece)
    }

    /// Invokes the function with a fixture that has been read, and perhaps changed.
    ///
    /// - Parameters:
    ///   - fixture: The fixture.
    ///   - parameters: What the invocation comes with. The default is like any other invocation.
    ///   - faults: How the service misbehaves around this invocation.
    ///   - onPiece: Called with each piece of a streamed response when it has arrived, on the thread
    ///     of the Runtime API: while the closure waits, nothing more of the response is read.
    /// - Returns: What came of it. That it failed is no error.
    /// - Throws: As ``invoke(_:with:faults:onPiece:)-(Event,_,_,_)``.
    @discardableResult
    public func invoke(
        _ fixture: Fixture,
        with parameters: Parameters = Parameters(),
        faults: [ServiceFault] = [],
        onPiece: (@Sendable ([UInt8]) -> Void)? = nil
    ) async throws -> Invocation {
        try await send(fixture.bytes, parameters, faults, onPiece)
    }
}
