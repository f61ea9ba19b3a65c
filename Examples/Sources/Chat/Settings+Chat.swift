import Settings
import Web

extension Settings {
    /// The room in the table that `CONNECTIONS_TABLE` names; without it, one in memory.
    ///
    /// - Throws: `MissingSetting` if something of AWS is missing, `WebError` without HTTPS.
    func makeChatRoom(client: @autoclosure () throws -> any WebClient) throws -> any ChatRoom {
        guard let table = self["CONNECTIONS_TABLE"] else { return InMemoryChatRoom() }
        let region = try required("AWS_REGION")
        let suffix = region.hasPrefix("cn-") ? "amazonaws.com.cn" : "amazonaws.com"
        return DynamoDBChatRoom(
            try AWSService("dynamodb", self, client: client()),
            origin: self["AWS_ENDPOINT_URL_DYNAMODB"] ?? "https://dynamodb.\(region).\(suffix)",
            table: table
        )
    }

    /// What sends through the API at `MANAGEMENT_ENDPOINT`; without it, what only keeps.
    ///
    /// - Throws: `MissingSetting` if something of AWS is missing, `WebError` without HTTPS.
    func makeMessenger(client: @autoclosure () throws -> any WebClient) throws -> any Messenger {
        guard let endpoint = self["MANAGEMENT_ENDPOINT"] else { return InMemoryMessenger() }
        let service = try AWSService("execute-api", self, client: client())
        return ManagementAPI(service, endpoint: endpoint)
    }
}
