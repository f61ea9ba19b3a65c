import LambdaEvents
import Testing

struct SequenceNumberOrderTests {
    @Test(arguments: [
        ("1", "2"),
        ("9", "10"),
        ("18849496460467696128", "18849496460467696384"),
        (
            "49545115243490985018280067714973144582180062593244200961",
            "149545115243490985018280067714973144582180062593244200961"
        ),
        ("0099", "100"),
    ])
    func ordersLikeNumbers(smaller: String, greater: String) {
        let (left, right) = (SequenceNumber(rawValue: smaller), SequenceNumber(rawValue: greater))
        #expect(left < right)
        #expect(!(right < left))
        #expect(left != right)
    }

    @Test
    func leadingZerosDoNotMakeANumberGreater() {
        let (padded, plain): (SequenceNumber, SequenceNumber) = ("0042", "42")
        #expect(plain < padded)
        #expect(padded < "43")
        #expect(padded.description == "0042")
    }
}
