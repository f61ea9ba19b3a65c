#if LOCAL_RUNNING
/// What Lambda's API lets a parameter of a call be.
///
/// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html>
struct InvokeConstraint: Sendable {
    /// The name of the parameter, as the service writes it in errors.
    let name: String
    /// The most characters that the value may have; the least is 1.
    let longest: Int
    /// The pattern, as the service documents it.
    let pattern: String
    let matches: @Sendable (String) -> Bool

    /// Looks at a value.
    ///
    /// - Throws: The fault that the service would answer with.
    func check(_ value: String) throws(InvokeFault) {
        var violations: [String] = []
        if value.isEmpty {
            violations.append("Member must have length greater than or equal to 1")
        }
        if value.unicodeScalars.count > longest {
            violations.append("Member must have length less than or equal to \(longest)")
        }
        if !matches(value) {
            violations.append("Member must satisfy regular expression pattern: \(pattern)")
        }
        guard violations.isEmpty else { throw .invalid(value, of: name, violations) }
    }
}

extension InvokeConstraint {
    static let functionName = InvokeConstraint(
        name: "functionName",
        longest: 256,
        pattern: #"(arn:(aws[a-zA-Z-]*)?:lambda:)?"#
            + #"((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:)?(\d{12}:)?(function:)?"#
            + #"([a-zA-Z0-9-_\.]+)(:(\$LATEST(\.PUBLISHED)?|[a-zA-Z0-9-_]+))?"#,
        matches: { FunctionReference($0) != nil }
    )

    static let qualifier = InvokeConstraint(
        name: "qualifier",
        longest: 128,
        pattern: #"\$(LATEST(\.PUBLISHED)?)|[a-zA-Z0-9-_$]+"#,
        matches: { FunctionReference.isQualifier($0) }
    )

    static let tenantID = InvokeConstraint(
        name: "tenantId",
        longest: 256,
        pattern: #"[a-zA-Z0-9\._:\/=+\-@ ]+"#,
        matches: { $0.consists(ofWordsAnd: "-.:/=+@ ") }
    )
}

extension StringProtocol {
    /// Whether there is something, and nothing but letters and digits of ASCII, underscores, and some
    /// other characters of it.
    func consists(ofWordsAnd others: StaticString) -> Bool {
        !isEmpty
            && utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                    true
                default: others.withUTF8Buffer { $0.contains(byte) }
                }
            }
    }
}
#endif
