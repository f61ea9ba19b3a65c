#if LOCAL_RUNNING
/// The name of a function as the Invoke API takes it, in any of its forms.
///
///     my-function                                                  name
///     my-function:prod                                             name and qualifier
///     123456789012:function:my-function                            partial ARN
///     arn:aws:lambda:us-east-1:123456789012:function:my-function   ARN, with a qualifier or without
///
/// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html>
struct FunctionReference: Equatable {
    let name: String
    /// A version or an alias.
    ///
    /// `nil` where the name has none.
    let qualifier: String?

    /// `nil` for what is no name of a function.
    ///
    /// Each part of an ARN may be missing, as in the pattern that AWS documents.
    init?(_ text: String) {
        var parts = text.split(separator: ":", omittingEmptySubsequences: false)[...]
        if parts.count > 3, parts[0] == "arn", Self.isPartition(parts[1]), parts[2] == "lambda" {
            parts.removeFirst(3)
        }
        if parts.count > 1, parts.first.map(Self.isRegion) == true { parts.removeFirst() }
        if parts.count > 1, parts.first.map(Self.isAccount) == true { parts.removeFirst() }
        if parts.count > 1, parts.first == "function" { parts.removeFirst() }
        guard let name = parts.popFirst(), name.consists(ofWordsAnd: "-.") else { return nil }
        let qualifier = parts.popFirst()
        guard parts.isEmpty, qualifier.map(Self.isQualifierOfName) ?? true else { return nil }
        self.name = String(name)
        self.qualifier = qualifier.map { String($0) }
    }

    /// Whether a version or an alias could have that name, as the parameter `Qualifier` takes it.
    static func isQualifier(_ text: String) -> Bool {
        text == "$LATEST.PUBLISHED" || text.consists(ofWordsAnd: "-$")
    }

    private static func isQualifierOfName(_ text: Substring) -> Bool {
        text == "$LATEST" || text == "$LATEST.PUBLISHED" || text.consists(ofWordsAnd: "-")
    }

    /// Whether a text is a partition, which may be missing: `aws`, `aws-cn`.
    private static func isPartition(_ text: Substring) -> Bool {
        text.isEmpty
            || text.hasPrefix("aws")
                && text.utf8.dropFirst(3).allSatisfy {
                    $0 == UInt8(ascii: "-")
                        || UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0b0010_0000
                }
    }

    /// Whether a text is a region: `us-east-1`, `us-gov-west-1`, `eusc-de-east-1`.
    private static func isRegion(_ text: Substring) -> Bool {
        var words = text.split(separator: "-", omittingEmptySubsequences: false)[...]
        if words.first == "eusc" { words.removeFirst() }
        guard let area = words.popFirst(), area.utf8.count == 2, isLowercase(area),
            let number = words.popLast(), number.utf8.count == 1, isNumber(number),
            let direction = words.popLast(), isLowercase(direction)
        else { return false }
        guard let isolation = words.popFirst() else { return true }
        let isIsolated =
            isolation.hasPrefix("iso") && isolation.utf8.count <= 4 && isLowercase(isolation)
        return words.isEmpty && (isolation == "gov" || isIsolated)
    }

    private static func isAccount(_ text: Substring) -> Bool {
        text.utf8.count == 12 && isNumber(text)
    }

    private static func isNumber(_ text: Substring) -> Bool {
        text.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    }

    private static func isLowercase(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }
    }
}
#endif
