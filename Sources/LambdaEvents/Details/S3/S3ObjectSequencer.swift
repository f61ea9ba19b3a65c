import LambdaEventsShared

/// The place of an event in the history of an object's key.
///
/// S3 delivers events in any order and sometimes twice. Of two events on the same key, the one with
/// the greater sequencer happened later:
///
/// ```swift
/// if let new = event.detail.object.sequencer, let known, new <= known { return }
/// ```
///
/// Sequencers are hexadecimal numbers of varying length, compared from the left: the shorter one is
/// taken as if zeros followed it. So two that differ only in such zeros are equal.
public struct S3ObjectSequencer: RawRepresentable, Codable, Hashable, Comparable, Sendable {
    /// The hexadecimal number as S3 sends it.
    public let rawValue: String

    /// Creates a sequencer from the number as S3 sends it.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Whether two sequencers are the same place.
    public static func == (left: Self, right: Self) -> Bool {
        left.rawValue.sequencerDigits == right.rawValue.sequencerDigits
    }

    /// Whether a place comes before another.
    public static func < (left: Self, right: Self) -> Bool {
        left.rawValue.sequencerDigits.lexicographicallyPrecedes(right.rawValue.sequencerDigits)
    }

    /// Hashes the place.
    ///
    /// - Parameter hasher: The hasher to feed.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(rawValue.sequencerDigits)
    }
}
