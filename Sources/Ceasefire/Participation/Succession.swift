/// That one party takes the place of another: because it succeeds it, or because the other merged into it.
///
/// A split is none: which of the parts succeeds, and to what, is said by an act of its own.
struct Succession: Hashable, Sendable {
    var fact: Fact
    var predecessor: ParticipantID
    var successor: ParticipantID
    /// To which bonds; all, where empty.
    var instruments: [InstrumentID]

    func covers(_ instrument: InstrumentID) -> Bool {
        instruments.isEmpty || instruments.contains(instrument)
    }

    /// The successor's act, whoever tells of it.
    var evidence: Evidence {
        var evidence = fact.evidence(for: predecessor)
        evidence.actor = successor
        return evidence
    }

    static func all(in facts: [Fact]) -> [Succession] {
        facts.flatMap { fact -> [Succession] in
            switch fact.act {
            case .participation(.succeeded(let act)):
                [
                    Succession(
                        fact: fact, predecessor: act.predecessor, successor: act.successor,
                        instruments: act.instruments)
                ]
            case .participation(.merged(let act)):
                act.parties.filter { $0 != act.into }.map {
                    Succession(fact: fact, predecessor: $0, successor: act.into, instruments: [])
                }
            default: []
            }
        }
    }
}

extension View {
    /// Those in whose place a party may stand under an instrument, on some account, itself first.
    func predecessors(of party: ParticipantID, under instrument: InstrumentID) -> [ParticipantID] {
        var found = [party]
        var position = 0
        while position < found.count {
            for succession in successions
            where succession.successor == found[position] && succession.covers(instrument)
                && !found.contains(succession.predecessor)
            {
                found.append(succession.predecessor)
            }
            position += 1
        }
        return found
    }

    /// Those who, by a time, took the place of somebody whom an instrument names, on some account.
    func successors(under instrument: InstrumentID, by time: Moment) -> [ParticipantID] {
        var standing = parties(of: instrument)
        let named = standing.count
        for succession in successions
        where succession.covers(instrument) && succession.fact.isDone(by: time)
            && standing.contains(succession.predecessor) && !standing.contains(succession.successor)
        {
            standing.append(succession.successor)
        }
        return Array(standing.dropFirst(named))
    }
}
