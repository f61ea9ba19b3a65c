import LambdaDynamoDBEvents
import LambdaJSON

/// An order as it stands in the table.
struct Order: Codable, Equatable, Sendable {
    var id: String
    var customer: String
    var status: String
    /// In the main unit of the currency: `12.50`.
    ///
    /// Numbers of DynamoDB are decimal, and so is this.
    var total: JSONNumber
    var currency: String
    var lines: [Line]
    var placedAt: Timestamp

    struct Line: Codable, Equatable, Sendable {
        var article: String
        var quantity: Int
        var price: JSONNumber
    }
}
