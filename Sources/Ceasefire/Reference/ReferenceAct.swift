/// Accounts, settlements, corrections and data sets: acts of any time.
public indirect enum ReferenceAct: Hashable, Sendable {
    case accounted(Account)
    case settled(IssueSettlement)
    case corrected(Correction)
    case withdrawn(Withdrawal)
    case dataSetAttached(DataSet)
    case rulesAdopted(RulesAdoption)
    case unsealed(SealOpening)
    case destroyed(SealDestruction)

    /// The act's name on the wire; never renamed once released.
    public var name: String {
        switch self {
        case .accounted: "account.stated"
        case .settled: "issue.settled"
        case .corrected: "entry.corrected"
        case .withdrawn: "entry.withdrawn"
        case .dataSetAttached: "dataset.attached"
        case .rulesAdopted: "rules.adopted"
        case .unsealed: "sealed.opened"
        case .destroyed: "sealed.destroyed"
        }
    }
}
