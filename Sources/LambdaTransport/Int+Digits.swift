extension Int {
    /// A whole number of decimal digits alone.
    ///
    /// `Int(_:)` takes any text of any radix, and is linked anew for each type of number.
    package init?(digits text: String) {
        var value = 0
        guard !text.isEmpty else { return nil }
        for byte in Array(text.utf8) {
            let digit = Int(byte) - 0x30
            guard 0...9 ~= digit else { return nil }
            let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = tens.addingReportingOverflow(digit)
            if overflow || carry { return nil }
            value = sum
        }
        self = value
    }
}
