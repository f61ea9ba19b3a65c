import Settings
import Testing

struct SettingsTests {
    @Test
    func takesAnEmptyVariableForOneThatIsNotSet() {
        #expect(Settings(["A": ""])["A"] == nil)
        #expect(Settings(["A": "b"])["A"] == "b")
    }

    @Test
    func namesTheVariableThatIsMissing() {
        let error = #expect(throws: MissingSetting.self) { try Settings([:]).required("BUCKET") }
        #expect(
            error?.description
                == "BUCKET is not set. Set it in the environment of the function; its template does."
        )
    }

    @Test
    func readsTheEnvironment() {
        #expect(Settings.environment["PATH"] != nil)
        #expect(Settings.environment["NO_SUCH_VARIABLE"] == nil)
    }
}
