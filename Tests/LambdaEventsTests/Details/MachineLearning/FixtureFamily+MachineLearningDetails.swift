import LambdaEvents
import LambdaJSON

extension FixtureFamily {
    static let machineLearningDetails = FixtureFamily(
        fixtures: [
            FixtureCase(
                "eventbridge-machine-learning/sagemaker-human-loop",
                EventBridgeEvent<SageMakerHumanLoopDetail>.self,
                dropped: ["detail.failureCode", "detail.failureReason"]
            ),
            FixtureCase(
                "eventbridge-machine-learning/sagemaker-training-job",
                EventBridgeEvent<SageMakerTrainingJobDetail>.self
            ),
            FixtureCase(
                "eventbridge-machine-learning/sagemaker-endpoint",
                EventBridgeEvent<SageMakerEndpointDetail>.self
            ),
            FixtureCase(
                "eventbridge-machine-learning/sagemaker-pipeline-execution",
                EventBridgeEvent<SageMakerPipelineExecutionDetail>.self
            ),
            FixtureCase(
                "eventbridge-machine-learning/sagemaker-pipeline-step",
                EventBridgeEvent<SageMakerPipelineStepDetail>.self
            ),
            FixtureCase(
                "eventbridge-machine-learning/transcribe-job",
                EventBridgeEvent<TranscribeJobDetail>.self
            ),
            FixtureCase(
                "eventbridge-machine-learning/transcribe-call-analytics-job",
                EventBridgeEvent<TranscribeJobDetail>.self,
                dropped: ["detail.FailureReason"]
            ),
            FixtureCase(
                "eventbridge-machine-learning/translate-parallel-data",
                EventBridgeEvent<TranslateParallelDataDetail>.self
            ),
            FixtureCase(
                "eventbridge-machine-learning/translate-text-job",
                EventBridgeEvent<TranslateTextJobDetail>.self
            ),
        ],
        corpus: [:],
        maps: ["HyperParameters"],
        openValues: [
            "metadata", "AlgorithmSpecification", "InputDataConfig", "OutputDataConfig",
            "ResourceConfig", "VpcConfig", "StoppingCondition", "SecondaryStatusTransitions",
            "Tags", "ProductionVariants", "AnalyticsJobDetails",
        ],
        textTimestamps: [
            "CreationTime", "TrainingStartTime", "TrainingEndTime", "LastModifiedTime",
        ]
    )
}
