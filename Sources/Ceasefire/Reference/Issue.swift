/// One question on which accounts differ, with whole claims as exclusive alternatives.
public struct Issue: Hashable, Sendable {
    public var issue: IssueID
    public var question: String
    /// The alternatives that are heard, in the order in which they were first stated.
    public var alternatives: [AlternativeID]
    /// Who says what.
    public var accounts: [Statement]
    /// The settlements, each for those who accept it.
    public var settlements: [Settled]
    /// Whether only the source asked for is heard, since it speaks on the issue.
    public var isNarrowed: Bool

    /// A settlement that stands.
    public struct Settled: Hashable, Sendable {
        public var entry: Int
        public var alternative: AlternativeID
        public var acceptedBy: [ParticipantID]
    }

    /// The alternative on which the issue is settled for `party`; for everybody, where `party` is `nil`.
    ///
    /// A settlement binds those who accept it, and nobody else. It takes no account away: what a source says is still seen
    /// where that source alone is heard.
    public func settled(for party: ParticipantID?, among parties: [ParticipantID]) -> AlternativeID? {
        for settlement in settlements.reversed()
        where !isNarrowed || alternatives.contains(settlement.alternative) {
            let accepted = settlement.acceptedBy
            if let party {
                if accepted.contains(party) { return settlement.alternative }
            } else if !accepted.isEmpty, parties.allSatisfy(accepted.contains) {
                return settlement.alternative
            }
        }
        return nil
    }

    static func all(
        _ statements: [Statement], _ settlements: [Fact], in reference: Reference, _ accordingTo: String?
    ) -> [IssueID: Issue] {
        var issues: [IssueID: Issue] = [:]
        for id in reference.issueOrder {
            let accounts = statements.filter { $0.account.issue == id }
            guard !accounts.isEmpty else { continue }
            let own = accordingTo.map { source in accounts.filter { $0.isBy(source) } } ?? []
            // A source that is silent on an issue takes no side.
            let heard = own.isEmpty ? accounts : own
            var alternatives: [AlternativeID] = []
            for statement in heard {
                if let name = statement.account.alternative, !alternatives.contains(name) {
                    alternatives.append(name)
                }
            }
            var settled: [Settled] = []
            for fact in settlements {
                guard case .reference(.settled(let act)) = fact.act, act.issue == id else { continue }
                settled.append(
                    Settled(entry: fact.entry, alternative: act.alternative, acceptedBy: act.acceptedBy))
            }
            issues[id] = Issue(
                issue: id, question: reference.issues[id] ?? id.text, alternatives: alternatives,
                accounts: accounts,
                settlements: settled, isNarrowed: !own.isEmpty)
        }
        return issues
    }
}

/// One account, with who states it and from which source.
public struct Statement: Hashable, Sendable {
    public var entry: Int
    public var account: Account
    public var author: ParticipantID
    public var source: Source?
    public var moment: Moment

    init(_ account: Account, _ entry: Entry) {
        self.entry = entry.index
        self.account = account
        author = entry.actingParticipant
        source = entry.source
        moment = entry.moment
    }

    /// Whether `name` is the author, or part of the source's title, letter case apart.
    public func isBy(_ name: String) -> Bool {
        if author.text == name { return true }
        guard let title = source?.title.lowercased() else { return false }
        return !name.isEmpty && title.contains(name.lowercased())
    }
}
