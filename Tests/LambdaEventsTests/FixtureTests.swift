import Foundation
import LambdaEvents
import LambdaTesting
import Testing

/// What must hold for every fixture, whatever its type.
struct FixtureTests {
    @Test(arguments: FixtureCase.all, Coder.allCases)
    func whatGoesInComesOut(fixture: FixtureCase, coder: Coder) throws {
        let before = try fixture.tree
        let first = try coder.roundTrip(fixture.type, fixture.bytes)
        let after = try Tree(json: first)

        let (inside, outside) = (Self.leaves(of: before), Self.leaves(of: after))
        let lost = inside.filter { outside[$0.key] != $0.value }.keys
        // An object that has lost all its members is not a gain.
        let objects = Set(before.everything.map(\.path)).subtracting(inside.keys)
        let gained = outside.filter { inside[$0.key] != $0.value }.keys
            .filter { !objects.contains($0) }
        #expect(Set(lost.map(\.text)) == fixture.dropped)
        #expect(Set(gained.map(\.text)) == fixture.added)

        let second = try Tree(json: coder.roundTrip(fixture.type, first))
        #expect(second == after)
    }

    @Test(arguments: FixtureCase.all)
    func bothCodersReadTheSameValue(fixture: FixtureCase) throws {
        func check<Event: Codable & Hashable>(_ type: Event.Type) throws {
            let ours = try Coder.lambda.decode(type, from: fixture.bytes)
            let foundations = try Coder.foundation.decode(type, from: fixture.bytes)
            #expect(ours == foundations)
            #expect(ours.hashValue == foundations.hashValue)
        }
        try check(fixture.type)
    }

    /// Every string is replaced in turn.
    ///
    /// Only dates may refuse; anything else must be taken as it is, and come out again: no set of
    /// strings is closed, and nothing is computed from a stored value.
    @Test(arguments: FixtureCase.all, Coder.allCases)
    func anyStringIsTakenAsItIs(fixture: FixtureCase, coder: Coder) throws {
        let tree = try fixture.tree
        for (path, value) in tree.everything {
            guard case .string(let text) = value else { continue }
            let changed = tree.replacing(path, with: .string("SOMETHING_NEW"))
            let isDate =
                Timestamp(iso8601: text) != nil
                || fixture.textTimestamps.contains(path.lastKey ?? "")
            // A date in the midst of any JSON is a string like others.
            if isDate, !coder.decodes(fixture.type, try changed.json) { continue }
            let result = try Tree(json: coder.roundTrip(fixture.type, changed.json))
            #expect(result.value(at: path) == .string("SOMETHING_NEW"), "\(path.text)")
        }
    }

    @Test(arguments: FixtureCase.all, Coder.allCases)
    func onlyReviewedMembersAreRequired(fixture: FixtureCase, coder: Coder) throws {
        let tree = try fixture.tree
        var required: Set<String> = []
        for path in tree.memberPaths {
            let absent = try tree.replacing(path, with: nil).json
            let null = try tree.replacing(path, with: .null).json
            switch (coder.decodes(fixture.type, absent), coder.decodes(fixture.type, null)) {
            case (false, false): required.insert(path.text)
            case (false, true): required.insert("\(path.text) (may be null)")
            case (true, false): required.insert("\(path.text) (may be absent)")
            case (true, true): break
            }
        }
        try RequiredFile(fixture.name).expect(required)
    }

    @Test(arguments: FixtureCase.all, Coder.allCases)
    func unknownMembersAreIgnored(fixture: FixtureCase, coder: Coder) throws {
        func check<Event: Codable & Hashable>(_ type: Event.Type) throws {
            let tree = try fixture.tree
            let unknown = try Tree(json: Array(#"{"nested": [1, null, {"a": true}]}"#.utf8))
            let event = try coder.decode(type, from: fixture.bytes)
            for (path, value) in tree.everything {
                guard case .object = value, !Self.hasOpenKeys(path, in: fixture) else { continue }
                let changed = tree.replacing(path + [.key("SomethingNew")], with: unknown)
                #expect(try coder.decode(type, from: changed.json) == event, "\(path.text)")
            }
        }
        try check(fixture.type)
    }

    /// Whether the keys of the object at a path are data.
    private static func hasOpenKeys(_ path: [Step], in fixture: FixtureCase) -> Bool {
        fixture.maps.contains(path.lastKey ?? "")
            || path.contains { step in
                if case .key(let key) = step { fixture.openValues.contains(key) } else { false }
            }
    }

    /// What cannot be taken apart further, including empty collections, by path.
    private static func leaves(of tree: Tree) -> [[Step]: Tree] {
        var leaves: [[Step]: Tree] = [:]
        for (path, value) in tree.everything {
            switch value {
            case .object(let members) where !members.isEmpty: continue
            case .array(let elements) where !elements.isEmpty: continue
            default: leaves[path] = value
            }
        }
        return leaves
    }
}
