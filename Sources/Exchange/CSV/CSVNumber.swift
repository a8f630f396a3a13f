/// Numbers as they are written in tables.
enum CSVNumber {
    /// A whole number: digits with or without a sign. A fraction of zeros is allowed, since programs that hold whole
    /// numbers as decimals write one.
    static func integer(_ bytes: UnsafeRawBufferPointer, mark: UInt8) -> CSVCell<Int> {
        if CSVField.isMissing(bytes) { return .missing }
        var place = bytes[0] == 0x2D || bytes[0] == 0x2B ? 1 : 0
        let isNegative = bytes[0] == 0x2D
        let first = place
        var number = 0
        while place < bytes.count, let digit = digit(bytes[place]) {
            let (tens, overflows) = number.multipliedReportingOverflow(by: 10)
            let (sum, overflowsToo) =
                isNegative ? tens.subtractingReportingOverflow(digit) : tens.addingReportingOverflow(digit)
            if overflows || overflowsToo { return .unreadable }
            number = sum
            place += 1
        }
        if place == first { return .unreadable }
        if place == bytes.count { return .value(number) }
        guard bytes[place] == mark, place + 1 < bytes.count else { return .unreadable }
        for byte in bytes[(place + 1)...] where byte != 0x30 { return .unreadable }
        return .value(number)
    }

    /// A decimal number, with or without a sign and a power of ten. It is the nearest number to what is written.
    static func decimal(_ bytes: UnsafeRawBufferPointer, mark: UInt8) -> CSVCell<Double> {
        if CSVField.isMissing(bytes) { return .missing }
        var place = bytes[0] == 0x2D || bytes[0] == 0x2B ? 1 : 0
        var mantissa: UInt64 = 0
        var digits = 0
        var significant = 0
        var exponent = 0
        var isFraction = false
        while place < bytes.count {
            if let digit = digit(bytes[place]) {
                digits += 1
                if significant > 0 || digit > 0 { significant += 1 }
                if significant <= 18 { mantissa = mantissa &* 10 &+ UInt64(digit) }
                if isFraction { exponent -= 1 }
            } else if bytes[place] == mark, !isFraction {
                isFraction = true
            } else {
                break
            }
            place += 1
        }
        if digits == 0 { return .unreadable }
        if place < bytes.count {
            guard bytes[place] | 0x20 == 0x65 else { return .unreadable }  // e
            place += 1
            let isNegative = place < bytes.count && bytes[place] == 0x2D
            if place < bytes.count, bytes[place] == 0x2D || bytes[place] == 0x2B { place += 1 }
            let first = place
            var power = 0
            while place < bytes.count, let digit = digit(bytes[place]) {
                power = min(power * 10 + digit, 100_000)
                place += 1
            }
            if place == first || place < bytes.count { return .unreadable }
            exponent += isNegative ? -power : power
        }
        // Both are held exactly, so that one rounding is the only one (Clinger 1990).
        if significant <= 15, abs(exponent) <= 22 {
            let number =
                exponent < 0
                ? Double(mantissa) / power(of: -exponent) : Double(mantissa) * power(of: exponent)
            return .value(bytes[0] == 0x2D ? -number : number)
        }
        var text = String(decoding: bytes, as: UTF8.self)
        if mark != 0x2E { text = String(text.map { $0 == "," ? "." : $0 }) }
        guard let number = Double(text), number.isFinite else { return .unreadable }
        return .value(number)
    }

    @inline(__always)
    private static func digit(_ byte: UInt8) -> Int? {
        let digit = Int(byte) - 0x30
        return digit >= 0 && digit <= 9 ? digit : nil
    }

    private static func power(of exponent: Int) -> Double {
        var power = 1.0
        for _ in 0..<exponent { power *= 10 }
        return power
    }
}
