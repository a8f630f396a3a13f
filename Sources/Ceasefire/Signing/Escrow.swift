// Signatures held in escrow until all are there.
extension Evaluation {
    /// From when what was signed in escrow counts: once all lines of parties are signed at the same time. Then the escrow
    /// has done its work, and what is withdrawn afterwards ends the consent of whoever withdraws it.
    ///
    /// - Returns: `nil` where nothing is held in escrow.
    mutating func release(of instrument: InstrumentID) -> TimeSet? {
        guard view.process.signing.openings[instrument]?.mode == .escrow else { return nil }
        if let known = releases[instrument]?[surroundings] { return known }
        var signed: [TimeSet] = []
        for id in view.process.signing.lineOrder[instrument] ?? [] {
            guard let line = view.process.signing.lines[instrument]?[id]?.line, line.role == .party else {
                continue
            }
            signed.append(self.signed(line, of: instrument))
        }
        let release = TimeSet.atLeast(signed.count, signed).first.map { TimeSet(from: $0) } ?? .never
        releases[instrument, default: [:]][surroundings] = release
        return release
    }

    /// While a signature on the line counts: one ad referendum from its confirmation, none once it is withdrawn.
    private mutating func signed(_ line: Line, of instrument: InstrumentID) -> TimeSet {
        var holds = TimeSet.never
        for party in line.party.map({ [$0] }) ?? signatories(of: line.line, instrument) {
            let place = Place.named(places(of: party, under: instrument))
            var signatures = expressions(of: place, to: instrument)
            // Before it is asked who speaks for a seat: whoever only initials has not signed for it.
            signatures.removeAll { $0.fact.act.line != line.line || !$0.kinds.contains(.signature) }
            for consent in forSeats(of: place, signatures) { holds = holds.union(consent.holds) }
        }
        return holds
    }

    /// Those for whom somebody signed on a line that names no party.
    private func signatories(of line: LineID, _ instrument: InstrumentID) -> [ParticipantID] {
        var parties: [ParticipantID] = []
        for fact in view.facts(of: instrument) {
            guard case .signing(.signed(let act)) = fact.act, act.line == line,
                !parties.contains(fact.party)
            else { continue }
            parties.append(fact.party)
        }
        return parties
    }
}
