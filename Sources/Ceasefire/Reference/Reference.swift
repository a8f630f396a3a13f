/// Accounts, settlements, corrections and withdrawals: the fold of the acts of any time.
public struct Reference: Hashable, Sendable {
    public internal(set) var issues: [IssueID: String] = [:]
    /// In the order in which they were raised.
    public internal(set) var issueOrder: [IssueID] = []
    public internal(set) var alternatives: [IssueID: [AlternativeID]] = [:]
    /// By the index of the entry withdrawn, the entries that withdraw it.
    public internal(set) var withdrawals: [Int: [Int]] = [:]
    /// By the index of the entry corrected, the entries that correct it.
    public internal(set) var corrections: [Int: [Int]] = [:]
    /// By the index of a sealed entry, what became of it.
    public internal(set) var seals: [Int: Seal] = [:]
    /// The version of the rules in force.
    public internal(set) var rules: Int?

    public init() {}

    mutating func fold(_ act: ReferenceAct, of entry: Entry) {
        switch act {
        case .accounted(let act):
            guard let issue = act.issue, let alternative = act.alternative else { return }
            if issues[issue] == nil {
                issues[issue] = act.question ?? issue.text
                issueOrder.append(issue)
            }
            if !(alternatives[issue] ?? []).contains(alternative) {
                alternatives[issue, default: []].append(alternative)
            }
        case .corrected(let act): corrections[act.entry, default: []].append(entry.index)
        case .withdrawn(let act): withdrawals[act.entry, default: []].append(entry.index)
        case .rulesAdopted(let act): rules = act.version
        case .unsealed(let act):
            seals[act.entry]?.opening = entry.index
            if case .reference(let opened) = act.act { fold(opened, of: entry) }
        case .destroyed(let act): seals[act.entry]?.destruction = entry.index
        case .settled, .dataSetAttached: break
        }
    }
}
