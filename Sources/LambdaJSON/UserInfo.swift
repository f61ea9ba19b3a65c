/// What a coder hands on to the types it codes.
enum UserInfo {
    /// The entries as `Decoder` and `Encoder` want them.
    ///
    /// That the values are `Sendable` leaves no trace in a value or in a type at run time: the two
    /// dictionaries are of one type there. The compiler, left alone, would copy one to the other.
    static func handedOn(_ info: [CodingUserInfoKey: any Sendable]) -> [CodingUserInfoKey: Any] {
        unsafeBitCast(info, to: [CodingUserInfoKey: Any].self)
    }
}
