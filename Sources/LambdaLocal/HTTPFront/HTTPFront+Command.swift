#if LOCAL_RUNNING
extension HTTPFront {
    /// What a command asks for.
    ///
    /// `nil` where no service stands in front of the function.
    ///
    /// - Parameters:
    ///   - command: The command.
    ///   - eventType: The name of the function's event type.
    /// - Throws: A fault where it gives routes to a service that has none.
    init?(_ command: LocalCommand.Serve, eventType: String) throws(LocalFault) {
        let service: HTTPService?
        switch command.http {
        case .byEventType: service = HTTPService(eventType: eventType)
        case .service(let chosen): service = chosen
        case .none: service = nil
        }
        guard command.routes.isEmpty || service?.hasRoutes == true else {
            let found = service.map { "here it is \($0.title)" } ?? "here is none"
            throw .usage(
                "--route is for APIs of API Gateway, and \(found). Add --http v2 or --http rest."
            )
        }
        guard let service else { return nil }
        self.init(service, routes: command.routes)
    }
}
#endif
