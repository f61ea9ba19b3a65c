#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Gives the CPU time that this thread has used, in nanoseconds.
func threadCPU() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}

/// Makes the optimiser believe that a value is used.
@inline(never)
func use<T>(_ value: T) {
    withExtendedLifetime(value) {}
}

/// How long a measurement takes.
struct Effort {
    /// How often each candidate is measured, in turns.
    var rounds: Int

    /// The CPU time of one round of one candidate, in nanoseconds.
    var roundTime: UInt64

    static let full = Effort(rounds: 31, roundTime: 20_000_000)
    static let quick = Effort(rounds: 5, roundTime: 2_000_000)
}

/// What two candidates took for the same work, in nanoseconds of CPU time.
struct Comparison {
    /// The median of ours.
    var ours: Double

    /// The median of Foundation's.
    var theirs: Double

    /// The median of the quotients of the rounds, theirs by ours.
    var ratio: Double

    /// Measures both in turns, A B A B, so that what slows the machine down for a while slows down both.
    init(_ effort: Effort, ours: () throws -> Void, theirs: () throws -> Void) rethrows {
        let ourCount = try Self.calls(in: effort.roundTime, of: ours)
        let theirCount = try Self.calls(in: effort.roundTime, of: theirs)
        var rounds: [(ours: Double, theirs: Double)] = []
        for _ in 0..<effort.rounds {
            rounds.append(
                (try Self.time(ourCount, of: ours), try Self.time(theirCount, of: theirs))
            )
        }
        self.ours = Self.median(rounds.map(\.ours))
        self.theirs = Self.median(rounds.map(\.theirs))
        self.ratio = Self.median(rounds.map { $0.theirs / $0.ours })
    }

    /// Finds how many calls take about `time`, which also warms up.
    private static func calls(in time: UInt64, of body: () throws -> Void) rethrows -> Int {
        var count = 1
        while true {
            let taken = try Self.time(count, of: body) * Double(count)
            if taken > Double(time) / 2 {
                return max(1, Int(Double(count) * Double(time) / taken))
            }
            count *= 2
        }
    }

    private static func time(_ count: Int, of body: () throws -> Void) rethrows -> Double {
        let begun = threadCPU()
        for _ in 0..<count {
            try body()
        }
        return Double(threadCPU() - begun) / Double(count)
    }

    private static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }
}
