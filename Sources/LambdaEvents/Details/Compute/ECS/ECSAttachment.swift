import LambdaEventsCoding

/// Something that is attached to a task or a container instance.
///
/// AWS documentation: <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Attachment.html>
public struct ECSAttachment: Codable, Hashable, Sendable {
    /// The ID of the attachment.
    ///
    /// `nil` if ECS does not say.
    public var id: String?

    /// What is attached, such as `eni`, `Service Connect` or `AmazonElasticBlockStorage`.
    ///
    /// `nil` if ECS does not say.
    public var type: String?

    /// How far attaching is, such as `ATTACHED`.
    ///
    /// `nil` if ECS does not say.
    public var status: String?

    /// What there is to know of it, such as `networkInterfaceId`.
    ///
    /// Empty if there is nothing.
    public var details: [NameValuePair]

    /// Creates an attachment.
    ///
    /// Parameters match the properties of the same name.
    public init(
        id: String? = nil,
        type: String? = nil,
        status: String? = nil,
        details: [NameValuePair] = []
    ) {
        self.id = id
        self.type = type
        self.status = status
        self.details = details
    }
}
