import LambdaEvents
import LambdaJSON
import LambdaTesting
import Testing

struct MachineLearningDetailsTests {
    private func detail<Detail: Decodable>(
        _ name: String,
        _: Detail.Type = Detail.self
    ) throws -> Detail {
        try EventBridgeEvent<Detail>(fixture: "eventbridge-machine-learning/\(name).json").detail
    }

    @Test
    func readsTimesInEachForm() throws {
        let job: SageMakerTrainingJobDetail = try detail("sagemaker-training-job")
        #expect(job.trainingEndTime == Timestamp(iso8601: "2026-03-01T12:00:00Z"))
        let endpoint: SageMakerEndpointDetail = try detail("sagemaker-endpoint")
        #expect(endpoint.lastModifiedTime == Timestamp(iso8601: "2026-03-01T12:00:00.287Z"))
    }
}
