/// What the values of a metric are measured in.
///
/// CloudWatch keeps metrics of different units apart, even if they have the same name.
///
/// AWS documentation: <https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDatum.html>
public struct MetricUnit: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The text CloudWatch uses for the unit.
    public let rawValue: String

    /// Creates a unit from the text CloudWatch uses for it.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The text CloudWatch uses for the unit.
    public var description: String { rawValue }
}

extension MetricUnit {
    /// No unit.
    public static var none: Self { Self(rawValue: "None") }
    /// A number of things.
    public static var count: Self { Self(rawValue: "Count") }
    /// Hundredths.
    public static var percent: Self { Self(rawValue: "Percent") }

    /// Seconds.
    public static var seconds: Self { Self(rawValue: "Seconds") }
    /// Thousandths of a second.
    public static var milliseconds: Self { Self(rawValue: "Milliseconds") }
    /// Millionths of a second.
    public static var microseconds: Self { Self(rawValue: "Microseconds") }

    /// Bytes.
    public static var bytes: Self { Self(rawValue: "Bytes") }
    /// Thousands of bytes.
    public static var kilobytes: Self { Self(rawValue: "Kilobytes") }
    /// Millions of bytes.
    public static var megabytes: Self { Self(rawValue: "Megabytes") }
    /// Thousands of millions of bytes.
    public static var gigabytes: Self { Self(rawValue: "Gigabytes") }
    /// Millions of millions of bytes.
    public static var terabytes: Self { Self(rawValue: "Terabytes") }

    /// Bits.
    public static var bits: Self { Self(rawValue: "Bits") }
    /// Thousands of bits.
    public static var kilobits: Self { Self(rawValue: "Kilobits") }
    /// Millions of bits.
    public static var megabits: Self { Self(rawValue: "Megabits") }
    /// Thousands of millions of bits.
    public static var gigabits: Self { Self(rawValue: "Gigabits") }
    /// Millions of millions of bits.
    public static var terabits: Self { Self(rawValue: "Terabits") }

    /// The same, in a second.
    ///
    /// CloudWatch knows it of bytes, bits and their multiples, and of ``count``.
    public var perSecond: Self { Self(rawValue: rawValue + "/Second") }
}
