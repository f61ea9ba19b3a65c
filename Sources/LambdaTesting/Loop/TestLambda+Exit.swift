import LambdaRuntime

extension TestLambda {
    /// Why the process of a function would have ended.
    public struct Exit: Hashable, Sendable, CustomStringConvertible {
        private let exit: InvocationLoop.Exit

        init(_ exit: InvocationLoop.Exit) {
            self.exit = exit
        }

        /// The Runtime API had no more events.
        public static var ended: Self { Self(.ended) }
        /// The function could not be initialized.
        public static var initializationFailed: Self { Self(.initializationFailed) }
        /// The Runtime API could not be used any more.
        public static var serviceFailed: Self { Self(.serviceFailed) }

        /// The exit status of the process.
        public var status: Int32 { exit.status }

        /// The reason, in words.
        public var description: String {
            switch exit {
            case .ended: "the Runtime API had no more events"
            case .initializationFailed: "the function could not be initialized"
            case .serviceFailed: "the Runtime API could not be used any more"
            }
        }
    }
}
