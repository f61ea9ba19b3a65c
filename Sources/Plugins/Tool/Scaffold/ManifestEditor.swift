/// Adds targets to the text of a `Package.swift`.
///
/// Only where it is plain how: into the array that is written out as the argument `targets:` of `Package(…)`, or
/// into a new one where there is no such argument. It looks at brackets, strings and comments, not at the
/// language; whoever calls it asks SwiftPM afterwards whether the manifest says what it is to say.
struct ManifestEditor {
    private let characters: [Character]
    /// What each character is part of.
    private let parts: [Part]

    private enum Part { case code, string, comment }

    init(_ text: String) {
        characters = Array(text)
        parts = ManifestEditor.parts(of: characters)
    }

    /// Adds an entry, lines without indentation, to the targets.
    ///
    /// - Returns: The text with it; `nil` where the targets are not written out as an array.
    func adding(_ entry: String) -> String? {
        guard let call = call() else { return nil }
        guard let label = call.targets else { return addingArray(of: entry, to: call) }
        guard let (open, close) = brackets(after: label + "targets".count) else { return nil }
        let line = indentation(ofLineAt: close)
        let added = "\n" + indented(entry, line + "    ") + "\n" + line
        return String(end(ofListBefore: close, from: open) + added + characters[close...])
    }

    /// Where the parts of the call `Package(…)` are.
    private struct Call {
        let open: Int
        let close: Int
        /// The label `targets:`; `nil` where there is none.
        var targets: Int?
        /// The first label that has to come after `targets:`; `nil` where there is none.
        var later: Int?
    }

    /// Adds the argument `targets:`, in its place among the others.
    private func addingArray(of entry: String, to call: Call) -> String {
        let place = call.later ?? call.close
        let closing = indentation(ofLineAt: call.close)
        let line = call.later.map(indentation(ofLineAt:)) ?? closing + "    "
        let array = line + "targets: [\n" + indented(entry, line + "    ") + "\n" + line + "]"
        let added = "\n" + array + (call.later == nil ? "\n" + closing : ",\n" + line)
        return String(end(ofListBefore: place, from: call.open) + added + characters[place...])
    }

    /// All before a place, with a comma after the last element of the list that begins at a bracket.
    private func end(ofListBefore place: Int, from open: Int) -> [Character] {
        var last = place - 1
        while last > open, parts[last] == .comment || characters[last].isWhitespace { last -= 1 }
        var result = Array(characters[...last])
        if last > open, characters[last] != "," { result.append(",") }
        // What is between the last element and the place: comments.
        var rest = Array(characters[(last + 1)..<place])
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return result + rest
    }

    private func indented(_ entry: String, _ indentation: String) -> String {
        entry.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "" : indentation + $0 }
            .joined(separator: "\n")
    }

    private func call() -> Call? {
        guard let package = firstCode("Package(", from: 0) else { return nil }
        let later = [
            "swiftLanguageModes", "swiftLanguageVersions", "cLanguageStandard",
            "cxxLanguageStandard",
        ]
        let open = package + "Package".count
        var targets: Int?
        var place: Int?
        var depth = 0
        var index = open
        while index < characters.count {
            defer { index += 1 }
            guard parts[index] == .code else { continue }
            switch characters[index] {
            case "(", "[", "{": depth += 1
            case ")", "]", "}": depth -= 1
            case "t" where depth == 1 && targets == nil && isWord("targets", at: index):
                targets = index
            case "s" where depth == 1 && place == nil, "c" where depth == 1 && place == nil:
                if later.contains(where: { isWord($0, at: index) }) { place = index }
            default: break
            }
            if depth == 0 {
                return Call(open: open, close: index, targets: targets, later: place)
            }
        }
        return nil
    }

    private func brackets(after label: Int) -> (open: Int, close: Int)? {
        var index = label
        func skipSpace() {
            while index < characters.count, parts[index] != .code || characters[index].isWhitespace
            {
                index += 1
            }
        }
        skipSpace()
        guard index < characters.count, characters[index] == ":" else { return nil }
        index += 1
        skipSpace()
        guard index < characters.count, characters[index] == "[" else { return nil }
        let open = index
        var depth = 0
        while index < characters.count {
            if parts[index] == .code {
                if "([{".contains(characters[index]) { depth += 1 }
                if ")]}".contains(characters[index]) { depth -= 1 }
                if depth == 0 { return (open, index) }
            }
            index += 1
        }
        return nil
    }

    private func firstCode(_ word: String, from start: Int) -> Int? {
        characters.indices.first { $0 >= start && isWord(word, at: $0) }
    }

    private func isWord(_ word: String, at index: Int) -> Bool {
        guard parts[index] == .code, characters[index...].starts(with: word) else { return false }
        guard index > 0 else { return true }
        let before = characters[index - 1]
        return !before.isLetter && !before.isNumber && before != "_" && before != "."
    }

    private func indentation(ofLineAt index: Int) -> String {
        let start = characters[..<index].lastIndex { $0.isNewline }.map { $0 + 1 } ?? 0
        return String(characters[start...].prefix { $0 == " " || $0 == "\t" })
    }

    private static func parts(of characters: [Character]) -> [Part] {
        var parts = [Part](repeating: .code, count: characters.count)
        var index = 0
        func skip(to end: [Character], escapes: Bool, part: Part) {
            while index < characters.count {
                if escapes, characters[index] == "\\" {
                    parts[index] = part
                    index += 1
                } else if characters[index...].starts(with: end) {
                    break
                }
                if index < characters.count { parts[index] = part }
                index += 1
            }
            for _ in end where index < characters.count {
                parts[index] = part
                index += 1
            }
        }
        while index < characters.count {
            let rest = characters[index...]
            let opening: (length: Int, end: [Character], escapes: Bool)? =
                if rest.starts(with: "//") { (2, ["\n"], false) } else if rest.starts(with: "/*") {
                    (2, ["*", "/"], false)
                } else if rest.starts(with: "\"\"\"") {
                    (3, ["\"", "\"", "\""], true)
                } else if rest.first == "\"" { (1, ["\""], true) } else { nil }
            guard let opening else {
                index += 1
                continue
            }
            let part: Part = rest.first == "\"" ? .string : .comment
            for _ in 0..<opening.length {
                parts[index] = part
                index += 1
            }
            skip(to: opening.end, escapes: opening.escapes, part: part)
        }
        return parts
    }
}
