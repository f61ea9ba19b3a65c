import LambdaRuntime
import Testing

struct XRayTraceHeaderTests {
    private let whole =
        "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1;"
        + "Lineage=1:a87bd80c:0|2:b1a2c3d4:5"

    @Test func readsEachPart() {
        let header = XRayTraceHeader(whole)
        #expect(header.root == "1-5759e988-bd862e3fe1be46a994272793")
        #expect(header.parent == "53995c3f42cd8ad8")
        #expect(header.isSampled == true)
        #expect(header.lineage == "1:a87bd80c:0|2:b1a2c3d4:5")
        #expect(header.description == whole)
    }

    @Test(arguments: [
        "", ";", ";;;", "=", "=;=", "Root", "Root=", "Root;Parent;Sampled", "Sampled=",
        "Sampled=yes",
        "Root==1", "Sampled=?", "\u{0}", "Root=\u{FC};é=1", "Roots=1;Roo=2", "1-2-3", " ; ; ",
    ])
    func takesAnyText(_ text: String) {
        var header = XRayTraceHeader(text)
        #expect(header.description == text)
        #expect(header.isSampled == nil)
        #expect(header.traceparent == nil)
        #expect(header.parent == nil)
        header.parent = "53995c3f42cd8ad8"
        #expect(header.parent == "53995c3f42cd8ad8")
        header.parent = nil
        #expect(header.parent == nil)
    }

    @Test(
        arguments: [
            ("Root=a;root=b", "a"), ("ROOT=a", "a"), (" Root=a ; Parent=b", "a"),
            ("Parent=b; Root=a", "a"),
            ("Root=", ""), ("Root=a=b", "a=b"), ("Roots=1", nil), ("Root", nil), ("Root =a", nil),
        ] as [(String, String?)]
    )
    func findsAPartByItsName(_ text: String, _ root: String?) {
        #expect(XRayTraceHeader(text).root == root)
    }

    @Test(
        arguments: [("1", true), ("0", false), ("?", nil), ("", nil), ("true", nil)]
            as [(String, Bool?)]
    )
    func readsWhetherATraceIsRecorded(_ value: String, _ isSampled: Bool?) {
        #expect(XRayTraceHeader("Sampled=\(value)").isSampled == isSampled)
    }

    @Test func keepsWhatItDoesNotKnow() {
        var header = XRayTraceHeader("Self=1-67-12;Root=a; Foo ;Sampled=?;Bar=")
        header.isSampled = true
        header.parent = "p"
        #expect(header.description == "Self=1-67-12;Root=a; Foo ;Sampled=1;Bar=;Parent=p")
        #expect(header["Self"] == "1-67-12")
        header["self"] = nil
        #expect(header.description == "Root=a; Foo ;Sampled=1;Bar=;Parent=p")
    }

    @Test func leavesNoPartTwice() {
        var header = XRayTraceHeader("Parent=a;Root=r;parent=b")
        header.parent = "c"
        #expect(header.description == "Parent=c;Root=r")
        header.parent = nil
        #expect(header.description == "Root=r")
        header.isSampled = false
        #expect(header.description == "Root=r;Sampled=0")
    }

    @Test func aValueCannotAddParts() {
        var header = XRayTraceHeader("Root=r")
        header.parent = "a;Sampled=1\r\nX: y\u{E9}"
        #expect(header.description == "Root=r;Parent=aSampled=1X:y")
        #expect(header.isSampled == nil)
    }

    @Test(
        arguments: [
            (
                "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1",
                "00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-01"
            ),
            (
                "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=?",
                "00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-00"
            ),
            ("Root=1-5759e988-bd862e3fe1be46a994272793", nil),
            ("Root=2-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8", nil),
            ("Root=1-5759E988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8", nil),
            ("Root=1-5759e988-bd862e3fe1be46a99427279;Parent=53995c3f42cd8ad8", nil),
            ("Root=1-5759e988-bd862e3fe1be46a994272793-;Parent=53995c3f42cd8ad8", nil),
            ("Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad", nil),
        ] as [(String, String?)]
    )
    func writesTheTraceAsW3CDoes(_ text: String, _ traceparent: String?) {
        #expect(XRayTraceHeader(text).traceparent == traceparent)
    }

    @Test func aContextHasItsHeader() {
        #expect(LambdaContext(traceID: whole).traceHeader == XRayTraceHeader(whole))
        #expect(LambdaContext().traceHeader == nil)
    }
}
