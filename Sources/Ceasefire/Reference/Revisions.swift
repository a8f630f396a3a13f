/// What stands of the entries that were corrected or withdrawn; corrections and withdrawals can be so in their turn.
public struct Revisions: Hashable, Sendable {
    /// By the index of an entry that is withdrawn, the withdrawal that stands.
    public private(set) var withdrawals: [Int: Int] = [:]
    /// By the index of an entry, the last correction of it that stands.
    public private(set) var corrections: [Int: Int] = [:]

    /// - Parameter isHeard: whether the revision at an index is listened to.
    init(_ reference: Reference, hearing isHeard: (Int) -> Bool = { _ in true }) {
        let steps = reference.withdrawals.flatMap { entry, by in
            by.filter(isHeard).map { (entry: entry, by: $0) }
        }
        // Only a later entry withdraws a withdrawal, so the last ones are known to stand.
        for step in steps.sorted(by: { $0.by > $1.by })
        where withdrawals[step.by] == nil && withdrawals[step.entry] == nil {
            withdrawals[step.entry] = step.by
        }
        for (entry, by) in reference.corrections {
            corrections[entry] = by.last { withdrawals[$0] == nil && isHeard($0) }
        }
    }
}

extension Reference {
    public var revisions: Revisions { Revisions(self) }
}
