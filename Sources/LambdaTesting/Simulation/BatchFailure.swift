/// Why a simulated event source took a batch as failed as a whole.
public enum BatchFailure: Hashable, Sendable {
    /// The function failed, with an error of this type.
    case error(String)

    /// The function took longer than its timeout.
    case timedOut

    /// The response is not JSON of the form that Lambda expects.
    case invalidResponse

    /// The response names a record without an identifier.
    case emptyIdentifier

    /// The response names a record that is not in the batch.
    case unknownIdentifier(String)
}

/// What a function gave back for a batch.
enum BatchAnswer {
    /// The identifiers of the records that failed.
    case failures([String])
    case failed(BatchFailure)

    /// The answer, once it has been checked as the service checks it.
    ///
    /// An identifier that is empty, or that no record of the batch has, makes Lambda take the whole
    /// batch for failed.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html>
    func checked(against identifiers: [String], reportsItemFailures: Bool) -> BatchAnswer {
        guard case .failures(let failures) = self else { return self }
        // Without ReportBatchItemFailures, Lambda does not look at the response.
        guard reportsItemFailures else { return .failures([]) }
        let known = Set(identifiers)
        for failure in failures where !known.contains(failure) {
            return .failed(failure.isEmpty ? .emptyIdentifier : .unknownIdentifier(failure))
        }
        return self
    }
}
