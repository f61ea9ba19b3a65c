import LambdaJSON
import TestSupport
import Testing

struct NumberDecodingTests {
    @Test(arguments: [
        ("1.0", 1), ("1e2", 100), ("1E2", 100), ("100e-2", 1), ("0.1e1", 1), ("1e0", 1), ("-0", 0),
        ("-0.0", 0), ("0e99", 0), ("1e18", 1_000_000_000_000_000_000), ("-12.50e1", -125),
        ("9007199254740993.0", 9_007_199_254_740_993), ("9223372036854775807.0", .max),
        ("-9223372036854775808", .min), ("-92233720368547758080e-1", .min),
        ("000000000000000000001e0".dropZeros, 1),
    ])
    func integersMayBeWrittenInAnyWay(_ text: String, _ value: Int) throws {
        #expect(try LambdaJSONDecoder().decode(Int.self, from: text) == value)
    }

    @Test(arguments: [
        "9223372036854775808", "-9223372036854775809", "1e19", "1e400", "99999999999999999999",
        "1e99999999999999999999", "12345678901234567890e0", "92233720368547758070e0",
    ])
    func integersThatDoNotFitAreRefused(_ text: String) {
        #expect(
            Failure { try LambdaJSONDecoder().decode(Int.self, from: text) }.text
                == "Expected a number that fits Int (byte 0)."
        )
    }

    @Test(arguments: [
        "1.5", "1e-2", "0.1", "1.0000000000000000000000000001", "1e-99999999999999999",
    ])
    func fractionsAreNoIntegers(_ text: String) {
        #expect(
            Failure { try LambdaJSONDecoder().decode(Int.self, from: text) }.text
                == "Expected an integer, found a number with a fraction (byte 0)."
        )
    }

    @Test func everyWidthRefusesItsNeighbours() throws {
        try checkLimits(Int8.self)
        try checkLimits(Int16.self)
        try checkLimits(Int32.self)
        try checkLimits(Int64.self)
        try checkLimits(UInt8.self)
        try checkLimits(UInt16.self)
        try checkLimits(UInt32.self)
        try checkLimits(UInt64.self)
        let decoder = LambdaJSONDecoder()
        #expect(try decoder.decode(Int128.self, from: "\(Int128.max)") == .max)
        #expect(
            try decoder.decode(UInt128.self, from: "1e38")
                == UInt128("1" + String(repeating: "0", count: 38))
        )
        #expect(throws: DecodingError.self) {
            try decoder.decode(Int128.self, from: "170141183460469231731687303715884105728")
        }
        #expect(throws: DecodingError.self) {
            try decoder.decode(Int128.self, from: "-170141183460469231731687303715884105729")
        }
        #expect(throws: DecodingError.self) {
            try decoder.decode(UInt128.self, from: "340282366920938463463374607431768211456")
        }
        #expect(throws: DecodingError.self) { try decoder.decode(UInt128.self, from: "-1") }
    }

    private func checkLimits<T: FixedWidthInteger & Decodable & Sendable>(_ type: T.Type) throws {
        let decoder = LambdaJSONDecoder()
        #expect(try decoder.decode(T.self, from: "\(T.max)") == .max)
        #expect(try decoder.decode(T.self, from: "\(T.min)") == .min)
        #expect(try decoder.decode(T.self, from: "\(T.max).0") == .max)
        for text in ["\(Int128(T.max) + 1)", "\(Int128(T.min) - 1)", "\(Int128(T.max) + 1).0"] {
            #expect(
                Failure { try decoder.decode(T.self, from: text) }.text
                    == "Expected a number that fits \(T.self) (byte 0)."
            )
        }
    }

    /// Numbers that a careless parser rounds wrongly.
    @Test(arguments: [
        "0.1", "0.2", "0.3", "1.1", "123456789012345678", "9007199254740993", "9007199254740992",
        "9007199254740991", "1e22", "1e23", "8.5e22", "1.7976931348623157e308", "5e-324",
        "4.9e-324",
        "2.2250738585072014e-308", "2.2250738585072011e-308", "2.2250738585072012e-308",
        "0.1234567890123456789012345678901234567890", "1e-22", "1e-23", "123e-25", "0.000001",
        "6.02214076e23", "1.00000000000000011102230246251565", "1e15", "999999999999999e22",
        "179769313486231570e291", "1448997445238699", "3.141592653589793238462643383279",
        "0e999999999999", "-0.0", "-5e-324", "1e-400", "0.5e-400",
    ])
    func doublesAreTheNearestOnes(_ text: String) throws {
        let value = try LambdaJSONDecoder().decode(Double.self, from: text)
        let expected = try #require(Double(text))
        #expect(value.bitPattern == expected.bitPattern)
        #expect(try LambdaJSONDecoder().decode([Double].self, from: "[\(text)]") == [expected])
    }

    /// Multiples of 2^64, whose low 64 bits are all zero.
    @Test(arguments: 1...8)
    func doublesBeyondSixtyFourBitsDoNotWrapAround(_ factor: Int) throws {
        let digits = (UInt128(1) << 64 * UInt128(factor)).description
        let texts = [
            digits, "-\(digits)", "\(digits).0", "\(digits)e2", "\(digits)e-2", "\(digits)00",
            "\(digits.dropLast()).\(digits.suffix(1))", "0.0\(digits)", "\(digits)000000",
        ]
        for text in texts {
            let value = try LambdaJSONDecoder().decode(Double.self, from: text)
            #expect(value == Double(text), "\(text)")
            #expect(JSONNumber(text)?.doubleValue == Double(text), "\(text)")
        }
    }

    @Test func manyDoublesAreTheNearestOnes() throws {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<20_000 {
            let digits =
                UInt64.random(in: 0...UInt64.max, using: &random)
                >> UInt64.random(in: 0..<64, using: &random)
            let exponent = Int.random(in: -40...40, using: &random)
            let text = Bool.random(using: &random) ? "\(digits)e\(exponent)" : "\(digits).\(digits)"
            let value = try LambdaJSONDecoder().decode(Double.self, from: text)
            #expect(value.bitPattern == Double(text)?.bitPattern, "\(text)")
        }
    }

    @Test(arguments: ["1e309", "-1e309", "1.7976931348623159e308", "1e999999999999999999999"])
    func doublesBeyondTheRangeAreRefused(_ text: String) {
        #expect(
            Failure { try LambdaJSONDecoder().decode(Double.self, from: text) }.text
                == "Expected a number that fits Double (byte 0)."
        )
    }

    /// A decimal halfway between two floats must not be rounded to a Double first.
    @Test func floatsAreRoundedOnce() throws {
        let decoder = LambdaJSONDecoder()
        for text in [
            "0.1", "16777217", "1.00000017881393432617187499", "3.4028235e38", "1e-45", "-0.0",
        ] {
            #expect(
                try decoder.decode(Float.self, from: text).bitPattern == Float(text)?.bitPattern
            )
        }
        #expect(
            Failure { try decoder.decode(Float.self, from: "3.5e38") }.text
                == "Expected a number that fits Float (byte 0)."
        )
    }

    #if !(os(macOS) && arch(x86_64))
    @Test func halvesDecode() throws {
        let decoder = LambdaJSONDecoder()
        #expect(try decoder.decode(Float16.self, from: "0.1") == 0.1)
        #expect(try decoder.decode([Float16].self, from: "[1.5,65504]") == [1.5, 65504])
        #expect(
            Failure { try decoder.decode(Float16.self, from: "65520") }.text
                == "Expected a number that fits Float16 (byte 0)."
        )
    }
    #endif

    @Test func negativeZeroKeepsItsSign() throws {
        #expect(try LambdaJSONDecoder().decode(Double.self, from: "-0").sign == .minus)
        #expect(try LambdaJSONDecoder().decode(Double.self, from: "-0.0").sign == .minus)
    }

    @Test func millionDigitsAreNoTrouble() throws {
        let zeros = String(repeating: "0", count: 1_000_000)
        let decoder = LambdaJSONDecoder()
        #expect(try decoder.decode(Double.self, from: "1." + zeros) == 1)
        #expect(try decoder.decode(Int.self, from: "1." + zeros) == 1)
        #expect(try decoder.decode(Int.self, from: "1" + zeros + "e-1000000") == 1)
        #expect(throws: DecodingError.self) { try decoder.decode(Int.self, from: "1" + zeros) }
        #expect(throws: DecodingError.self) { try decoder.decode(Double.self, from: "1" + zeros) }
    }
}

extension String {
    /// The text without leading zeros, which JSON does not have.
    fileprivate var dropZeros: String { String(drop { $0 == "0" }) }
}
