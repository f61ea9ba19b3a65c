extension IAMPolicyDocument {
    /// A list that the JSON may have as its only element, without brackets.
    ///
    /// ```swift
    /// statement.resource = "arn:aws:execute-api:*"                    // written as a string
    /// statement.resource = ["arn:aws:execute-api:*"]                  // written as an array
    /// statement.resource?.elements.append("arn:aws:execute-api:*")
    /// ```
    ///
    /// Which of them it was plays no part in comparing: both mean the same.
    public struct OneOrMore<Element: Codable & Hashable & Sendable>: Sendable {
        /// The elements.
        public var elements: [Element]

        /// Whether a single element is written without brackets.
        private var isBare: Bool

        /// Creates a list, written as an array.
        ///
        /// - Parameter elements: The elements.
        public init(_ elements: [Element]) {
            self.elements = elements
            isBare = false
        }

        /// Creates a list of one element, written without brackets.
        ///
        /// - Parameter element: The element.
        public init(_ element: Element) {
            elements = [element]
            isBare = true
        }
    }
}

extension IAMPolicyDocument.OneOrMore: RandomAccessCollection {
    /// The index of the first element.
    public var startIndex: Int { elements.startIndex }

    /// The index after the last element.
    public var endIndex: Int { elements.endIndex }

    /// The element at an index.
    public subscript(index: Int) -> Element { elements[index] }
}

extension IAMPolicyDocument.OneOrMore: Hashable {
    /// Whether two lists have the same elements in the same order.
    public static func == (left: Self, right: Self) -> Bool {
        left.elements == right.elements
    }

    /// Hashes the elements.
    ///
    /// - Parameter hasher: The hasher to feed.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(elements)
    }
}

extension IAMPolicyDocument.OneOrMore: Codable {
    /// Reads a list from a JSON array, or from its only element.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: What decoding an element throws.
    public init(from decoder: any Decoder) throws {
        if var list = try? decoder.unkeyedContainer() {
            self.init([])
            while !list.isAtEnd { elements.append(try list.decode(Element.self)) }
        } else {
            self.init(try decoder.singleValueContainer().decode(Element.self))
        }
    }

    /// Writes the list in the form it was read or made in.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: What encoding an element throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if isBare, elements.count == 1 {
            try container.encode(elements[0])
        } else {
            try container.encode(elements)
        }
    }
}

extension IAMPolicyDocument.OneOrMore: ExpressibleByArrayLiteral {
    /// Creates a list, written as an array.
    ///
    /// - Parameter elements: The elements.
    public init(arrayLiteral elements: Element...) {
        self.init(elements)
    }
}

extension IAMPolicyDocument.OneOrMore: ExpressibleByUnicodeScalarLiteral,
    ExpressibleByExtendedGraphemeClusterLiteral, ExpressibleByStringLiteral
where Element == String {
    /// Creates a list of one string, written without brackets.
    ///
    /// - Parameter value: The string.
    public init(stringLiteral value: String) {
        self.init(value)
    }
}
