import Foundation

/// Any JSON, independent of the coder and the models under test.
indirect enum Tree: Codable, Hashable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([Tree])
    case object([String: Tree])

    init(json: [UInt8]) throws {
        self = try JSONDecoder().decode(Tree.self, from: Data(json))
    }

    var json: [UInt8] {
        get throws { [UInt8](try JSONEncoder().encode(self)) }
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([Tree].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: Tree].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .number(let value):
            if let integer = Int64(exactly: value) {
                try container.encode(integer)
            } else {
                try container.encode(value)
            }
        case .string(let value): try container.encode(value)
        case .array(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }
}

/// A step from a value to one inside it.
enum Step: Hashable {
    case key(String)
    case index(Int)
}

extension [Step] {
    /// `Records[].s3.object.key`: all elements of an array are one path.
    var text: String {
        var text = ""
        for step in self {
            switch step {
            case .key(let key): text += text.isEmpty ? key : "." + key
            case .index: text += "[]"
            }
        }
        return text
    }

    var lastKey: String? {
        if case .key(let key) = last { key } else { nil }
    }
}

extension Tree {
    /// The value itself and every value inside it, with its path.
    var everything: [(path: [Step], value: Tree)] {
        var result: [(path: [Step], value: Tree)] = [([], self)]
        switch self {
        case .object(let members):
            for (key, value) in members.sorted(by: { $0.key < $1.key }) {
                result += value.everything.map { ([.key(key)] + $0.path, $0.value) }
            }
        case .array(let elements):
            for (index, value) in elements.enumerated() {
                result += value.everything.map { ([.index(index)] + $0.path, $0.value) }
            }
        default: break
        }
        return result
    }

    /// The paths of the members of objects, at any depth.
    var memberPaths: [[Step]] {
        everything.map(\.path).filter { $0.lastKey != nil }
    }

    /// The value at a path.
    func value(at path: some Collection<Step>) -> Tree? {
        guard let step = path.first else { return self }
        return switch (step, self) {
        case (.key(let key), .object(let members)):
            members[key]?.value(at: path.dropFirst())
        case (.index(let index), .array(let elements)) where elements.indices.contains(index):
            elements[index].value(at: path.dropFirst())
        default:
            nil
        }
    }

    /// The tree with the value at a path replaced, or removed for `nil`.
    func replacing(_ path: some Collection<Step>, with replacement: Tree?) -> Tree {
        guard let step = path.first else { return replacement ?? .null }
        let rest = path.dropFirst()
        switch (step, self) {
        case (.key(let key), .object(var members)):
            if rest.isEmpty {
                members[key] = replacement
            } else {
                members[key] = members[key]?.replacing(rest, with: replacement)
            }
            return .object(members)
        case (.index(let index), .array(var elements)) where elements.indices.contains(index):
            elements[index] = elements[index].replacing(rest, with: replacement)
            return .array(elements)
        default:
            return self
        }
    }
}
