import AWSSigning
import Testing

struct SigningTimeTests {
    @Test(arguments: [
        (0, "19700101T000000Z"),
        (951_782_399, "20000228T235959Z"),
        (951_782_400, "20000229T000000Z"),
        (1_440_938_160, "20150830T123600Z"),
        (1_798_761_599, "20261231T235959Z"),
        (4_107_542_400, "21000301T000000Z"),
        (-1, "19691231T235959Z"),
    ])
    func writesTheSecond(seconds: Int, text: String) {
        let time = SigningTime(secondsSinceEpoch: seconds)
        #expect(time.text == text)
        #expect(time.day == String(text.prefix(8)))
    }
}
