/// A rule as it stands in a view, or the part of one that has an effect of its own.
struct Rule {
    var fact: Fact
    var statement: RuleStatement
    /// Clauses within its scope that have an effect of their own.
    var except: [ClauseID] = []
}

extension View {
    /// The rules of an instrument that can bind `party`, itself or as a successor; all of them for `nil`.
    ///
    /// Where another instrument bears on some clauses only, by `time`, a rule is given in parts.
    func rules(
        of instrument: InstrumentID, for party: ParticipantID?, by time: Moment? = nil
    ) -> [Rule] {
        let standing = party.map { predecessors(of: $0, under: instrument) }
        let rules = facts(of: instrument).compactMap { fact -> Rule? in
            guard case .effect(.ruled(var rule)) = fact.act else { return nil }
            if rule.parties.isEmpty { rule.parties = process.texts.instruments[instrument]?.addressed ?? [] }
            if let standing, !rule.parties.contains(where: standing.contains) { return nil }
            return Rule(fact: fact, statement: rule)
        }
        if party == nil { return rules }
        let scopes = scopes(on: instrument, by: time)
        if scopes.isEmpty { return rules }
        let clauses = ClauseTree(of: instrument, in: process.texts)
        return rules.flatMap { $0.parts(cutBy: scopes, clauses) }
    }

    /// The rules that can bind `party`, as one asks about them: rival statements of a rule are one question, since only
    /// one of them is true.
    func questions(of instrument: InstrumentID, for party: ParticipantID, by time: Moment) -> [[Rule]] {
        rules(of: instrument, for: party, by: time).reduce(into: []) { groups, rule in
            if let place = groups.firstIndex(where: { $0.allSatisfy(rule.isRival(to:)) }) {
                groups[place].append(rule)
            } else {
                groups.append([rule])
            }
        }
    }

    /// The clauses to which relations are limited that prolong, interrupt or end.
    private func scopes(on instrument: InstrumentID, by time: Moment?) -> [[ClauseID]] {
        facts(of: instrument).compactMap { fact in
            guard case .effect(.related(let act)) = fact.act, act.object == instrument, !act.scope.isEmpty,
                act.relation.bearsOnEffect, fact.isDone(by: time)
            else { return nil }
            return act.scope
        }
    }

    /// Whether a relation touches what a part of a rule is about.
    func touches(_ act: RelationStatement, _ rule: RuleStatement) -> Bool {
        if act.scope.isEmpty { return true }
        let clauses = ClauseTree(of: rule.instrument, in: process.texts)
        return !rule.scope.isEmpty && rule.scope.allSatisfy { clauses.lies($0, within: act.scope) }
    }
}

extension Rule {
    /// Whether two accounts on one issue state the same rule, or one each: for the same clauses, towards the same.
    fileprivate func isRival(to other: Rule) -> Bool {
        guard let account = fact.account, let others = other.fact.account, account.issue == others.issue
        else { return false }
        return statement.scope == other.statement.scope && statement.towards == other.statement.towards
            && (account.alternative != others.alternative || statement.rule == other.statement.rule)
    }

    /// The parts on each of which the relations with these scopes bear as a whole or not at all.
    fileprivate func parts(cutBy scopes: [[ClauseID]], _ clauses: ClauseTree) -> [Rule] {
        let own = statement.scope
        var named = own
        for clause in scopes.joined() where !named.contains(clause) {
            if own.isEmpty || clauses.lies(clause, within: own) { named.append(clause) }
        }
        func touched(_ clause: ClauseID) -> [Bool] { scopes.map { clauses.lies(clause, within: $0) } }
        var parts: [(touched: [Bool], scope: [ClauseID])] = []
        if own.isEmpty { parts.append((scopes.map { _ in false }, [])) }
        for clause in named {
            let touched = touched(clause)
            if let position = parts.firstIndex(where: { $0.touched == touched }) {
                if !clauses.lies(clause, within: parts[position].scope) {
                    parts[position].scope.append(clause)
                }
            } else {
                parts.append((touched, [clause]))
            }
        }
        return parts.map { part in
            var rule = self
            rule.statement.scope = part.scope
            for clause in named where touched(clause) != part.touched {
                let lies = part.scope.isEmpty || clauses.lies(clause, within: part.scope)
                if lies, !clauses.lies(clause, within: rule.except) { rule.except.append(clause) }
            }
            return rule
        }
    }
}

extension RelationKind {
    /// Whether it prolongs, interrupts or ends what it relates to.
    fileprivate var bearsOnEffect: Bool {
        switch self {
        case .extends, .reaffirms, .suspends, .terminates, .supersedes, .replacesBeforeEffect: true
        default: false
        }
    }
}
