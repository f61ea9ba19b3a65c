// The JSON of a response with one value for each header has each name once, and cookies cannot be
// joined with commas, as other values can. Names that differ in case are different members of JSON, and
// the same header of HTTP: so each cookie gets a spelling of its own.

extension HTTPHeaders {
    /// How many cookies ``setCookies(_:)`` takes: `Set-Cookie` has nine letters, each in two cases.
    package static let cookieLimit = 512

    /// Sets cookies, in place of those that are there.
    ///
    /// - Parameter cookies: The cookies, no more than ``cookieLimit``: the names of more would repeat.
    package mutating func setCookies(_ cookies: [String]) {
        self["Set-Cookie"] = cookies.first
        for (number, cookie) in cookies.enumerated().dropFirst() {
            appendField(named: Self.setCookie(spelling: number), cookie)
        }
    }

    /// A spelling of `Set-Cookie`: each bit of the number changes the case of one letter.
    private static func setCookie(spelling number: Int) -> String {
        var bits = number
        var name: [UInt8] = []
        for byte in "Set-Cookie".utf8 {
            guard byte != UInt8(ascii: "-") else {
                name.append(byte)
                continue
            }
            name.append(bits & 1 == 1 ? byte ^ 0x20 : byte)
            bits >>= 1
        }
        return String(decoding: name, as: UTF8.self)
    }
}
