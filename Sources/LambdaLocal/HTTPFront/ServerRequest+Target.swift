#if LOCAL_RUNNING
import LambdaEmulator

extension ServerRequest {
    /// The values of the fields of a name, which is given in lower case.
    func values(_ name: String) -> [String] {
        fields.filter { $0.name.lowercased() == name }.map(\.value)
    }

    /// The path and the query of the target, as they were sent.
    ///
    /// `nil` for targets that no service passes on, such as the `*` of OPTIONS.
    var pathAndQuery: (path: String, query: String)? {
        var target = Substring(target)
        // RFC 9112 section 3.2.2: a server takes the absolute form, too, which clients send to proxies.
        for scheme in ["http://", "https://"] where target.lowercased().hasPrefix(scheme) {
            target = target.dropFirst(scheme.utf8.count)
            target = target.firstIndex(of: "/").map { target[$0...] } ?? "/"
            break
        }
        guard target.utf8.first == UInt8(ascii: "/") else { return nil }
        guard let mark = target.utf8.firstIndex(of: UInt8(ascii: "?")) else {
            return (String(target), "")
        }
        return (String(target[..<mark]), String(target[target.utf8.index(after: mark)...]))
    }

    /// The host that the client meant, without its port.
    var host: String {
        guard let host = values("host").first, !host.isEmpty else { return "localhost" }
        // An IPv6 address is in brackets, with colons of its own.
        if host.hasPrefix("["), let end = host.firstIndex(of: "]") { return String(host[...end]) }
        return String(host.prefix { $0 != ":" })
    }
}
#endif
