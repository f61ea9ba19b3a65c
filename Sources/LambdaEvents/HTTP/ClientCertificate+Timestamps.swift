public import LambdaEventsShared

extension ClientCertificate.Validity {
    /// When the certificate begins to be valid, read from ``notBefore``.
    ///
    /// `nil` if that is missing, or text of another form.
    public var notBeforeTimestamp: Timestamp? { notBefore.flatMap(HumanDate.openSSL) }

    /// When the certificate ends to be valid, read from ``notAfter``.
    ///
    /// `nil` if that is missing, or text of another form.
    public var notAfterTimestamp: Timestamp? { notAfter.flatMap(HumanDate.openSSL) }
}
