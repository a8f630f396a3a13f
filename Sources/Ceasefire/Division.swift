/// Something that still divides the parties, or awaits one of them.
public enum OpenPoint: Hashable, Sendable {
    case bracket(InstrumentID, BracketID, entry: Int)
    case issue(IssueID, entries: [Int])
    case standing(of: ParticipantID, by: ParticipantID, entry: Int)
    case seat(ParticipantID)
    /// A line that waits for a signature, once opened.
    case line(InstrumentID, LineID, entry: Int, until: Instant?)
    case confirmation(InstrumentID, LineID?, entry: Int)
    /// A clock that runs, until the earliest instant at which it may run out.
    case undertaking(InstrumentID, UndertakingID, entry: Int, until: Instant)
}

extension View {
    /// What still divides the parties: open brackets, unsettled issues, contested standing and seats.
    public func divisions(at time: Moment) -> [OpenPoint] {
        var points: [OpenPoint] = []
        for instrument in instruments where facet(textOf: instrument, at: time) != .abandoned {
            for bracket in brackets(of: instrument, at: time) where bracket.closed == nil {
                points.append(.bracket(instrument, bracket.bracket.bracket, entry: bracket.entry))
            }
        }
        for id in process.reference.issueOrder {
            guard let issue = issues[id], issue.alternatives.count > 1,
                issue.settled(for: nil, among: process.participation.parties) == nil,
                issue.accounts.contains(where: { $0.moment.earliest <= time.lastInstant })
            else { continue }
            points.append(.issue(id, entries: issue.accounts.map(\.entry)))
        }
        for id in process.participation.order {
            guard let participant = participant(id, at: time) else { continue }
            for objection in participant.standing where objection.settled == nil {
                points.append(
                    .standing(of: id, by: objection.by.party ?? objection.by.actor, entry: objection.by.entry)
                )
            }
            if participant.seat?.isDisputed == true { points.append(.seat(id)) }
        }
        return points
    }

    /// What awaits a participant: lines to sign, brackets to answer, signatures to confirm, clocks that run.
    public func awaiting(_ party: ParticipantID, at time: Moment) -> [OpenPoint] {
        instruments.flatMap { awaiting(party, $0, at: time) }
    }

    private func awaiting(_ party: ParticipantID, _ instrument: InstrumentID, at time: Moment) -> [OpenPoint]
    {
        var points: [OpenPoint] = []
        let until = process.signing.openings[instrument]?.until?.latest
        let isOpen = facet(signatureOf: instrument, at: time).state != .unopened
        if isOpen, until.map({ time.lastInstant <= $0 }) ?? true {
            for line in lines(of: instrument, at: time) where line.line.party == party {
                switch line.state {
                case .signedAdReferendum:
                    points.append(.confirmation(instrument, line.line.line, entry: line.entry))
                case .blank, .inscribed, .initialled:
                    if line.signed == .missing {
                        points.append(.line(instrument, line.line.line, entry: line.entry, until: until))
                    }
                default: continue
                }
            }
        }
        for bracket in brackets(of: instrument, at: time) where bracket.closed == nil {
            let mustAnswer = bracket.bracket.parties.contains(party)
            if mustAnswer, !bracket.positions.contains(where: { $0.party == party }) {
                points.append(.bracket(instrument, bracket.bracket.bracket, entry: bracket.entry))
            }
        }
        for undertaking in undertakings(of: instrument, at: time) {
            guard case .running(let until) = undertaking.clock, undertaking.undertaking.actors.contains(party)
            else {
                continue
            }
            points.append(
                .undertaking(
                    instrument, undertaking.undertaking.undertaking, entry: undertaking.entry,
                    until: until.lowerBound))
        }
        return points
    }

    /// Everything that happened, in order of occurrence; statements that only describe are left out.
    public var timeline: [Fact] {
        facts.filter { fact in
            switch fact.act {
            case .participation(.opened), .participation(.listed), .participation(.placeNamed),
                .participation(.accredited),
                .text(.introduced), .effect(.ruled), .effect(.undertaken), .reference(.dataSetAttached):
                false
            default: true
            }
        }
    }
}
