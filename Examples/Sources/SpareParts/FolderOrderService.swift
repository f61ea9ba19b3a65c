import LambdaJSON
import Web

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Orders as files, for running the function on a laptop.
struct FolderOrderService: OrderService {
    private let folder: String

    init(folder: String) {
        self.folder = folder
    }

    func place(_ order: ReplacementOrder) throws -> Placement {
        guard mkdir(folder, 0o777) == 0 || errno == EEXIST else { throw failure(folder) }
        // Encoded, no name leads out of the folder.
        let path = "\(folder)/order-\(PercentEncoding.encode(order.partID)).json"
        let content = try LambdaJSONEncoder().encode(order)
        // x: of two that place the same order, the system lets one make the file.
        guard let file = fopen(path, "wx") else {
            if errno == EEXIST { return .alreadyThere }
            throw failure(path)
        }
        let written = fwrite(content, 1, content.count, file)
        guard fclose(file) == 0, written == content.count else {
            let error = failure(path)
            unlink(path)
            throw error
        }
        return .placed
    }

    private func failure(_ path: String) -> OrderServiceError {
        let reason = String(cString: strerror(errno))
        return OrderServiceError(description: "Could not write \(path): \(reason).")
    }
}
