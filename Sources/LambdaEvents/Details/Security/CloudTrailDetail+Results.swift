import LambdaJSON

extension CloudTrailDetail {
    /// Whether the call failed.
    public var isError: Bool { errorCode != nil || errorMessage != nil }

    /// Whether someone who tried to sign in to the console did.
    ///
    /// `nil` if the record is not about a sign-in.
    public var isSuccessfulConsoleLogin: Bool? {
        responseElements?["ConsoleLogin"]?.stringValue.map { $0 == "Success" }
    }

    /// Whether someone who tried to sign in to the console used a second factor.
    ///
    /// `nil` if the record is not about a sign-in, or CloudTrail does not say.
    public var isConsoleLoginWithMFA: Bool? {
        additionalEventData?["MFAUsed"]?.stringValue.map { $0 == "Yes" }
    }
}
