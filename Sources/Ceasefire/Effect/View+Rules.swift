// The rules on the effect of an instrument.
extension View {
    struct Rule {
        var fact: Fact
        var statement: RuleStatement
    }

    /// The rules of an instrument that can bind `party`, itself or as a successor; all of them for `nil`.
    func rules(of instrument: InstrumentID, for party: ParticipantID?) -> [Rule] {
        let standing = party.map { predecessors(of: $0, under: instrument) }
        return facts(of: instrument).compactMap { fact in
            guard case .effect(.ruled(var rule)) = fact.act else { return nil }
            if rule.parties.isEmpty { rule.parties = process.texts.instruments[instrument]?.addressed ?? [] }
            if let standing, !rule.parties.contains(where: standing.contains) { return nil }
            return Rule(fact: fact, statement: rule)
        }
    }

    /// The rules that can bind `party`, as one asks about them: rival statements of a rule are one question, since only
    /// one of them is true.
    func questions(of instrument: InstrumentID, for party: ParticipantID) -> [[Rule]] {
        rules(of: instrument, for: party).reduce(into: []) { groups, rule in
            if let place = groups.firstIndex(where: { $0.allSatisfy(rule.isRival(to:)) }) {
                groups[place].append(rule)
            } else {
                groups.append([rule])
            }
        }
    }
}

extension View.Rule {
    /// Whether two accounts on one issue state the same rule, or one each: for the same clauses, towards the same.
    fileprivate func isRival(to other: View.Rule) -> Bool {
        guard let account = fact.account, let others = other.fact.account, account.issue == others.issue
        else { return false }
        return statement.scope == other.statement.scope && statement.towards == other.statement.towards
            && (account.alternative != others.alternative || statement.rule == other.statement.rule)
    }
}
