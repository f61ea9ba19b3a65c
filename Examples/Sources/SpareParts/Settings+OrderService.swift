import AWSSigning
import Settings
import Web

extension Settings {
    /// The service that `ORDER_SERVICE` names: the address of one, or a folder.
    ///
    /// Without it, the folder `orders`. On Lambda that fails, as nothing can be written there.
    ///
    /// With `ORDER_SERVICE_SIGNING=execute-api`, requests are signed by the role of the function.
    ///
    /// - Throws: `MissingSetting` without credentials to sign with, `WebError` without HTTPS.
    func makeOrderService() throws -> any OrderService {
        let address = self["ORDER_SERVICE"] ?? "orders"
        guard address.hasPrefix("https://") || address.hasPrefix("http://") else {
            return FolderOrderService(folder: address)
        }
        let signer = try self["ORDER_SERVICE_SIGNING"].map { service in
            RequestSigner(
                try AWSCredentials(self),
                region: try required("AWS_REGION"),
                service: service
            )
        }
        return HTTPOrderService(client: try makeWebClient(), origin: address, signer: signer)
    }
}
