/// A number as a reference prints it.
///
/// `agrees(with: "0.0673909")` asks for the digits that stand there and no more: half a unit of the last one.
extension Double {
    /// Whether the relative difference is at most the tolerance; zero must be met within the tolerance itself.
    func agrees(with expected: Double, to tolerance: Double) -> Bool {
        if self == expected { return true }
        let scale = expected == 0 ? 1 : expected.magnitude
        return (self - expected).magnitude <= tolerance * scale
    }

    /// Whether the number, rounded as the printed one is, gives the printed one.
    func agrees(with printed: String) -> Bool {
        guard let expected = Double(printed) else { return false }
        var (digits, hasPoint, exponent) = (0, false, 0)
        for (index, character) in printed.enumerated() {
            if character == "." { hasPoint = true }
            if character.isNumber && hasPoint { digits += 1 }
            if character == "e" {
                exponent = Int(printed.dropFirst(index + 1)) ?? 0
                break
            }
        }
        var unit = 1.0
        for _ in 0..<Swift.abs(digits - exponent) { unit *= 10 }
        if digits >= exponent { unit = 1 / unit }
        return (self - expected).magnitude <= unit * (0.5 + 1e-6)
    }
}
