/// A way for the Runtime API of a test to misbehave around one invocation.
///
/// ```swift
/// // The service does not take the answer.
/// try await lambda.invoke(order, faults: [.post(.status(413))])
///
/// // The connection breaks while the function polls, and the event comes over the next one.
/// try await lambda.invoke(order, faults: [.poll(.close)])
///
/// // The event comes in chunks, byte by byte, without a deadline.
/// try await lambda.invoke(
///     order,
///     faults: [.event(.chunked()), .event(.inPieces(of: 1)), .event(.without(.deadline))]
/// )
/// ```
///
/// What has no fault is done as the service does it.
public struct ServiceFault: Sendable, CustomStringConvertible {
    enum Kind: Sendable {
        case poll(Reply)
        case event(Delivery)
        case post(Reply)
    }

    let kind: Kind

    /// Answers a poll in this way, before the one that is given the event.
    ///
    /// Several follow each other, a poll each.
    public static func poll(_ reply: Reply) -> Self { Self(kind: .poll(reply)) }

    /// Sends the event in this way.
    ///
    /// Several add up.
    public static func event(_ delivery: Delivery) -> Self { Self(kind: .event(delivery)) }

    /// Answers what the function posts about the invocation in this way.
    ///
    /// Several follow each other, a post each: a function that is told that its response is too large
    /// posts an error next.
    public static func post(_ reply: Reply) -> Self { Self(kind: .post(reply)) }

    /// The fault in words.
    public var description: String {
        switch kind {
        case .poll(let reply): "poll: \(reply)"
        case .event(let delivery): "event: \(delivery)"
        case .post(let reply): "post: \(reply)"
        }
    }
}

extension [ServiceFault] {
    var polls: [ScriptedStep] {
        compactMap { if case .poll(let reply) = $0.kind { reply.step } else { nil } }
    }

    var deliveries: [ServiceFault.Delivery] {
        compactMap { if case .event(let delivery) = $0.kind { delivery } else { nil } }
    }

    var posts: [ScriptedStep] {
        compactMap { if case .post(let reply) = $0.kind { reply.step } else { nil } }
    }
}
