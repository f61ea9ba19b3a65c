import LambdaDynamoDBEvents
import LambdaJSON
import LambdaMetrics
import LambdaRuntime
import ObjectStores
import Settings

/// Writes the changes of a table of orders to a bucket, as the COPY of a warehouse reads them: lines of
/// JSON, a row each.
///
/// What is no order that can be right goes to a file of its own, with the reason and the whole change, so
/// that it can be mended and loaded later. The stream keeps it for a day only, and one bad order does not
/// hold up those behind it.
///
/// Rows come at least once. The warehouse keeps the row with the highest sequence number of each order.
@main
struct OrderExport: LambdaHandler {
    let store: any ObjectStore
    let bucket: String

    init() throws {
        let settings = Settings.environment
        self.init(
            store: try settings.makeObjectStore(),
            bucket: try settings.bucket("WAREHOUSE_BUCKET", locally: "warehouse")
        )
    }

    init(store: any ObjectStore, bucket: String) {
        self.store = store
        self.bucket = bucket
    }

    func handle(_ event: DynamoDBEvent, context: LambdaContext) async throws -> Summary {
        var rows: [OrderRow] = []
        var rejects: [Reject] = []
        for record in event.records {
            do {
                if let row = try row(of: record) { rows.append(row) }
            } catch {
                rejects.append(Reject(record, error))
            }
        }
        // What throws here brings the batch back. The objects have the names of its records, so that
        // those written a second time take the place of the first.
        let name = event.objectName
        try await write(rejects, as: "rejects/" + name)
        try await write(rows, as: "orders/" + name)

        let metrics = context.metrics(namespace: "OrderExport")
        metrics.count("RowsWritten", rows.count)
        metrics.count("ChangesRejected", rejects.count)
        for reject in rejects {
            context.logger.warn(
                "A change is no order that can be right.",
                [
                    "sequenceNumber": .string(reject.change.dynamodb.sequenceNumber.rawValue),
                    "reason": .string(reject.reason),
                ]
            )
        }
        return Summary(
            rows: rows.count,
            rejects: rejects.count,
            unchanged: event.records.count - rows.count - rejects.count
        )
    }

    /// The row that a change makes.
    ///
    /// `nil` for what the warehouse does not want: drafts, changes of members that it has no column for,
    /// and orders that DynamoDB has removed because of their age, which the warehouse keeps. An order that
    /// is a draft again is deleted there, as one that is gone.
    private func row(of record: DynamoDBEvent.Record) throws -> OrderRow? {
        let change = record.dynamodb
        guard !record.isTimeToLiveDeletion else { return nil }
        let present = try change.newImage?.decode(Order.self)
        guard let new = present, !new.isDraft else {
            // A draft that is new was nothing before.
            if present != nil, record.eventName == .insert { return nil }
            guard let image = change.oldImage else { throw ImageMissing() }
            let old = try image.decode(Order.self)
            return old.isDraft ? nil : try OrderRow(.delete, of: old, change)
        }
        let row = try OrderRow(.upsert, of: new, change)
        // What it was before may have been wrong; then the new row mends it.
        if let old = try? change.oldImage?.decode(Order.self), !old.isDraft,
            let before = try? OrderRow(.upsert, of: old, change), row.says(theSameAs: before)
        {
            return nil
        }
        return row
    }

    private func write(_ values: [some Encodable], as key: String) async throws {
        guard !values.isEmpty else { return }
        var lines: [UInt8] = []
        for value in values {
            try LambdaJSONEncoder().encode(value, into: &lines)
            lines.append(UInt8(ascii: "\n"))
        }
        try await store.put(lines, as: key, in: bucket, contentType: "application/x-ndjson")
    }

    /// A stream whose view type is not `NEW_AND_OLD_IMAGES` tells too little.
    struct ImageMissing: Error {}
}

extension Order {
    /// Whether the customer has not placed it yet.
    var isDraft: Bool { status == "DRAFT" }
}

extension DynamoDBEvent {
    /// A name that only this batch has, and has again when it comes again: `2026-11-20/ab12-cd34.ndjson`.
    ///
    /// Event IDs are unique in the Region; sequence numbers are within a shard only. The day is that of
    /// the first change, so that it does not depend on when the batch is handled.
    fileprivate var objectName: String {
        let day = records.first?.dynamodb.approximateCreationDateTime?.description.prefix(10)
        let ends = [records.first, records.last].map { record in
            record.flatMap { $0.eventID ?? $0.dynamodb.sequenceNumber.rawValue } ?? "none"
        }
        return "\(day ?? "undated")/\(ends.joined(separator: "-")).ndjson"
    }
}

struct Summary: Codable, Equatable {
    /// How many changes became rows.
    var rows = 0
    /// How many changes are in the file of rejects.
    var rejects = 0
    /// How many changes the warehouse does not want.
    var unchanged = 0
}
