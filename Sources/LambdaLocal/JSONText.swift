#if LOCAL_RUNNING
import LambdaJSON

/// JSON of a known shape, written as text: its members keep their order.
enum JSONText {
    /// A string in quotation marks.
    static func quoted(_ text: String) -> String { "\(JSONValue.string(text))" }
}
#endif
