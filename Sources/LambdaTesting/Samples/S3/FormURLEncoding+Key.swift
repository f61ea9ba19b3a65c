import LambdaEvents
import LambdaEventsShared

extension FormURLEncoding {
    /// Encodes the key of an object as S3 does in notifications: as a form encodes text, but for the
    /// slashes.
    static func encodeKey(_ key: String) -> String {
        var encoded = ""
        for byte in key.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "*"), UInt8(ascii: "/"):
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            case UInt8(ascii: " "):
                encoded += "+"
            default:
                encoded += "%" + SampleID.hexadecimal(Int(byte), digits: 2).uppercased()
            }
        }
        return encoded
    }
}
