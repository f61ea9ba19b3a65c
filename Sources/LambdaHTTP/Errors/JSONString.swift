import LambdaJSON

enum JSONString {
    /// A text as JSON, in quotation marks.
    static func quoted(_ text: String) -> String { JSONValue.string(text).description }
}
