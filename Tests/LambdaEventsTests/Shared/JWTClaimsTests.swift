import LambdaEvents
import LambdaEventsShared
import LambdaJSON
import Testing

struct JWTClaimsTests {
    @Test(
        arguments: [
            (["g": "[admin staff]"], ["admin", "staff"]),
            (["g": "admin,staff"], ["admin", "staff"]),
            (["g": ["admin", "staff"]], ["admin", "staff"]), (["g": "admin"], ["admin"]),
            (["g": "[admin]"], ["admin"]), (["g": "[]"], []), (["g": ""], []), (["g": "["], ["["]),
            (["g": "[admin, staff]"], ["admin", "staff"]), (["g": 1], []), (["g": nil], []),
            ([:], []),
            (["g": "two words"], ["two words"]),
        ] as [(JWTClaims, [String])]
    )
    func readsListsInEveryForm(claims: JWTClaims, groups: [String]) {
        #expect(claims.strings(named: "g") == groups)
    }

    @Test(
        arguments: [
            (["exp": "1772370000"], "2026-03-01T13:00:00Z"),
            (["exp": 1_772_370_000], "2026-03-01T13:00:00Z"),
            (["exp": "1.77237E9"], "2026-03-01T13:00:00Z"),
            (["exp": 1_772_370_000.5], "2026-03-01T13:00:00.5Z"),
            (["exp": "Sun Mar 01 13:00:00 UTC 2026"], "2026-03-01T13:00:00Z"),
            (["exp": "soon"], nil), (["exp": "nan"], nil), (["exp": "inf"], nil),
            (["exp": "1e300"], nil),
            (["exp": true], nil), ([:], nil),
        ] as [(JWTClaims, String?)]
    )
    func readsInstantsInEveryForm(claims: JWTClaims, instant: String?) {
        #expect(claims.expiresAt == instant.flatMap { Timestamp(iso8601: $0) })
    }

    @Test
    func readsRegisteredClaims() {
        let claims: JWTClaims = [
            "iss": "https://idp.example.com", "sub": "user-1", "aud": ["a", "b"], "jti": "id",
            "nbf": "1", "iat": 2, "scope": "read  write", "ok": "true", "no": false,
        ]
        #expect(claims.issuer == "https://idp.example.com")
        #expect(claims.subject == "user-1")
        #expect(claims.audience == ["a", "b"])
        #expect(claims.tokenID == "id")
        #expect(claims.notBefore == Timestamp(secondsSinceEpoch: 1))
        #expect(claims.issuedAt == Timestamp(secondsSinceEpoch: 2))
        #expect(claims.scopes == ["read", "write"])
        #expect(claims.bool(named: "ok") == true)
        #expect(claims.bool(named: "no") == false)
        #expect(claims.bool(named: "sub") == nil)
        #expect(JWTClaims().scopes.isEmpty)
        #expect((["scope": ["a", "b"]] as JWTClaims).scopes == ["a", "b"])
    }

    @Test
    func canBeChanged() {
        var claims = JWTClaims()
        claims["plan"] = "gold"
        #expect(claims.string(named: "plan") == "gold")
        claims["plan"] = nil
        #expect(claims.isEmpty)
    }

    @Test
    func doesNotShowValues() {
        #expect("\(["sub": "secret", "iss": "a"] as JWTClaims)" == "JWTClaims(iss, sub)")
    }
}
