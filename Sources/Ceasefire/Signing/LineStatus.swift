/// What happened on one line of the signature block.
public struct LineStatus: Hashable, Sendable {
    public var line: Line
    public var state: LineState
    /// Whether it was signed: met on every account, missing on none, contested otherwise.
    public var signed: Verdict
    /// The issues on which that turns.
    public var choices: [Choice]
    public var signatures: [Evidence]
    public var inscriptions: [Inscribed]
    public var objections: [Evidence]
    public var demandedBy: [ParticipantID]
    /// The entry that made the line.
    public var entry: Int
    public var flags: [LineFlag]
    /// Whether accounts differ about it, even where the verdict is the same on all of them.
    public var rivals: [IssueID]

    public struct Inscribed: Hashable, Sendable {
        public var name: String
        public var hand: Hand
        public var copy: CopyID?
        public var entry: Int
        public var account: Alternative?
    }
}

/// The furthest that a line has come.
public enum LineState: String, Hashable, Sendable, CaseIterable {
    case blank, inscribed, initialled, signedAdReferendum, signed, refused, withdrawn
}

/// What a lawyer would note beside a line; derived, never typed in.
public enum LineFlag: String, Hashable, Sendable, CaseIterable {
    case nameLeftBlank, signedByAnother, late, noPowersShown, objected, byHand
}

extension View {
    /// The lines of an instrument in the order of the signature block.
    public func lines(of instrument: InstrumentID, at time: Moment? = nil) -> [LineStatus] {
        (process.signing.lineOrder[instrument] ?? []).compactMap { status(of: $0, in: instrument, at: time) }
    }

    public func status(of id: LineID, in instrument: InstrumentID, at time: Moment? = nil) -> LineStatus? {
        guard let open = process.signing.lines[instrument]?[id] else { return nil }
        let moment = time?.lastInstant ?? .distantFuture
        let facts = facts(of: instrument).filter { $0.act.line == id && $0.moment.earliest <= moment }
        // Also what was done later is asked for: it can bound the dates of what came before.
        let worlds = inAllWorlds { $0.state(of: id, in: instrument, by: moment) }
        let states = Set(worlds.answers?.map(\.answer) ?? [])
        let signed = worlds.map { $0 == .signed || $0 == .signedAdReferendum }
        // What no account disputes is the least that all worlds share; signed on every account is signed.
        let least = LineState.allCases.first { states.contains($0) } ?? .blank
        var status = LineStatus(
            line: open.line, state: states.count > 1 && signed.verdict == .met ? .signed : least,
            signed: signed.verdict, choices: signed.decisive, signatures: [], inscriptions: [],
            objections: [],
            demandedBy: [], entry: open.entry, flags: [], rivals: [])
        for fact in facts { note(fact, in: &status) }
        status.rivals = rivals(of: facts, id, instrument)
        status.flags = flags(of: status, instrument)
        return status
    }

    private func note(_ fact: Fact, in status: inout LineStatus) {
        switch fact.act {
        case .signing(.signed):
            status.signatures.append(fact.evidence(for: fact.onBehalfOf ?? status.line.party))
        case .signing(.inscribed(let act)):
            status.inscriptions.append(
                LineStatus.Inscribed(
                    name: act.name, hand: act.hand, copy: act.copy, entry: fact.entry, account: fact.account))
        case .signing(.lineObjected): status.objections.append(fact.evidence())
        case .signing(.lineProposed(let act)): status.demandedBy = act.demandedBy
        default: break
        }
    }

    /// The issues that touch the line: those of its facts, also where an alternative says that nothing was done.
    private func rivals(of facts: [Fact], _ line: LineID, _ instrument: InstrumentID) -> [IssueID] {
        var found: [IssueID] = []
        for fact in facts {
            guard let issue = fact.account?.issue, !found.contains(issue) else { continue }
            if (issues[issue]?.alternatives.count ?? 0) > 1 { found.append(issue) }
        }
        return found
    }

    private func flags(of status: LineStatus, _ instrument: InstrumentID) -> [LineFlag] {
        var flags: [LineFlag] = []
        let name = status.line.name ?? status.inscriptions.last?.name
        if name == nil { flags.append(.nameLeftBlank) }
        if status.inscriptions.contains(where: { $0.hand == .handwritten }) { flags.append(.byHand) }
        if let name, status.signatures.contains(where: { !isCalled($0.actor, name) }) {
            flags.append(.signedByAnother)
        }
        if let until = process.signing.openings[instrument]?.until,
            status.signatures.contains(where: { $0.moment.earliest > until.latest })
        {
            flags.append(.late)
        }
        let missing = status.signatures.contains { signature in
            participationFacts.contains { fact in
                guard case .participation(.accredited(let act)) = fact.act else { return false }
                return act.person == signature.actor && act.powers == .missing
            }
        }
        if missing { flags.append(.noPowersShown) }
        if !status.objections.isEmpty { flags.append(.objected) }
        return flags
    }

    /// Whether somebody goes by this name as printed; “V. Shumeyko” may be any Shumeyko whose name begins so, and a
    /// participant whose names nobody gave may be anybody.
    private func isCalled(_ id: ParticipantID, _ printed: String) -> Bool {
        let names = process.participation.participants[id]?.names ?? []
        return names.isEmpty || names.contains { View.agrees($0.text, printed) }
    }

    static func agrees(_ name: String, _ printed: String) -> Bool {
        let full = name.split(separator: " ")
        let short = printed.split(separator: " ")
        guard full.count == short.count else { return name == printed }
        return zip(full, short).allSatisfy { word, mark in
            word == mark || (mark.last == "." && word.hasPrefix(mark.dropLast()))
                || (word.last == "." && mark.hasPrefix(word.dropLast()))
        }
    }

    /// How far the gathering of signatures has come: lines signed on every account, and on some.
    public func facet(signatureOf instrument: InstrumentID, at time: Moment) -> SignatureFacet {
        let lines = lines(of: instrument, at: time)
        let opened = facts(of: instrument).contains { fact in
            guard case .signing(.opened) = fact.act else { return false }
            return fact.moment.earliest <= time.lastInstant
        }
        let loose = facts(of: instrument).contains { fact in
            guard case .signing(.signed(let act)) = fact.act, act.line == nil else { return false }
            return fact.moment.earliest <= time.lastInstant
        }
        let signed = lines.count { $0.signed == .met }
        let contested = lines.count { $0.signed == .contested }
        let state: SignatureState =
            if !opened, signed + contested == 0, !loose { .unopened } else if lines.isEmpty {
                loose ? .complete : .open
            } else if signed == lines.count { .complete } else if signed + contested > 0 { .partial } else {
                .open
            }
        return SignatureFacet(state: state, signed: signed, contested: contested, lines: lines.count)
    }
}

/// How far the gathering of signatures has come.
public struct SignatureFacet: Hashable, Sendable {
    public var state: SignatureState
    /// Lines signed on every account.
    public var signed: Int
    /// Lines signed on some accounts.
    public var contested: Int
    public var lines: Int
}

public enum SignatureState: String, Hashable, Sendable, CaseIterable {
    case unopened, open, partial, complete
}

extension Evaluation {
    /// How far the acts on one line have brought it in this world.
    mutating func state(of line: LineID, in instrument: InstrumentID, by moment: Instant) -> LineState {
        var state = LineState.blank
        for step in steps(on: line, view.facts(of: instrument)) {
            // What is dated to a day has been done by the end of it.
            guard min(step.instant, step.fact.moment.lastInstant) <= moment else { continue }
            switch step.fact.act {
            case .signing(.inscribed): if state == .blank { state = .inscribed }
            case .signing(.initialled(let act)): if act.text == nil { state = .initialled }
            case .signing(.signed(let act)): state = act.adReferendum ? .signedAdReferendum : .signed
            case .signing(.confirmed): state = .signed
            case .signing(.refused): state = .refused
            case .signing(.withdrawn): state = .withdrawn
            default: continue
            }
        }
        return state
    }
}

extension Act {
    /// The line on which the act was done.
    var line: LineID? {
        guard case .signing(let act) = self else { return nil }
        return switch act {
        case .lineProposed(let act): act.line.line
        case .lineObjected(let act): act.line
        case .inscribed(let act): act.line
        case .initialled(let act): act.line
        case .signed(let act): act.line
        case .confirmed(let act): act.line
        case .refused(let act): act.line
        case .withdrawn(let act): act.line
        default: nil
        }
    }
}
