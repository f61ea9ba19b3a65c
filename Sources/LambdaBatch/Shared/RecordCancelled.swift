import LambdaRuntime

/// The handling of a record ended after it was cancelled, so that nobody knows whether all was done.
///
/// Only the log has it.
package struct RecordCancelled: LambdaReportableError {
    package var errorType: String { "RecordCancelled" }

    package var errorMessage: String {
        "Time ran out while the record was handled, and its handler returned as if all were done. It "
            + "comes again, in case only a part was."
    }
}
