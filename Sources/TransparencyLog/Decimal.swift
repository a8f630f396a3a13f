/// Sizes, indices and times as the specifications write them: ASCII digits without sign or leading zero.
package enum Decimal {
    /// The number that `text` stands for, or nil if it is empty, has a leading zero (other than `0` itself),
    /// a
    /// letter that is no digit, or a value above 2^63 − 1.
    package static func decode(_ text: some Collection<UInt8>) -> Int? {
        guard let first = text.first, first != UInt8(ascii: "0") || text.count == 1 else { return nil }
        var value = 0
        for letter in text {
            guard letter >= UInt8(ascii: "0"), letter <= UInt8(ascii: "9") else { return nil }
            let (shifted, tooLarge) = value.multipliedReportingOverflow(by: 10)
            let (sum, overflow) = shifted.addingReportingOverflow(Int(letter - UInt8(ascii: "0")))
            guard !tooLarge, !overflow else { return nil }
            value = sum
        }
        return value
    }
}
