import LambdaEvents
import LambdaEventsShared
import Testing

struct HumanDateTests {
    @Test(arguments: [
        ("12/Mar/2020:19:03:58 +0000", "2020-03-12T19:03:58Z"),
        // As AWS's samples have it.
        ("12/Mar/2020:19:03:58+0000", "2020-03-12T19:03:58Z"),
        ("01/Jan/1970:01:00:00 +0100", "1970-01-01T00:00:00Z"),
        ("29/Feb/2024:23:30:00 -0130", "2024-03-01T01:00:00Z"),
        ("9/apr/2015:12:34:60 +0000", "2015-04-09T12:35:00Z"),
    ])
    func readsAccessLogs(text: String, instant: String) {
        #expect(HumanDate.accessLog(text) == Timestamp(iso8601: instant))
    }

    @Test(arguments: [
        "", "12/Mar/2020", "12/Mar/2020:19:03:58", "12/Mar/2020:19:03:58 GMT",
        "31/Feb/2020:00:00:00 +0000", "00/Mar/2020:00:00:00 +0000", "12/Foo/2020:00:00:00 +0000",
        "12/Mar/2020:24:00:00 +0000", "12/Mar/2020:00:60:00 +0000", "12/Mar/2020:00:00:61 +0000",
        "12/Mar/2020:00:00:00 +2400", "12/Mar/2020:00:00:00 +0060",
        "12/Mar/2020:00:00:00 +0000 and more", "SOMETHING_NEW", "12/März/2020:00:00:00 +0000",
        "123/Mar/2020:00:00:00 +0000", "12/Mar/20200:00:00:00 +0000", "é",
    ])
    func refusesOtherText(text: String) {
        #expect(HumanDate.accessLog(text) == nil)
        #expect(HumanDate.openSSL(text) == nil)
        #expect(HumanDate.java(text) == nil)
    }

    @Test
    func readsCertificatesAndTokens() {
        #expect(
            HumanDate.openSSL("May 28 12:30:02 2019 GMT")
                == Timestamp(iso8601: "2019-05-28T12:30:02Z")
        )
        #expect(
            HumanDate.openSSL("Aug  5 09:36:04 2021 GMT")
                == Timestamp(iso8601: "2021-08-05T09:36:04Z")
        )
        #expect(
            HumanDate.java("Thu May 04 03:50:06 UTC 2023")
                == Timestamp(iso8601: "2023-05-04T03:50:06Z")
        )
        // The offset of other zones is not known.
        #expect(HumanDate.java("Thu May 04 03:50:06 CEST 2023") == nil)
        #expect(HumanDate.openSSL("May 28 12:30:02 2019") == nil)
    }

    @Test
    func aTextCutShortNeverTraps() {
        let texts = [
            "12/Mar/2020:19:03:58 +0000", "May 28 12:30:02 2019 GMT",
            "Thu May 04 03:50:06 UTC 2023",
        ]
        for text in texts {
            for length in 0..<text.count {
                let part = String(text.prefix(length))
                #expect(HumanDate.accessLog(part) == nil)
                #expect(HumanDate.openSSL(part) == nil)
                #expect(HumanDate.java(part) == nil)
            }
        }
    }
}
