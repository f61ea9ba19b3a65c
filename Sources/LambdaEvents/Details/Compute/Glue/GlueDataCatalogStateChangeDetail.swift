public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared

/// A database or a table of the Data Catalog that changed.
///
/// Glue may send these events out of order, and may lose one.
///
/// AWS documentation: <https://docs.aws.amazon.com/glue/latest/dg/automating-awsglue-with-cloudwatch-events.html>
public struct GlueDataCatalogStateChangeDetail: Codable, Hashable, Sendable {
    /// The name of the database.
    public var databaseName: String

    /// The operation that changed it.
    public var typeOfChange: ChangeType

    /// The name of the table.
    ///
    /// `nil` for changes of a database.
    public var tableName: String?

    /// The names of up to 100 tables that changed.
    ///
    /// Empty for changes of a table. More tables come in more events.
    public var changedTables: [String]

    /// Up to 100 partitions that changed, such as `2018,01`.
    ///
    /// Empty for changes of a database. More partitions come in more events.
    public var changedPartitions: [String]

    /// Creates the detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        databaseName: String,
        typeOfChange: ChangeType,
        tableName: String? = nil,
        changedTables: [String] = [],
        changedPartitions: [String] = []
    ) {
        self.databaseName = databaseName
        self.typeOfChange = typeOfChange
        self.tableName = tableName
        self.changedTables = changedTables
        self.changedPartitions = changedPartitions
    }
}

extension GlueDataCatalogStateChangeDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.glue] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] {
        [.glueDataCatalogDatabaseStateChange, .glueDataCatalogTableStateChange]
    }
}

extension GlueDataCatalogStateChangeDetail {
    /// An operation that changes the Data Catalog.
    public struct ChangeType: OpenValue {
        /// The text Glue uses for the operation.
        public let rawValue: String

        /// Creates an operation from the text Glue uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// A database was created.
        public static var createDatabase: Self { Self(rawValue: "CreateDatabase") }
        /// A database was deleted.
        public static var deleteDatabase: Self { Self(rawValue: "DeleteDatabase") }
        /// A table was created.
        public static var createTable: Self { Self(rawValue: "CreateTable") }
        /// A table was changed.
        public static var updateTable: Self { Self(rawValue: "UpdateTable") }
        /// A table was deleted.
        public static var deleteTable: Self { Self(rawValue: "DeleteTable") }
        /// Tables were deleted.
        public static var batchDeleteTable: Self { Self(rawValue: "BatchDeleteTable") }
        /// A partition was created.
        public static var createPartition: Self { Self(rawValue: "CreatePartition") }
        /// Partitions were created.
        public static var batchCreatePartition: Self { Self(rawValue: "BatchCreatePartition") }
        /// A partition was deleted.
        public static var deletePartition: Self { Self(rawValue: "DeletePartition") }
        /// Partitions were deleted.
        public static var batchDeletePartition: Self { Self(rawValue: "BatchDeletePartition") }
    }
}
