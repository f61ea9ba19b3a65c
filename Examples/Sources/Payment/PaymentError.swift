import LambdaRuntime

/// Why an order could not be charged for.
enum PaymentError: LambdaReportableError, Equatable, CaseIterable {
    /// The processor asks to come back later: worth trying again.
    case processorBusy

    /// The bank says no: it will say no again.
    case cardDeclined

    /// The charge is not more than nothing: the caller has a mistake.
    case chargeInvalid

    /// The name by which `Retry` and `Catch` of the state machine know the error.
    var errorType: String {
        switch self {
        case .processorBusy: "PaymentProcessorBusy"
        case .cardDeclined: "CardDeclined"
        case .chargeInvalid: "ChargeInvalid"
        }
    }

    var errorMessage: String {
        switch self {
        case .processorBusy: "The payment processor is busy. Try again later."
        case .cardDeclined: "The card was declined."
        case .chargeInvalid: "The charge is not positive. Expected a number of cents."
        }
    }
}
