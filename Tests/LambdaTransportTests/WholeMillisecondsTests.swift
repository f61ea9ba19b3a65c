import LambdaTransport
import Testing

struct WholeMillisecondsTests {
    @Test(arguments: [
        (Duration.milliseconds(1), Int64(1)), (.milliseconds(250), 250), (.seconds(1), 1000),
        (.microseconds(1999), 1), (.nanoseconds(2_999_999_999), 2999), (.seconds(900), 900_000),
        (.milliseconds(599_999_999), 599_999_999),
    ])
    func leavesOutWhatIsLess(duration: Duration, milliseconds: Int64) {
        #expect(duration.wholeMilliseconds == milliseconds)
    }

    @Test(arguments: [.zero, Duration.nanoseconds(1), .seconds(-1), .seconds(Int64.min)])
    func isAtLeastOne(duration: Duration) {
        #expect(duration.wholeMilliseconds == 1)
    }

    @Test(arguments: [Duration.seconds(600_000), .seconds(600_001), .seconds(Int64.max)])
    func isAtMostNearlyAWeek(duration: Duration) {
        #expect(duration.wholeMilliseconds == 600_000_000)
    }

    @Test func agreesWithTheComponents() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<1000 {
            let nanoseconds = Int64.random(in: 1_000_000...599_999_999_999_999, using: &generator)
            let duration = Duration.nanoseconds(nanoseconds)
            #expect(duration.wholeMilliseconds == nanoseconds / 1_000_000)
        }
    }
}
