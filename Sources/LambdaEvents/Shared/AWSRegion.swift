/// A region of AWS.
///
/// The constants are the regions AWS lists today; a new one decodes and compares like them.
///
/// AWS documentation: <https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html>
public struct AWSRegion: OpenValue {
    /// The code of the region, such as `us-east-1`.
    public let rawValue: String

    /// Creates a region from its code.
    public init(rawValue: String) { self.rawValue = rawValue }
}

extension AWSRegion {
    /// Northern Virginia.
    public static var usEast1: Self { Self(rawValue: "us-east-1") }
    /// Ohio.
    public static var usEast2: Self { Self(rawValue: "us-east-2") }
    /// Northern California.
    public static var usWest1: Self { Self(rawValue: "us-west-1") }
    /// Oregon.
    public static var usWest2: Self { Self(rawValue: "us-west-2") }
    /// Central Canada.
    public static var caCentral1: Self { Self(rawValue: "ca-central-1") }
    /// Calgary.
    public static var caWest1: Self { Self(rawValue: "ca-west-1") }
    /// Central Mexico.
    public static var mxCentral1: Self { Self(rawValue: "mx-central-1") }
    /// São Paulo.
    public static var saEast1: Self { Self(rawValue: "sa-east-1") }

    /// Frankfurt.
    public static var euCentral1: Self { Self(rawValue: "eu-central-1") }
    /// Zurich.
    public static var euCentral2: Self { Self(rawValue: "eu-central-2") }
    /// Ireland.
    public static var euWest1: Self { Self(rawValue: "eu-west-1") }
    /// London.
    public static var euWest2: Self { Self(rawValue: "eu-west-2") }
    /// Paris.
    public static var euWest3: Self { Self(rawValue: "eu-west-3") }
    /// Stockholm.
    public static var euNorth1: Self { Self(rawValue: "eu-north-1") }
    /// Milan.
    public static var euSouth1: Self { Self(rawValue: "eu-south-1") }
    /// Spain.
    public static var euSouth2: Self { Self(rawValue: "eu-south-2") }
    /// Brandenburg, in the European Sovereign Cloud.
    public static var euscDEEast1: Self { Self(rawValue: "eusc-de-east-1") }

    /// Cape Town.
    public static var afSouth1: Self { Self(rawValue: "af-south-1") }
    /// Tel Aviv.
    public static var ilCentral1: Self { Self(rawValue: "il-central-1") }
    /// United Arab Emirates.
    public static var meCentral1: Self { Self(rawValue: "me-central-1") }
    /// Bahrain.
    public static var meSouth1: Self { Self(rawValue: "me-south-1") }

    /// Hong Kong.
    public static var apEast1: Self { Self(rawValue: "ap-east-1") }
    /// Taipei.
    public static var apEast2: Self { Self(rawValue: "ap-east-2") }
    /// Tokyo.
    public static var apNortheast1: Self { Self(rawValue: "ap-northeast-1") }
    /// Seoul.
    public static var apNortheast2: Self { Self(rawValue: "ap-northeast-2") }
    /// Osaka.
    public static var apNortheast3: Self { Self(rawValue: "ap-northeast-3") }
    /// Mumbai.
    public static var apSouth1: Self { Self(rawValue: "ap-south-1") }
    /// Hyderabad.
    public static var apSouth2: Self { Self(rawValue: "ap-south-2") }
    /// Singapore.
    public static var apSoutheast1: Self { Self(rawValue: "ap-southeast-1") }
    /// Sydney.
    public static var apSoutheast2: Self { Self(rawValue: "ap-southeast-2") }
    /// Jakarta.
    public static var apSoutheast3: Self { Self(rawValue: "ap-southeast-3") }
    /// Melbourne.
    public static var apSoutheast4: Self { Self(rawValue: "ap-southeast-4") }
    /// Malaysia.
    public static var apSoutheast5: Self { Self(rawValue: "ap-southeast-5") }
    /// New Zealand.
    public static var apSoutheast6: Self { Self(rawValue: "ap-southeast-6") }
    /// Thailand.
    public static var apSoutheast7: Self { Self(rawValue: "ap-southeast-7") }

    /// Beijing.
    public static var cnNorth1: Self { Self(rawValue: "cn-north-1") }
    /// Ningxia.
    public static var cnNorthwest1: Self { Self(rawValue: "cn-northwest-1") }
    /// GovCloud, in the east of the United States.
    public static var usGovEast1: Self { Self(rawValue: "us-gov-east-1") }
    /// GovCloud, in the west of the United States.
    public static var usGovWest1: Self { Self(rawValue: "us-gov-west-1") }
}
