public import LambdaEventBridgeEvents
import LambdaEventsShared

extension EventBridgeDetailType {
    /// Sent by Amazon Augmented AI when a review by people ended.
    public static var sageMakerHumanLoopStatusChange: Self {
        "SageMaker A2I HumanLoop Status Change"
    }
    /// Sent by SageMaker when a training job went into another state.
    public static var sageMakerTrainingJobStateChange: Self {
        "SageMaker Training Job State Change"
    }
    /// Sent by SageMaker when an endpoint went into another state.
    public static var sageMakerEndpointStateChange: Self { "SageMaker Endpoint State Change" }
    /// Sent by SageMaker when the deployment to an endpoint went on.
    public static var sageMakerEndpointDeploymentStateChange: Self {
        "SageMaker Endpoint Deployment State Change"
    }
    /// Sent by SageMaker when the execution of a pipeline went into another state.
    public static var sageMakerPipelineExecutionStatusChange: Self {
        "SageMaker Model Building Pipeline Execution Status Change"
    }
    /// Sent by SageMaker when a step of a pipeline went into another state.
    public static var sageMakerPipelineStepStatusChange: Self {
        "SageMaker Model Building Pipeline Execution Step Status Change"
    }
    /// Sent by Amazon Transcribe when a transcription job ended.
    public static var transcribeJobStateChange: Self { "Transcribe Job State Change" }
    /// Sent by Amazon Transcribe when the analysis of a call ended.
    public static var transcribeCallAnalyticsJobStateChange: Self {
        "Call Analytics Job State Change"
    }
    /// Sent by Amazon Translate when parallel data was created or updated.
    public static var translateParallelDataStateChange: Self {
        "Translate Parallel Data State Change"
    }
    /// Sent by Amazon Translate when a batch translation job went into another state.
    public static var translateTextTranslationJobStateChange: Self {
        "Translate TextTranslationJob State Change"
    }
}
