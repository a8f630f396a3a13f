/// The five facets of an instrument at a time, instead of one status.
public struct InstrumentStatus: Hashable, Sendable {
    public var instrument: InstrumentID
    public var text: TextState
    public var signature: SignatureFacet
    /// For each party addressed, under each rule.
    public var effects: [PartyEffect]
    public var observance: Observance
    public var relations: [RelationView]
    /// The wider regimes in which this one is nested, and the narrower ones nested in it that are in force.
    public var nestedIn: [InstrumentID]
    public var nests: [InstrumentID]
}

/// What is said and found about observance. Accounts alone never make a breach.
public struct Observance: Hashable, Sendable {
    public var state: State
    /// Accounts of breaches or clashes at the time asked for.
    public var now: [Int]
    /// Those before it.
    public var earlier: [Int]
    /// Findings of a violation, so far.
    public var findings: [Int]

    public enum State: String, Hashable, Sendable, CaseIterable {
        case notAssessed, breachReported, breachFound
    }
}

/// How another instrument bears on this one, or this one on another.
public struct RelationView: Hashable, Sendable {
    public var statement: RelationStatement
    public var entry: Int
    public var moment: Moment
    public var account: Alternative?
}

extension View {
    /// The instruments in the order in which they were introduced.
    public var instruments: [InstrumentID] { process.texts.order }

    /// The facets of an instrument at a time.
    public func status(of instrument: InstrumentID, at time: Moment) -> InstrumentStatus {
        let relations = facts(of: instrument).compactMap { fact -> RelationView? in
            guard case .effect(.related(let act)) = fact.act else { return nil }
            return RelationView(statement: act, entry: fact.entry, moment: fact.moment, account: fact.account)
        }
        let named = parties(of: instrument)
        let successors = self.successors(under: instrument, by: time)
        let effects = (named + successors).flatMap { self.effects(of: instrument, for: $0, at: time) }
        let nesting = relations.filter { $0.statement.relation == .nestedIn }
        return InstrumentStatus(
            instrument: instrument, text: facet(textOf: instrument, at: time),
            signature: facet(signatureOf: instrument, at: time),
            // A successor is told of where it succeeded to something.
            effects: effects.filter { $0.state != .notAddressed || named.contains($0.party) },
            observance: observance(of: instrument, at: time), relations: relations,
            nestedIn: nesting.filter { $0.statement.subject == instrument }.map(\.statement.object),
            nests: nesting.filter { $0.statement.object == instrument }.map(\.statement.subject))
    }

    /// All instruments that exist by a time, the narrower regime before the wider one in which it is nested.
    public func statuses(at time: Moment) -> [InstrumentStatus] {
        let all = instruments.filter { instrument in
            facts(of: instrument).contains {
                !$0.act.isIntroduction && $0.moment.earliest <= time.lastInstant
            }
        }
        let statuses = all.map { status(of: $0, at: time) }
        // Nesting decides first; otherwise the later instrument comes first, as one asks for what governs now.
        var ordered: [InstrumentStatus] = []
        var seen: Set<InstrumentID> = []
        for status in statuses.reversed() { insert(status, into: &ordered, statuses, &seen) }
        return ordered
    }

    private func insert(
        _ status: InstrumentStatus, into ordered: inout [InstrumentStatus], _ all: [InstrumentStatus],
        _ seen: inout Set<InstrumentID>
    ) {
        guard seen.insert(status.instrument).inserted else { return }
        for inner in status.nests.reversed() {
            guard let narrower = all.first(where: { $0.instrument == inner }) else { continue }
            insert(narrower, into: &ordered, all, &seen)
        }
        ordered.append(status)
    }

    /// Those whom an instrument addresses, or whom its rules or lines name as parties.
    public func parties(of instrument: InstrumentID) -> [ParticipantID] {
        var parties = process.texts.instruments[instrument]?.addressed ?? []
        for rule in rules(of: instrument, for: nil) { parties += rule.statement.parties }
        for id in process.signing.lineOrder[instrument] ?? [] {
            if let line = process.signing.lines[instrument]?[id]?.line, line.role == .party,
                let party = line.party
            {
                parties.append(party)
            }
        }
        var seen: Set<ParticipantID> = []
        return parties.filter { $0 != .each && seen.insert($0).inserted }
    }

    /// Why an instrument is in force for a party, or why not: the derivation under each rule.
    public func why(_ instrument: InstrumentID, for party: ParticipantID, at time: Moment) -> [Derivation] {
        effects(of: instrument, for: party, at: time).map(\.derivation)
    }

    private func observance(of instrument: InstrumentID, at time: Moment) -> Observance {
        var observance = Observance(state: .notAssessed, now: [], earlier: [], findings: [])
        for fact in facts(of: instrument) where fact.moment.earliest <= time.lastInstant {
            switch fact.act {
            case .reference(.accounted(let act)) where act.topic == .breach || act.topic == .clash:
                if fact.moment.overlaps(time) {
                    observance.now.append(fact.entry)
                } else {
                    observance.earlier.append(fact.entry)
                }
            case .monitoring(.found(let act))
            where act.instrument == instrument && act.classification == .violation:
                observance.findings.append(fact.entry)
            default: continue
            }
        }
        if !observance.now.isEmpty || !observance.earlier.isEmpty { observance.state = .breachReported }
        if !observance.findings.isEmpty { observance.state = .breachFound }
        return observance
    }
}

extension Act {
    /// Whether the act only announces that there is such an instrument, or describes it.
    var isIntroduction: Bool {
        switch self {
        case .text(.introduced), .effect(.ruled), .effect(.undertaken), .effect(.related), .text(.dated): true
        default: false
        }
    }
}
