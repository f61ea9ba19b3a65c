#if LOCAL_RUNNING
/// The parameters of a query, by name, in the order of their first occurrence.
struct HTTPQuery {
    private(set) var parameters: [(name: String, values: [String])] = []

    /// Reads a query, and undoes its escapes unless they are to stay, as in the events of load balancers.
    init(_ query: String, isDecoded: Bool) {
        for field in query.split(separator: "&") {
            let mark = field.firstIndex(of: "=") ?? field.endIndex
            var name = String(field[..<mark])
            var value = String(field[mark...].dropFirst())
            if isDecoded {
                name = PercentDecoding.decode(name, plusIsSpace: true)
                value = PercentDecoding.decode(value, plusIsSpace: true)
            }
            if let index = parameters.firstIndex(where: { $0.name == name }) {
                parameters[index].values.append(value)
            } else {
                parameters.append((name, [value]))
            }
        }
    }

    var isEmpty: Bool { parameters.isEmpty }

    /// Each parameter with all its values, joined by commas.
    var joined: [(name: String, value: String)] {
        parameters.map { ($0.name, $0.values.joined(separator: ",")) }
    }

    /// Each parameter with the last of its values.
    var last: [(name: String, value: String)] {
        parameters.map { ($0.name, $0.values.last ?? "") }
    }
}
#endif
