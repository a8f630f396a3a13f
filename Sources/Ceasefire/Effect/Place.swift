/// A place under an instrument, and who holds it when: a party, and from a succession on its successor.
///
/// What the predecessor did in the place before counts for the successor; what it does afterwards does not.
struct Place {
    struct Holder {
        var party: ParticipantID
        var from = Instant.distantPast
        /// Exclusive.
        var until = Instant.distantFuture
        /// By which successions it came to the place.
        var by: [Succession] = []
        /// By which it lost it.
        var loss: Succession?

        var tenure: TimeSet { TimeSet(from: from, to: until) }

        /// How it came to the place.
        var evidence: [Node] {
            by.map { Node(.done($0.evidence), TimeSet(from: from), entries: [$0.fact.entry]) }
        }
    }

    var holders: [Holder]
    /// Places beside each other that one name stands for: what is undone in one of them stands in the others.
    var beside: [Place] = []

    init(_ party: ParticipantID) { holders = [Holder(party: party)] }

    private init(holders: [Holder]) { self.holders = holders }

    /// Whose place it was first.
    var root: ParticipantID { holders[0].party }
    /// Who holds it at last, and since when.
    var party: ParticipantID { last.party }
    var since: Instant { last.from }
    var isInherited: Bool { holders.count > 1 }
    // No initializer makes a place without a holder.
    var last: Holder { holders[holders.count - 1] }

    func passed(on succession: Succession, at instant: Instant) -> Place {
        var place = self
        place.holders[holders.count - 1].until = instant
        place.holders[holders.count - 1].loss = succession
        place.holders.append(
            Holder(party: succession.successor, from: instant, by: last.by + [succession]))
        return place
    }

    /// A party as a rule names it: itself, and beside it from their own dates all who took its place.
    static func named(_ places: [Place]) -> Place {
        var named = Place(
            holders: places.map { place in
                var holder = place.last
                holder.until = .distantFuture
                holder.loss = nil
                return holder
            })
        named.beside = places
        return named
    }
}

extension Evaluation {
    /// A party's own place under an instrument, and those of all who succeed to it in this world.
    mutating func places(of party: ParticipantID, under instrument: InstrumentID) -> [Place] {
        var places = [Place(party)]
        var position = 0
        while position < places.count {
            let place = places[position]
            for succession in view.successions where succession.predecessor == place.party {
                guard succession.covers(instrument),
                    !places.contains(where: { $0.party == succession.successor }), isTrue(succession.fact)
                else { continue }
                // It begins one party's time and ends another's, so that no part of the question has it for itself.
                let from = instantApart(of: succession.fact)
                // One succeeds to what there is: not to what a predecessor agrees to afterwards.
                guard place.since <= from, view.facts(of: instrument).first?.moment.earliest ?? from <= from
                else { continue }
                places.append(place.passed(on: succession, at: from))
            }
            position += 1
        }
        return places
    }

    /// The places that a rule gives: those of the parties that it names, and those that a named party took over from
    /// somebody who is not named.
    mutating func places(under rule: RuleStatement) -> [Place] {
        var roots: [ParticipantID] = []
        for party in rule.parties where party != .each {
            for root in view.predecessors(of: party, under: rule.instrument) where !roots.contains(root) {
                roots.append(root)
            }
        }
        var places: [Place] = []
        for root in roots { places += self.places(of: root, under: rule.instrument) }
        return places.filter { $0.isInherited || rule.parties.contains($0.party) }
    }
}
