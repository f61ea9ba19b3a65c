/// Adds targets to the text of a `Package.swift`.
///
/// Only where it is plain how: into the array that is written out as the argument `targets:` of `Package(…)`. It
/// looks at brackets, strings and comments, not at the language; whoever calls it asks SwiftPM afterwards
/// whether the manifest says what it is to say.
struct ManifestEditor {
    private let characters: [Character]
    /// Whether each character is code, and not part of a string or a comment.
    private let isCode: [Bool]

    init(_ text: String) {
        characters = Array(text)
        isCode = ManifestEditor.code(in: characters)
    }

    /// Adds an entry, lines without indentation, to the targets.
    ///
    /// - Returns: The text with it; `nil` where the targets are not written out as an array.
    func adding(_ entry: String) -> String? {
        guard let (open, close) = targets() else { return nil }
        var last = close - 1
        while last > open, !isCode[last] || characters[last].isWhitespace { last -= 1 }
        let line = indentation(ofLineAt: close)
        let indented = entry.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "" : line + "    " + $0 }
            .joined(separator: "\n")
        var result = Array(characters[...last])
        if last > open, characters[last] != "," { result.append(",") }
        // What is between the last target and the end of the array: comments.
        var rest = Array(characters[(last + 1)..<close])
        while rest.last?.isWhitespace == true { rest.removeLast() }
        result += rest
        result += "\n" + indented + "\n" + line
        result += characters[close...]
        return String(result)
    }

    /// The brackets of the array after `targets:`, where it is an argument of `Package(…)`.
    private func targets() -> (open: Int, close: Int)? {
        guard let package = firstCode("Package(", from: 0) else { return nil }
        var depth = 0
        var index = package + "Package".count
        while index < characters.count {
            defer { index += 1 }
            guard isCode[index] else { continue }
            switch characters[index] {
            case "(", "[", "{": depth += 1
            case ")", "]", "}": depth -= 1
            case "t" where depth == 1 && isWord("targets", at: index):
                return brackets(after: index + "targets".count)
            default: break
            }
            if depth == 0 { return nil }
        }
        return nil
    }

    private func brackets(after label: Int) -> (open: Int, close: Int)? {
        var index = label
        func skipSpace() {
            while index < characters.count, !isCode[index] || characters[index].isWhitespace {
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
            if isCode[index] {
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
        guard isCode[index], characters[index...].starts(with: word) else { return false }
        guard index > 0 else { return true }
        let before = characters[index - 1]
        return !before.isLetter && !before.isNumber && before != "_" && before != "."
    }

    private func indentation(ofLineAt index: Int) -> String {
        let start = characters[..<index].lastIndex { $0.isNewline }.map { $0 + 1 } ?? 0
        return String(characters[start...].prefix { $0 == " " || $0 == "\t" })
    }

    private static func code(in characters: [Character]) -> [Bool] {
        var isCode = [Bool](repeating: true, count: characters.count)
        var index = 0
        func skip(to end: [Character], escapes: Bool) {
            while index < characters.count {
                if escapes, characters[index] == "\\" {
                    isCode[index] = false
                    index += 1
                } else if characters[index...].starts(with: end) {
                    break
                }
                if index < characters.count { isCode[index] = false }
                index += 1
            }
            for _ in end where index < characters.count {
                isCode[index] = false
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
            for _ in 0..<opening.length {
                isCode[index] = false
                index += 1
            }
            skip(to: opening.end, escapes: opening.escapes)
        }
        return isCode
    }
}
