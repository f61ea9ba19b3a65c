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
    init?(_ text: String) {
        var parts = text.split(separator: ":", omittingEmptySubsequences: false)
        if let function = parts.lastIndex(of: "function"), function < parts.count - 1,
            Self.isPlace(parts[..<function])
        {
            parts.removeFirst(function + 1)
        }
        guard (1...2).contains(parts.count), Self.isName(parts[0], orDollar: false) else {
            return nil
        }
        guard parts.count == 1 || Self.isName(parts[1], orDollar: true) else { return nil }
        name = String(parts[0])
        qualifier = parts.count == 2 ? String(parts[1]) : nil
    }

    /// Whether what stands before `function:` is that of an ARN, or of a partial one.
    private static func isPlace(_ parts: ArraySlice<Substring>) -> Bool {
        switch parts.count {
        case 0: true
        case 1: isAccount(parts[0])
        case 5: parts[0] == "arn" && parts[2] == "lambda" && isAccount(parts[4])
        default: false
        }
    }

    private static func isAccount(_ text: Substring) -> Bool {
        text.utf8.count == 12
            && text.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    }

    private static func isName(_ text: Substring, orDollar: Bool) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy {
                switch $0 {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
                    UInt8(ascii: "."):
                    true
                case UInt8(ascii: "$"): orDollar
                default: false
                }
            }
    }
}
#endif
