import LambdaEvents

extension RandomDecoder {
    /// Makes an attribute value of any type.
    ///
    /// The keys that say which are an enumeration's, of which random text hits none.
    func attributeValue(depth: Int) -> AttributeValue {
        var texts: [String] { (0..<count).map { _ in text } }
        switch source.number(below: depth > 6 ? 9 : 11) {
        case 0: return .string(text)
        case 1: return .number(text)
        case 2: return .binary(.init(base64: text))
        case 3: return .bool(source.number(below: 2) == 0)
        case 4: return .null
        case 5: return .stringSet(texts)
        case 6: return .numberSet(texts)
        case 7: return .binarySet(texts.map { .init(base64: $0) })
        case 8: return .other(json(depth: depth))
        case 9: return .list((0..<count).map { _ in attributeValue(depth: depth + 1) })
        default:
            let members = (0..<count).map { _ in (text, attributeValue(depth: depth + 1)) }
            return .map(Dictionary(members) { first, _ in first })
        }
    }
}
