import LambdaTransport

/// What the head of a `/next` response says.
///
/// It is made from parsed bytes, without I/O.
struct Invocation {
    /// The head's values, shared with the context that the handler sees.
    let storage: ContextStorage
    /// What was wrong with the head without keeping the event from being handled.
    let warnings: [LambdaError]

    /// Reads the head of a response.
    ///
    /// Without a request id that can go into a path, nobody could be answered: that is an error.
    /// Everything else has a substitute, so that the event is handled all the same: a deadline
    /// that is missing or malformed becomes the longest time that Lambda gives, since a shorter
    /// one could end work that has time left; the other values are simply `nil`.
    init(_ reader: borrowing HTTPReader, logger: LambdaLogger) throws(LambdaError) {
        var values = ContextStorage.Values()
        for field in reader.parser.fields {
            guard let value = Self.value(named: reader.bytes(field.name)) else { continue }
            values[value] = field.value
        }
        let id = reader.bytes(values[.requestID])
        if id.isEmpty { throw .missingRequestID() }
        if !RequestID.isValid(id) { throw .invalidRequestID() }

        var warnings: [LambdaError] = []
        let deadline = reader.bytes(values[.deadline])
        var milliseconds = Self.milliseconds(deadline)
        if milliseconds == nil {
            warnings.append(deadline.isEmpty ? .missingDeadline() : .invalidDeadline())
            milliseconds = WallClock.milliseconds + RuntimeAPI.longestInvocation.wholeMilliseconds
        }
        let invocationID = reader.bytes(values[.invocationID])
        if !invocationID.isEmpty, !RequestID.isValid(invocationID) {
            warnings.append(.invalidInvocationID())
            values[.invocationID] = 0..<0
        }
        if values[.functionARN].isEmpty { warnings.append(.missingFunctionARN()) }
        storage = ContextStorage(
            copying: reader.bytes(reader.parser.head),
            values: values,
            deadlineMilliseconds: milliseconds ?? 0,
            logger: logger
        )
        self.warnings = warnings
    }

    /// Tells the names apart by their length first.
    private static func value(named name: UnsafeRawBufferPointer) -> ContextStorage.Value? {
        switch name.count {
        case 23 where RuntimeAPI.traceID.matches(name): .traceID
        case 26 where RuntimeAPI.deadline.matches(name): .deadline
        case 28 where RuntimeAPI.invocationID.matches(name): .invocationID
        case 28 where RuntimeAPI.tenantID.matches(name): .tenantID
        case 29 where RuntimeAPI.requestID.matches(name): .requestID
        case 29 where RuntimeAPI.clientContext.matches(name): .clientContext
        case 31 where RuntimeAPI.cognitoIdentity.matches(name): .cognitoIdentity
        case 35 where RuntimeAPI.functionARN.matches(name): .functionARN
        default: nil
        }
    }

    private static func milliseconds(_ digits: UnsafeRawBufferPointer) -> Int64? {
        // 15 digits last until the year 33658, and cannot overflow.
        guard (1...15).contains(digits.count) else { return nil }
        var value: Int64 = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return nil }
            value = value * 10 + Int64(digit - 0x30)
        }
        return value
    }
}

/// What an identifier must look like before it goes into a path or a header.
enum RequestID {
    /// The service's identifiers are UUIDs of 36 characters.
    static let limit = 128

    /// Accepts letters, digits, `-`, `_` and `.`, but no path segment of dots alone.
    static func isValid(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard (1...limit).contains(bytes.count) else { return false }
        var hasOtherThanDot = false
        for byte in bytes {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: hasOtherThanDot = true
            case 0x2E: break
            default: return false
            }
        }
        return hasOtherThanDot
    }
}
