import LambdaJSON

/// A place in a JSON value, as a person writes it: `Records[0].s3.object.key`.
///
/// A name with a dot or a bracket in it is written in quotes: `headers["x.trace"]`.
struct JSONPath: Hashable, Sendable, CustomStringConvertible {
    enum Step: Hashable, Sendable {
        case member(String)
        case element(Int)
    }

    var steps: [Step] = []

    init(_ steps: [Step]) {
        self.steps = steps
    }

    /// Reads a path, `nil` if it is none.
    init?(_ text: String) {
        var rest = Array(text)[...]
        while let first = rest.first {
            if first == "[" {
                guard let step = Self.takeBracket(&rest) else { return nil }
                steps.append(step)
            } else {
                if first == "." {
                    guard !steps.isEmpty else { return nil }
                    rest = rest.dropFirst()
                } else if !steps.isEmpty {
                    return nil
                }
                let name = rest.prefix { $0 != "." && $0 != "[" }
                guard !name.isEmpty else { return nil }
                steps.append(.member(String(name)))
                rest = rest.dropFirst(name.count)
            }
        }
    }

    /// Takes `[3]` or `["name"]`.
    private static func takeBracket(_ rest: inout ArraySlice<Character>) -> Step? {
        rest = rest.dropFirst()
        if rest.first == "\"" {
            rest = rest.dropFirst()
            let name = rest.prefix { $0 != "\"" }
            rest = rest.dropFirst(name.count)
            guard rest.starts(with: ["\"", "]"]) else { return nil }
            rest = rest.dropFirst(2)
            return .member(String(name))
        }
        let digits = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(digits.count)
        guard rest.first == "]", let index = Int(String(digits)), index >= 0 else { return nil }
        rest = rest.dropFirst()
        return .element(index)
    }

    var description: String {
        var text = ""
        for step in steps {
            switch step {
            case .element(let index): text += "[\(index)]"
            case .member(let name):
                if name.isEmpty || name.contains(where: { $0 == "." || $0 == "[" }) {
                    text += "[\"\(name)\"]"
                } else {
                    text += text.isEmpty ? name : "." + name
                }
            }
        }
        return text.isEmpty ? "the top level" : text
    }

    func appending(_ step: Step) -> JSONPath { JSONPath(steps + [step]) }
}

extension JSONValue {
    /// What is changed at a path.
    enum Change {
        case replace(JSONValue)
        case add(JSONValue)
        case remove
    }

    /// Why a path leads nowhere: the place at which it ends, and what is there.
    struct DeadEnd: Error {
        var description: String
    }

    /// Changes the value at a path.
    mutating func apply(_ change: Change, at path: JSONPath) throws(DeadEnd) {
        try apply(change, path.steps[...], JSONPath([]))
    }

    private mutating func apply(
        _ change: Change,
        _ steps: ArraySlice<JSONPath.Step>,
        _ place: JSONPath
    ) throws(DeadEnd) {
        guard let step = steps.first else {
            if case .replace(let value) = change { self = value }
            return
        }
        let rest = steps.dropFirst()
        switch (step, self) {
        case (.member(let name), .object(var members)):
            if let member = members[name] {
                if rest.isEmpty, case .add = change {
                    throw DeadEnd(
                        description: "\(place.appending(step)) is there already: replace it."
                    )
                }
                members[name] = try Self.changed(member, change, rest, place.appending(step))
            } else {
                guard rest.isEmpty, case .add(let value) = change else {
                    throw .noMember(name, members, place)
                }
                members[name] = value
            }
            self = .object(members)
        case (.element(let index), .array(var elements)):
            if rest.isEmpty, index == elements.count, case .add(let value) = change {
                elements.append(value)
            } else {
                guard elements.indices.contains(index) else {
                    throw .noElement(index, elements, place)
                }
                if rest.isEmpty, case .add = change {
                    throw DeadEnd(
                        description: "\(place.appending(step)) is there already: replace it."
                    )
                }
                let element = try Self.changed(elements[index], change, rest, place.appending(step))
                elements.replaceSubrange(index...index, with: element.map { [$0] } ?? [])
            }
            self = .array(elements)
        default:
            throw .wrongKind(step, self, place)
        }
    }

    private static func changed(
        _ value: JSONValue,
        _ change: Change,
        _ rest: ArraySlice<JSONPath.Step>,
        _ place: JSONPath
    ) throws(DeadEnd) -> JSONValue? {
        if rest.isEmpty, case .remove = change { return nil }
        var value = value
        try value.apply(change, rest, place)
        return value
    }

    var kindName: String {
        switch self {
        case .null: "null"
        case .bool: "a Boolean"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}

extension JSONValue.DeadEnd {
    fileprivate static func noMember(
        _ name: String,
        _ members: [String: JSONValue],
        _ place: JSONPath
    ) -> Self {
        let names = members.keys.sorted().joined(separator: ", ")
        let known = names.isEmpty ? "It is empty." : "It has \(names)."
        return Self(description: "There is no \"\(name)\" at \(place). \(known)")
    }

    fileprivate static func noElement(
        _ index: Int,
        _ elements: [JSONValue],
        _ place: JSONPath
    ) -> Self {
        let count = elements.count == 1 ? "1 element" : "\(elements.count) elements"
        return Self(description: "There is no element \(index) at \(place). It has \(count).")
    }

    fileprivate static func wrongKind(
        _ step: JSONPath.Step,
        _ value: JSONValue,
        _ place: JSONPath
    ) -> Self {
        switch step {
        case .member(let name):
            Self(
                description: "There is no \"\(name)\" at \(place), which is \(value.kindName). "
                    + "Expected an object."
            )
        case .element(let index):
            Self(
                description: "There is no element \(index) at \(place), which is "
                    + "\(value.kindName). Expected an array."
            )
        }
    }
}
