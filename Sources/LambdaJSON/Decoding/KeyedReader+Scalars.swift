// One method for each type of the protocol: the standard library calls these, and the default
// implementations behind them would box the value in a decoder first. There are thirty-two of
// them, and every function has them all, so each is no more than two calls.

extension KeyedReader {
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool {
        try document.bool(at: index(key), in: object)
    }

    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
        guard let index = try indexIfPresent(key) else { return nil }
        return try document.bool(at: index, in: object)
    }

    func decode(_ type: String.Type, forKey key: Key) throws -> String {
        try document.string(at: index(key), in: object)
    }

    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
        guard let index = try indexIfPresent(key) else { return nil }
        return try document.string(at: index, in: object)
    }

    func decode(_ type: Double.Type, forKey key: Key) throws -> Double {
        try document.double(at: index(key), in: object)
    }

    func decodeIfPresent(_ type: Double.Type, forKey key: Key) throws -> Double? {
        guard let index = try indexIfPresent(key) else { return nil }
        return try document.double(at: index, in: object)
    }

    func decode(_ type: Float.Type, forKey key: Key) throws -> Float {
        try document.float(at: index(key), in: object)
    }

    func decodeIfPresent(_ type: Float.Type, forKey key: Key) throws -> Float? {
        guard let index = try indexIfPresent(key) else { return nil }
        return try document.float(at: index, in: object)
    }

    func decode(_ type: Int.Type, forKey key: Key) throws -> Int {
        try document.integer(Int.self, at: index(key), in: object)
    }

    func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? {
        guard let index = try indexIfPresent(key) else { return nil }
        return try document.integer(Int.self, at: index, in: object)
    }

    func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 {
        try document.integer(Int8.self, at: index(key), in: object)
    }

    func decodeIfPresent(_ type: Int8.Type, forKey key: Key) throws -> Int8? {
        guard let index = try indexIfPresent(key) else { return nil }
        return try document.integer(Int8.self, at: index, in: object)
    }

    func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 {
        try document.integer(Int16.self, at: index(key), in: object)
    }

    func decodeIfPresent(_ type: Int16.Type, forKey key: Key) throws -> Int16? {
        guard let index = try indexIfPresent(key) else { return nil }
        return try document.integer(Int16.self, at: index, in: object)
    }

    func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 {
        try document.integer(Int32.self, at: index(key), in: object)
    }

    func decodeIfPresent(_ type: Int32.Type, forKey key: Key) throws -> Int32? {
        guard let index = try indexIfPresent(key) else { return nil }
        return try document.integer(Int32.self, at: index, in: object)
    }

    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 {
        try document.integer(Int64.self, at: index(key), in: object)
    }

    func decodeIfPresent(_ type: Int64.Type, forKey key: Key) throws -> Int64? {
        guard let index = try indexIfPresent(key) else { return nil }
        return try document.integer(Int64.self, at: index, in: object)
    }

    func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt {
        try document.integer(UInt.self, at: index(key), in: object)
    }

    func decodeIfPresent(_ type: UInt.Type, forKey key: Key) throws -> UInt? {
        guard let index = try indexIfPresent(key) else { return nil }
        return try document.integer(UInt.self, at: index, in: object)
    }

    func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 {
        try document.integer(UInt8.self, at: index(key), in: object)
    }

    func decodeIfPresent(_ type: UInt8.Type, forKey key: Key) throws -> UInt8? {
        guard let index = try indexIfPresent(key) else { return nil }
        return try document.integer(UInt8.self, at: index, in: object)
    }

    func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 {
        try document.integer(UInt16.self, at: index(key), in: object)
    }

    func decodeIfPresent(_ type: UInt16.Type, forKey key: Key) throws -> UInt16? {
        guard let index = try indexIfPresent(key) else { return nil }
        return try document.integer(UInt16.self, at: index, in: object)
    }

    func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 {
        try document.integer(UInt32.self, at: index(key), in: object)
    }

    func decodeIfPresent(_ type: UInt32.Type, forKey key: Key) throws -> UInt32? {
        guard let index = try indexIfPresent(key) else { return nil }
        return try document.integer(UInt32.self, at: index, in: object)
    }

    func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 {
        try document.integer(UInt64.self, at: index(key), in: object)
    }

    func decodeIfPresent(_ type: UInt64.Type, forKey key: Key) throws -> UInt64? {
        guard let index = try indexIfPresent(key) else { return nil }
        return try document.integer(UInt64.self, at: index, in: object)
    }

    func decode(_ type: Int128.Type, forKey key: Key) throws -> Int128 {
        try document.integer(Int128.self, at: index(key), in: object)
    }

    func decodeIfPresent(_ type: Int128.Type, forKey key: Key) throws -> Int128? {
        guard let index = try indexIfPresent(key) else { return nil }
        return try document.integer(Int128.self, at: index, in: object)
    }

    func decode(_ type: UInt128.Type, forKey key: Key) throws -> UInt128 {
        try document.integer(UInt128.self, at: index(key), in: object)
    }

    func decodeIfPresent(_ type: UInt128.Type, forKey key: Key) throws -> UInt128? {
        guard let index = try indexIfPresent(key) else { return nil }
        return try document.integer(UInt128.self, at: index, in: object)
    }
}
