#if LOCAL_RUNNING
import LambdaEmulator
import LambdaTransport

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

extension LocalServer {
    /// Listens where the command says, or says in one line why it cannot.
    convenience init(_ command: LocalCommand.Serve) throws(LocalFault) {
        do throws(SocketError) {
            // The name that everybody has for the address.
            let host = command.host == "localhost" ? "127.0.0.1" : command.host
            try self.init(host: host, port: command.port)
        } catch {
            switch error.number {
            case EADDRINUSE:
                throw .system(
                    "Port \(command.port) of \(command.host) is in use. Choose another with --port, "
                        + "or any free one with --port 0."
                )
            case EADDRNOTAVAIL:
                throw .usage(
                    "--host is \"\(command.host)\". Expected an IP address of this machine, such as "
                        + "127.0.0.1 for itself alone, or 0.0.0.0 for every network."
                )
            case EACCES:
                throw .system(
                    "Port \(command.port) may not be used: the system keeps the ports below 1024. "
                        + "Choose another with --port."
                )
            default:
                throw .system("\(command.host):\(command.port) cannot be listened on. \(error)")
            }
        }
    }
}
#endif
