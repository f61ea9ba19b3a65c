/// The waiting times and limits of the loop.
///
/// Tests shorten them.
package struct RuntimePatience: Sendable {
    /// How long a connection may make no progress, except while waiting for an event.
    package var stallLimit = Duration.seconds(30)
    /// The pause before the first repetition.
    ///
    /// Each further one is twice as long.
    package var firstPause = Duration.milliseconds(100)
    /// How many times in a row something may fail before the process gives up.
    package var attempts = 5
    /// How long the hook after a restore may take: as long as Lambda lets it.
    package var restorationLimit = Duration.seconds(10)

    package init() {}
}
