// One method for each type of the protocol: the standard library calls these, and the default
// implementations behind them would box the value in a decoder first. There are thirty-two of
// them, and every function has them all, so each is no more than two calls.

extension UnkeyedReader {
    mutating func decode(_ type: Bool.Type) throws -> Bool {
        let value = try document.bool(at: next(type), in: array)
        advance()
        return value
    }

    mutating func decodeIfPresent(_ type: Bool.Type) throws -> Bool? {
        try skipsAbsent() ? nil : decode(type)
    }

    mutating func decode(_ type: String.Type) throws -> String {
        let value = try document.string(at: next(type), in: array)
        advance()
        return value
    }

    mutating func decodeIfPresent(_ type: String.Type) throws -> String? {
        try skipsAbsent() ? nil : decode(type)
    }

    mutating func decode(_ type: Double.Type) throws -> Double {
        let value = try document.double(at: next(type), in: array)
        advance()
        return value
    }

    mutating func decodeIfPresent(_ type: Double.Type) throws -> Double? {
        try skipsAbsent() ? nil : decode(type)
    }

    mutating func decode(_ type: Float.Type) throws -> Float {
        let value = try document.float(at: next(type), in: array)
        advance()
        return value
    }

    mutating func decodeIfPresent(_ type: Float.Type) throws -> Float? {
        try skipsAbsent() ? nil : decode(type)
    }

    mutating func decode(_ type: Int.Type) throws -> Int {
        let value = try document.integer(Int.self, at: next(type), in: array)
        advance()
        return value
    }

    mutating func decodeIfPresent(_ type: Int.Type) throws -> Int? {
        try skipsAbsent() ? nil : decode(type)
    }

    mutating func decode(_ type: Int8.Type) throws -> Int8 {
        let value = try document.integer(Int8.self, at: next(type), in: array)
        advance()
        return value
    }

    mutating func decodeIfPresent(_ type: Int8.Type) throws -> Int8? {
        try skipsAbsent() ? nil : decode(type)
    }

    mutating func decode(_ type: Int16.Type) throws -> Int16 {
        let value = try document.integer(Int16.self, at: next(type), in: array)
        advance()
        return value
    }

    mutating func decodeIfPresent(_ type: Int16.Type) throws -> Int16? {
        try skipsAbsent() ? nil : decode(type)
    }

    mutating func decode(_ type: Int32.Type) throws -> Int32 {
        let value = try document.integer(Int32.self, at: next(type), in: array)
        advance()
        return value
    }

    mutating func decodeIfPresent(_ type: Int32.Type) throws -> Int32? {
        try skipsAbsent() ? nil : decode(type)
    }

    mutating func decode(_ type: Int64.Type) throws -> Int64 {
        let value = try document.integer(Int64.self, at: next(type), in: array)
        advance()
        return value
    }

    mutating func decodeIfPresent(_ type: Int64.Type) throws -> Int64? {
        try skipsAbsent() ? nil : decode(type)
    }

    mutating func decode(_ type: UInt.Type) throws -> UInt {
        let value = try document.integer(UInt.self, at: next(type), in: array)
        advance()
        return value
    }

    mutating func decodeIfPresent(_ type: UInt.Type) throws -> UInt? {
        try skipsAbsent() ? nil : decode(type)
    }

    mutating func decode(_ type: UInt8.Type) throws -> UInt8 {
        let value = try document.integer(UInt8.self, at: next(type), in: array)
        advance()
        return value
    }

    mutating func decodeIfPresent(_ type: UInt8.Type) throws -> UInt8? {
        try skipsAbsent() ? nil : decode(type)
    }

    mutating func decode(_ type: UInt16.Type) throws -> UInt16 {
        let value = try document.integer(UInt16.self, at: next(type), in: array)
        advance()
        return value
    }

    mutating func decodeIfPresent(_ type: UInt16.Type) throws -> UInt16? {
        try skipsAbsent() ? nil : decode(type)
    }

    mutating func decode(_ type: UInt32.Type) throws -> UInt32 {
        let value = try document.integer(UInt32.self, at: next(type), in: array)
        advance()
        return value
    }

    mutating func decodeIfPresent(_ type: UInt32.Type) throws -> UInt32? {
        try skipsAbsent() ? nil : decode(type)
    }

    mutating func decode(_ type: UInt64.Type) throws -> UInt64 {
        let value = try document.integer(UInt64.self, at: next(type), in: array)
        advance()
        return value
    }

    mutating func decodeIfPresent(_ type: UInt64.Type) throws -> UInt64? {
        try skipsAbsent() ? nil : decode(type)
    }

    mutating func decode(_ type: Int128.Type) throws -> Int128 {
        let value = try document.integer(Int128.self, at: next(type), in: array)
        advance()
        return value
    }

    mutating func decodeIfPresent(_ type: Int128.Type) throws -> Int128? {
        try skipsAbsent() ? nil : decode(type)
    }

    mutating func decode(_ type: UInt128.Type) throws -> UInt128 {
        let value = try document.integer(UInt128.self, at: next(type), in: array)
        advance()
        return value
    }

    mutating func decodeIfPresent(_ type: UInt128.Type) throws -> UInt128? {
        try skipsAbsent() ? nil : decode(type)
    }
}
