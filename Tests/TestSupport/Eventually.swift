/// What a test has waited for in vain.
package struct Overdue: Error, CustomStringConvertible {
    package let description: String
}

/// Waits until something is the case that nobody signals.
///
/// - Parameters:
///   - what: What is waited for, as the end of a sentence: "the handler has begun".
///   - limit: How long. The default is more than a busy machine under a sanitizer takes.
///   - condition: Whether it is the case.
/// - Throws: ``Overdue``, so that a test ends with a message where it would not end at all.
package func eventually(
    _ what: String,
    atMost limit: Duration = .seconds(300),
    _ condition: () throws -> Bool
) async throws {
    let end = ContinuousClock.now + limit
    while try !condition() {
        guard ContinuousClock.now < end else {
            throw Overdue(description: "Waited for \(limit) in vain until \(what).")
        }
        // The pool has few threads, which what is waited for needs.
        try await Task.sleep(for: .milliseconds(1))
    }
}
