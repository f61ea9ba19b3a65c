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
        /// All slots waited for handlers that had not ended by their deadlines.
        ///
        /// Only a function that handles several invocations at once ends so.
        public static var handlersStuck: Self { Self(.handlersStuck) }

        /// The function was asked to end, and has finished what it had to.
        public static var shutDown: Self { Self(.shutDown) }
        /// The function was asked to end; its shutdown hook threw, or the window was too short.
        public static var shutdownFailed: Self { Self(.shutdownFailed) }
        /// The hook before the snapshot failed, or the function could not wait to be restored.
        public static var snapshotFailed: Self { Self(.snapshotFailed) }
        /// The hook after the restore failed.
        public static var restorationFailed: Self { Self(.restorationFailed) }

        /// The exit status of the process.
        public var status: Int32 { exit.status }

        /// The reason, in words.
        public var description: String {
            switch exit {
            case .ended: "the Runtime API had no more events"
            case .initializationFailed: "the function could not be initialized"
            case .serviceFailed: "the Runtime API could not be used any more"
            case .handlersStuck: "all slots waited for handlers that ignore their cancellation"
            case .shutDown: "the function was asked to end"
            case .shutdownFailed: "the function was asked to end and could not finish"
            case .snapshotFailed: "the function could not be made ready for its snapshot"
            case .restorationFailed: "the function could not go on after its restore"
            }
        }
    }
}
