/// An error that says under which type and with which message Lambda reports it.
///
/// Callers of the function receive both, and Step Functions and alarms match on the type. Any
/// other error is reported under the name of its Swift type, with its description as message.
///
/// ```swift
/// struct OutOfStock: LambdaReportableError {
///     let article: String
///     var errorType: String { "OutOfStock" }
///     var errorMessage: String { "Article \(article) is out of stock." }
/// }
/// ```
public protocol LambdaReportableError: Error {
    /// A stable name for this kind of failure.
    ///
    /// Letters only, and a capital first, make it appear in Lambda's own metrics as well.
    var errorType: String { get }

    /// What happened, for those who call the function.
    var errorMessage: String { get }
}
