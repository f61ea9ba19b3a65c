/// What becomes of an invocation in which not one record succeeded, or not the first one of a stream.
///
/// The records come again either way; the difference is what Lambda makes of the invocation.
///
/// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html>
public enum AllFailedPolicy: Sendable {
    /// The invocation fails with a ``BatchError``.
    ///
    /// It then counts among the function's errors, where alarms see it. For a stream whose mapping
    /// bisects batches, the batch is bisected.
    case throwError

    /// The response names the records, as for a batch of which a part failed.
    case report
}
