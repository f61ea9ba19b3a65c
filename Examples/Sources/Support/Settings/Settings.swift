#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// What a function is told by environment variables.
package struct Settings: Sendable {
    private let look: @Sendable (String) -> String?

    /// The environment of the process.
    package static let environment = Settings { name in
        getenv(name).map { String(cString: $0) }
    }

    /// Settings for a test.
    package init(_ values: [String: String]) {
        self.init { values[$0] }
    }

    private init(_ look: @escaping @Sendable (String) -> String?) {
        self.look = look
    }

    /// The value of a variable, `nil` when it is not set or empty.
    package subscript(name: String) -> String? {
        guard let value = look(name), !value.isEmpty else { return nil }
        return value
    }

    /// The value of a variable that there has to be.
    package func required(_ name: String) throws(MissingSetting) -> String {
        guard let value = self[name] else { throw MissingSetting(name: name) }
        return value
    }
}

/// A variable that is not set.
///
/// Thrown from an initialiser, it is what Lambda says about the start that failed.
package struct MissingSetting: Error, Equatable, CustomStringConvertible {
    package let name: String

    package init(name: String) { self.name = name }

    package var description: String {
        "\(name) is not set. Set it in the environment of the function; its template does."
    }
}
