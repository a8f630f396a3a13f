extension Double {
    /// Whether the number differs from another by no more than a share of it.
    func lies(within share: Double, of expected: Double) -> Bool {
        (self - expected).magnitude <= share * expected.magnitude
    }
}
