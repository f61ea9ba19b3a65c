extension JSONWriter {
    /// The coding path of a container or an encoder.
    @inline(never)
    @_optimize(size)
    func path(of place: Place) -> [any CodingKey] {
        guard isCurrent(place.record, place.id) else { return pathPrefix }
        var keys: [any CodingKey] = []
        var record = place.record
        while records[record].parent >= 0 {
            let parent = records[record].parent
            switch records[parent].kind {
            case .object, .objectTail:
                let name = name(at: records[record].place)
                // What is sorted is a dictionary, which may come without a container.
                let isPayload = records[parent].hasTextKeys || records[parent].isSorted
                keys.append(PathKey(stringValue: name, isPayload: isPayload))
            case .array, .arrayTail:
                keys.append(PathKey(intValue: records[record].place - 1))
            case .vacant, .scalar:
                break
            }
            record = parent
        }
        return pathPrefix + keys.reversed()
    }

    /// The name that begins at a position of the text.
    private func name(at start: Int) -> String {
        let length = endOfString(at: start) - start - 1
        return String(unsafeUninitializedCapacity: max(0, length)) { target in
            guard let first = target.baseAddress else { return 0 }
            return Unescaper.copy(base + start + 1, length, to: first)
        }
    }

    @inline(never)
    @_optimize(size)
    func error(_ reason: String, _ value: Any, path: [any CodingKey]) -> EncodingError {
        let underlying = LambdaJSONError(reason, at: count)
        return .invalidValue(
            value,
            EncodingError.Context(
                codingPath: path,
                debugDescription: underlying.description,
                underlyingError: underlying
            )
        )
    }

    /// The error of a number that JSON does not have.
    @inline(never)
    @_optimize(size)
    func notFinite(_ value: Any, at place: Place, key: PathKey?) -> EncodingError {
        error(
            "Expected a finite number, found NaN or an infinity",
            value,
            path: path(of: place) + (key.map { [$0] } ?? [])
        )
    }
}
