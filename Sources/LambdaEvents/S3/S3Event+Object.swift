import LambdaEventsCoding
import LambdaEventsShared
public import LambdaJSON

extension S3Event {
    /// The bucket and the object a record is about.
    public struct Entity: Codable, Hashable, Sendable {
        /// The version of this part of the format: `1.0`.
        ///
        /// `nil` in handwritten events.
        public var s3SchemaVersion: String?

        /// The ID of the notification configuration that made S3 send the event.
        ///
        /// `nil` in handwritten events.
        public var configurationID: String?

        /// The bucket.
        public var bucket: Bucket

        /// The object.
        public var object: Object

        /// The annotations that were put on the object, or deleted from it, as S3 sends them.
        ///
        /// `nil` except for events of ``EventName/Category/objectAnnotation``.
        ///
        /// AWS documents the members of an annotation, not whether one or a list is sent, so any
        /// JSON is taken. Use ``objectAnnotations``.
        public var objectAnnotation: JSONValue?

        /// Creates an entity.
        ///
        /// Parameters match the properties of the same name.
        public init(
            s3SchemaVersion: String? = nil,
            configurationID: String? = nil,
            bucket: Bucket,
            object: Object,
            objectAnnotation: JSONValue? = nil
        ) {
            self.s3SchemaVersion = s3SchemaVersion
            self.configurationID = configurationID
            self.bucket = bucket
            self.object = object
            self.objectAnnotation = objectAnnotation
        }

        /// The annotations in ``objectAnnotation``, be it one or a list.
        ///
        /// Empty if there are none.
        public var objectAnnotations: [ObjectAnnotation] {
            guard let objectAnnotation else { return [] }
            let values = objectAnnotation.arrayValue ?? [objectAnnotation]
            return values.compactMap { value in
                guard let name = value["name"]?.stringValue else { return nil }
                return ObjectAnnotation(
                    name: name,
                    size: value["size"]?.intValue,
                    eTag: value["eTag"]?.stringValue
                )
            }
        }

        enum CodingKeys: String, CodingKey {
            case s3SchemaVersion
            case configurationID = "configurationId"
            case bucket
            case object
            case objectAnnotation
        }
    }

    /// A bucket.
    public struct Bucket: Codable, Hashable, Sendable {
        /// The name of the bucket.
        public var name: String

        /// Who owns the bucket.
        ///
        /// `nil` in handwritten events.
        public var ownerIdentity: Identity?

        /// The ARN of the bucket.
        public var arn: String

        /// The tags AWS put on the bucket, such as `aws:cloudformation:stack-name`.
        ///
        /// Empty if there are none, in events of cross-Region replication, and before format 2.5.
        public var awsGeneratedTags: [String: String]

        /// Creates a bucket.
        ///
        /// Parameters match the properties of the same name.
        public init(
            name: String,
            ownerIdentity: Identity? = nil,
            arn: String,
            awsGeneratedTags: [String: String] = [:]
        ) {
            self.name = name
            self.ownerIdentity = ownerIdentity
            self.arn = arn
            self.awsGeneratedTags = awsGeneratedTags
        }
    }

    /// An object, as it is after the event.
    public struct Object: Codable, Hashable, Sendable {
        /// The key of the object, URL-encoded as S3 sends it: a space arrives as `+`.
        ///
        /// Pass ``decodedKey`` to the S3 API.
        public var key: String

        /// The size of the object in bytes.
        ///
        /// `nil` where the event says nothing about the content: removals, expirations, and changes
        /// of tags or access control lists.
        public var size: Int?

        /// The entity tag of the object, without quotes.
        ///
        /// `nil` for an object that was deleted for good.
        public var eTag: String?

        /// The version of the object.
        ///
        /// `nil` in a bucket without versioning.
        public var versionID: String?

        /// The place of the event in the history of its key.
        ///
        /// `nil` for changes of tags. Compare only the sequencers of events on the same key.
        public var sequencer: Sequencer?

        /// Whether the object was copied together with annotations.
        ///
        /// `nil` except for ``EventName/objectCreatedCopy``, and before format 2.6.
        public var hasObjectAnnotation: Bool?

        /// Creates an object.
        ///
        /// Parameters match the properties of the same name.
        public init(
            key: String,
            size: Int? = nil,
            eTag: String? = nil,
            versionID: String? = nil,
            sequencer: Sequencer? = nil,
            hasObjectAnnotation: Bool? = nil
        ) {
            self.key = key
            self.size = size
            self.eTag = eTag
            self.versionID = versionID
            self.sequencer = sequencer
            self.hasObjectAnnotation = hasObjectAnnotation
        }

        /// The key of the object, as the S3 API wants it: `red flower.jpg` for `red+flower.jpg`.
        ///
        /// What is no valid escape stays as it is.
        public var decodedKey: String { FormURLEncoding.decode(key) }

        enum CodingKeys: String, CodingKey {
            case key
            case size
            case eTag
            case versionID = "versionId"
            case sequencer
            case hasObjectAnnotation
        }
    }

    /// An annotation: named content that belongs to an object.
    public struct ObjectAnnotation: Codable, Hashable, Sendable {
        /// The name of the annotation.
        public var name: String

        /// The size of the annotation in bytes.
        ///
        /// `nil` if the annotation was deleted.
        public var size: Int?

        /// The entity tag of the annotation, without quotes.
        ///
        /// `nil` if the annotation was deleted.
        public var eTag: String?

        /// Creates an annotation.
        ///
        /// Parameters match the properties of the same name.
        public init(name: String, size: Int? = nil, eTag: String? = nil) {
            self.name = name
            self.size = size
            self.eTag = eTag
        }
    }
}

extension S3Event.Object {
    /// The place of an event in the history of its key.
    ///
    /// S3 delivers events in any order and sometimes twice. Of two events on the same key, the one
    /// with the greater sequencer happened later:
    ///
    /// ```swift
    /// if let new = object.sequencer, let known, new <= known { return }
    /// ```
    ///
    /// Sequencers are hexadecimal numbers of varying length, compared from the left: the shorter
    /// one is taken as if zeros followed it. So two that differ only in such zeros are equal.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html>
    public struct Sequencer: RawRepresentable, Codable, Hashable, Comparable, Sendable {
        /// The hexadecimal number as S3 sends it.
        public let rawValue: String

        /// Creates a sequencer from the number as S3 sends it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Reads the sequencer from a JSON string.
        ///
        /// - Parameter decoder: The decoder to read from.
        /// - Throws: `DecodingError` if the JSON value is not a string.
        public init(from decoder: any Decoder) throws {
            rawValue = try decoder.singleValueContainer().decode(String.self)
        }

        /// Whether two sequencers are the same place.
        public static func == (left: Self, right: Self) -> Bool {
            left.significantDigits.elementsEqual(right.significantDigits)
        }

        /// Whether a place comes before another.
        public static func < (left: Self, right: Self) -> Bool {
            left.significantDigits.lexicographicallyPrecedes(right.significantDigits)
        }

        /// Hashes the place.
        ///
        /// - Parameter hasher: The hasher to feed.
        public func hash(into hasher: inout Hasher) {
            for digit in significantDigits { hasher.combine(digit) }
        }

        /// The digits up to the last that is not zero, in one case.
        ///
        /// The order of the ASCII codes of digits and lower-case letters is the order of the
        /// digits.
        private var significantDigits: some Sequence<UInt8> {
            let digits = rawValue.utf8
            let end = digits.lastIndex { $0 != UInt8(ascii: "0") }.map(digits.index(after:))
            return digits[..<(end ?? digits.startIndex)].lazy.map(\.asciiLowercased)
        }
    }
}
