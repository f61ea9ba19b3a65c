import LambdaJSON
import Web

/// A room in a table, whose key is `connection`.
///
/// AWS documentation: <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.LowLevelAPI.html>
struct DynamoDBChatRoom: ChatRoom {
    private let service: AWSService
    private let origin: String
    private let table: String

    /// Creates a room.
    ///
    /// - Parameters:
    ///   - service: What signs and sends, for the service `dynamodb`.
    ///   - origin: Scheme and host of DynamoDB.
    ///   - table: The name of the table.
    init(_ service: AWSService, origin: String, table: String) {
        self.service = service
        self.origin = origin
        self.table = table
    }

    func enter(_ name: String, over connection: String) async throws {
        let guest = Guest(connection: Text(connection), name: Text(name))
        _ = try await call("PutItem", Entry(table: table, item: guest))
    }

    func leave(_ connection: String) async throws {
        let key = Key(connection: Text(connection))
        _ = try await call("DeleteItem", Removal(table: table, key: key))
    }

    func guests() async throws -> [String: String] {
        var guests: [String: String] = [:]
        var question = Question(table: table)
        repeat {
            let body = try await call("Scan", question)
            let page = try LambdaJSONDecoder().decode(Page.self, from: body)
            for guest in page.items { guests[guest.connection.value] = guest.name.value }
            // A page ends after a megabyte.
            question.start = page.last
        } while question.start != nil
        return guests
    }

    private func call(_ operation: String, _ input: some Encodable) async throws -> [UInt8] {
        let response = try await service.send(
            WebRequest(
                "POST",
                origin,
                "/",
                headers: [
                    "content-type": "application/x-amz-json-1.0",
                    "x-amz-target": "DynamoDB_20120810.\(operation)",
                ],
                body: try LambdaJSONEncoder().encode(input)
            )
        )
        guard response.isSuccess else {
            throw ServiceRefused(service: "DynamoDB", status: response.status)
        }
        return response.body
    }
}

// MARK: - Messages

extension DynamoDBChatRoom {
    /// A string as DynamoDB writes it: `{"S": "Ada"}`.
    private struct Text: Codable {
        var value: String

        init(_ value: String) { self.value = value }

        enum CodingKeys: String, CodingKey { case value = "S" }
    }

    private struct Guest: Codable {
        var connection: Text
        var name: Text
    }

    private struct Key: Codable {
        var connection: Text
    }

    private struct Entry: Encodable {
        var table: String
        var item: Guest

        enum CodingKeys: String, CodingKey {
            case table = "TableName"
            case item = "Item"
        }
    }

    private struct Removal: Encodable {
        var table: String
        var key: Key

        enum CodingKeys: String, CodingKey {
            case table = "TableName"
            case key = "Key"
        }
    }

    private struct Question: Encodable {
        var table: String
        var start: Key?
        // Who has just come in is to be there.
        var isConsistent = true

        init(table: String) { self.table = table }

        enum CodingKeys: String, CodingKey {
            case table = "TableName"
            case start = "ExclusiveStartKey"
            case isConsistent = "ConsistentRead"
        }
    }

    private struct Page: Decodable {
        var items: [Guest]
        var last: Key?

        enum CodingKeys: String, CodingKey {
            case items = "Items"
            case last = "LastEvaluatedKey"
        }
    }
}
