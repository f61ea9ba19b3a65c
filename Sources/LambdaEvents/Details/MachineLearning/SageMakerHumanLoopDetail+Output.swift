import LambdaEventsCoding
import LambdaEventsShared

extension SageMakerHumanLoopDetail {
    /// Where the result of a review is.
    public struct Output: Codable, Hashable, Sendable {
        /// The URI of the result in S3.
        ///
        /// JSON key: `outputS3Uri`.
        public var outputS3URI: String

        /// Creates an output.
        ///
        /// Parameters match the properties of the same name.
        public init(
            outputS3URI: String
        ) {
            self.outputS3URI = outputS3URI
        }

        enum CodingKeys: String, CodingKey {
            case outputS3URI = "outputS3Uri"
        }
    }
}
