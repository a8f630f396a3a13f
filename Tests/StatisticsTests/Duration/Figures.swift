/// Comparing computed figures with those of a reference.
enum Figures {
    /// Whether there are as many, and each differs by no more than a share of the expected one.
    static func agree(_ computed: [Double], _ expected: [Double], within share: Double = 1e-9) -> Bool {
        computed.count == expected.count
            && zip(computed, expected).allSatisfy { ($0 - $1).magnitude <= share * $1.magnitude }
    }

    static func agree(_ computed: Double?, _ expected: Double, within share: Double = 1e-9) -> Bool {
        agree(computed.map { [$0] } ?? [], [expected], within: share)
    }
}
