public import LambdaEventsShared

/// How serious an event of ECS, EMR or Glue is.
public struct EventSeverity: OpenValue {
    /// The text the service uses for the severity.
    public let rawValue: String

    /// Creates a severity from the text the service uses for it.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Nothing is wrong.
    public static var info: Self { Self(rawValue: "INFO") }
    /// Something may be wrong.
    public static var warn: Self { Self(rawValue: "WARN") }
    /// Something is wrong.
    public static var error: Self { Self(rawValue: "ERROR") }
    /// Something is badly wrong.
    public static var critical: Self { Self(rawValue: "CRITICAL") }
}
