import LambdaJSON

extension JSONNumber {
    /// The number times a power of ten, exactly: 1250 for `12.5` and two digits.
    ///
    /// `nil` if that is no integer, or too large for one.
    ///
    /// Money is not calculated in `Double`, which has no `0.1`.
    ///
    /// - Parameter power: The power, which is not negative.
    /// - Returns: The integer.
    func scaled(byPowerOfTen power: Int) -> Int? {
        var digits = Array(description.utf8)
        var power = power
        if let mark = digits.firstIndex(where: {
            $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E")
        }) {
            let text = String(decoding: digits[(mark + 1)...], as: UTF8.self)
            guard let exponent = Int(text), -400...400 ~= exponent else { return nil }
            power += exponent
            digits = Array(digits[..<mark])
        }
        if let point = digits.firstIndex(of: UInt8(ascii: ".")) {
            power -= digits.count - point - 1
            digits.remove(at: point)
        }
        while power < 0, digits.last == UInt8(ascii: "0"), digits.count > 1 {
            digits.removeLast()
            power += 1
        }
        guard let number = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
        if number == 0 { return 0 }
        guard power >= 0 else { return nil }
        var result = number
        for _ in 0..<power {
            let (product, isTooMuch) = result.multipliedReportingOverflow(by: 10)
            guard !isTooMuch else { return nil }
            result = product
        }
        return result
    }
}
