/// Where one invocation at a time runs, as the function sees it.
///
/// A driver makes one per invocation that it has under way: ``Slot`` is a thread that blocks, and a
/// driver that multiplexes many connections has its own. What both promise to a function:
///
/// - ``perform(_:)`` is called for one step at a time; the next one comes when the result of the
///   one before is there. So no driver needs a queue.
/// - Each invocation ends with one call of ``complete(_:)`` or ``complete(answering:_:)``, after
///   its last step.
package protocol InvocationSlot: AnyObject, Sendable {
    /// Where the handler's task prefers to run.
    ///
    /// `nil` for the global pool.
    var executor: (any TaskExecutor)? { get }

    /// Hands out memory for an answer, with room for a head in front.
    func takeAnswerBuffer() -> [UInt8]

    /// Notes that the invocation ended with an answer, behind the room for its head.
    ///
    /// Called from any thread.
    func complete(answering bytes: consuming [UInt8], _ contentType: StaticString)

    /// Notes how the invocation ended, if not with an answer.
    ///
    /// Called from any thread.
    func complete(_ outcome: InvocationOutcome)

    /// Does something with the invocation's connection while the handler's task waits for it.
    ///
    /// Returning only when the bytes have been taken by the system is what holds a handler back
    /// that is faster than those who read its response.
    nonisolated(nonsending) func perform(_ step: consuming ResponseStep) async -> StepResult
}

/// What an invocation came to, if not to an answer.
package enum InvocationOutcome: Sendable {
    case failed(ErrorReport)
    case initialized(any InvocableFunction)
    /// Everything that is to be posted has been, step by step.
    case settled
}

/// A part of answering that comes before the handler's task ends.
package enum ResponseStep: Sendable {
    /// Posts a whole answer, which stands behind the room for its head, and waits until the
    /// service has confirmed it.
    ///
    /// One that is too large is reported as an error instead.
    case answer([UInt8], contentType: StaticString)
    /// Posts an error, and waits until the service has confirmed it.
    case fail(ErrorReport)
    /// Begins a streamed response: puts the head in front of the bytes, which are the first
    /// chunks of the body behind the room for it, and sends both.
    ///
    /// These bytes alone may be sent again, on another connection, where the service cannot have
    /// seen them.
    case begin([UInt8], contentType: [UInt8])
    /// Sends bytes of a streamed response as they are.
    ///
    /// Before it does, it has to notice that the service has answered already, or is gone.
    case send([UInt8])
    /// Sends the last bytes of a streamed response, and waits until the service has confirmed it.
    case end([UInt8])
    /// Gives up a streamed response, so that the service sees that it is not whole.
    case abandon
}

/// What a step came to.
package enum StepResult: Sendable {
    /// It is done; the memory of its bytes comes back to be used again.
    case done([UInt8])
    /// It is not, and no further one can be.
    ///
    /// The driver has logged why.
    case over(LambdaError)
}
