import LambdaJSON

// Feeds what libFuzzer makes up to the coder. Beyond not to crash, and not to read a byte that is
// not there, it must keep its promises: what it accepts it can write and read back as the same.

/// A type that uses every kind of container.
struct Model: Codable {
    struct Item: Codable {
        var sku: String?
        var quantity: Int8?
        var price: Double?
        var tags: [String]?
    }
    enum Choice: Codable {
        case one(Int)
        case other(x: String, y: [Bool])
    }
    enum Color: String, Codable {
        case red
        case green
    }
    var id: String?
    var items: [Item]?
    var notes: [String: String]?
    var named: [String: Item]?
    var choice: Choice?
    var color: Color?
    var value: JSONValue?
    var number: JSONNumber?
    var byNumber: [Int: UInt16]?
    var wide: UInt128?
    var float: Float?
    var range: ClosedRange<Int>?
    var recursive: [Model]?
}

func require(_ condition: Bool, _ promise: String) {
    if !condition { fatalError(promise) }
}

/// The function that libFuzzer calls for each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let text = UnsafeRawBufferPointer(start: start, count: count)
    let decoder = LambdaJSONDecoder()
    let encoder = LambdaJSONEncoder()
    do {
        let value = try decoder.decode(JSONValue.self, from: text)
        try checkRoundTrip(value)
    } catch let error as DecodingError {
        checkError(error, count)
    } catch {
        fatalError("Another error than a DecodingError: \(error)")
    }
    do {
        let model = try decoder.decode(Model.self, from: text)
        let written = try encoder.encode(model)
        let again = try decoder.decode(Model.self, from: written)
        require(try encoder.encode(again) == written, "A model is not written the same again")
    } catch let error as DecodingError {
        checkError(error, count)
    } catch {
        fatalError("Another error than a DecodingError: \(error)")
    }
    _ = try? decoder.decode([Model].self, from: text)
    _ = try? decoder.decode([String: [Int: String]].self, from: text)
    _ = try? decoder.decode([String].self, from: text)
    _ = try? decoder.decode([Double].self, from: text)
    let string = String(decoding: text, as: UTF8.self)
    let quoted = try? encoder.encodeToString(string)
    require((try? decoder.decode(String.self, from: quoted ?? "")) == string, "A string differs")
    return 0
}

private func checkRoundTrip(_ value: JSONValue) throws {
    var encoder = LambdaJSONEncoder()
    let decoder = LambdaJSONDecoder()
    let compact = try encoder.encode(value)
    require(try decoder.decode(JSONValue.self, from: compact) == value, "A value differs")
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    let pretty = try encoder.encode(value)
    require(try decoder.decode(JSONValue.self, from: pretty) == value, "A pretty value differs")
    require(try JSONValue(encoding: value) == value, "A value encodes as another")
}

private func checkError(_ error: DecodingError, _ count: Int) {
    let context =
        switch error {
        case .dataCorrupted(let context), .keyNotFound(_, let context),
            .typeMismatch(_, let context), .valueNotFound(_, let context):
            context
        @unknown default: fatalError("Another DecodingError")
        }
    if let ours = context.underlyingError as? LambdaJSONError {
        require(ours.byteOffset >= 0 && ours.byteOffset <= count, "An offset is beyond the text")
    }
}
