import LambdaTransport

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Speaks to the Extensions API, as an extension within the function that wants no events.
///
/// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/dg/runtimes-extensions-api.html>
struct ExtensionClient: ~Copyable {
    private static let registration = "POST /2020-01-01/extension/register"
    private static let waiting = "GET /2020-01-01/extension/event/next"
    private static let identifier = HTTPFieldName("lambda-extension-identifier")

    private var connection: HTTPConnection
    private let patience: RuntimePatience
    private let logger: LambdaLogger
    /// The identifier that the service gave, empty without one.
    private var id: [UInt8] = []

    init(endpoint: Endpoint, patience: RuntimePatience, logger: LambdaLogger) {
        self.patience = patience
        self.logger = logger
        connection = HTTPConnection(to: endpoint, stallLimit: patience.stallLimit)
    }

    /// Registers, for no events.
    mutating func register() {
        let body = #"{"events":[]}"#
        let request = bytes(
            Self.registration,
            "Lambda-Extension-Name: swift-lambda\r\nContent-Type: application/json\r\n"
                + "Content-Length: \(body.utf8.count)\r\n\r\n" + body
        )
        switch connection.status(of: request, patience: .limited) {
        case .success(200):
            if let value = connection.reader.value(Self.identifier), RequestID.isValid(value) {
                id = Array(value)
            } else {
                logger.warn("\(LambdaError.extensionUnidentified(Self.registration))")
            }
        case .success(let status):
            logger.warn("\(LambdaError.extensionRefused(Self.registration, status))")
        case .failure(let failure):
            logger.warn("\(LambdaError.extensionFailed(Self.registration, failure))")
        }
    }

    /// Asks for the event that never comes, which says that the extension is ready.
    mutating func sayThatItIsReady() {
        if id.isEmpty { return connection.close() }
        let request = bytes(
            Self.waiting,
            "Lambda-Extension-Identifier: \(String(decoding: id, as: UTF8.self))\r\n\r\n"
        )
        _ = connection.begin(request)
    }

    /// Waits until there is something to be read from a descriptor.
    ///
    /// Should the connection end, as after a restore, it is made anew. What is answered is not looked at.
    mutating func park(until descriptor: Int32) {
        var attempts = patience.attempts
        while true {
            if !connection.isOpen, attempts > 0 {
                attempts -= 1
                sayThatItIsReady()
            }
            var entries = [
                pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
                pollfd(fd: connection.descriptor ?? -1, events: Int16(POLLIN), revents: 0),
            ]
            let count = poll(&entries, 2, -1)
            if count > 0, entries[0].revents != 0 { return }
            if count > 0, entries[1].revents != 0 { connection.close() }
        }
    }

    private func bytes(_ request: String, _ rest: String) -> [UInt8] {
        Array("\(request) HTTP/1.1\r\nHost: \(connection.endpoint)\r\n\(rest)".utf8)
    }
}

extension HTTPConnection {
    /// Sends a request and receives its response, which is then in the reader.
    ///
    /// - Returns: The status.
    mutating func status(
        of request: [UInt8],
        patience: HTTPReader.Patience
    ) -> Result<Int, HTTPFailure> {
        let failure = request.withUnsafeBytes { bytes -> HTTPFailure? in
            do throws(HTTPFailure) {
                try exchange(bytes, patience: patience)
                return nil
            } catch {
                return error
            }
        }
        return failure.map { .failure($0) } ?? .success(reader.parser.status)
    }

    /// Sends a request without waiting for its response.
    ///
    /// - Returns: Why it could not be sent.
    fileprivate mutating func begin(_ request: [UInt8]) -> HTTPFailure? {
        request.withUnsafeBytes { bytes -> HTTPFailure? in
            do throws(HTTPFailure) {
                _ = try sendFirst(bytes)
                return nil
            } catch {
                return error
            }
        }
    }
}
