/// An act of consenting or signing, and when it happened in one world.
struct Step {
    var fact: Fact
    var instant: Instant
    /// Its place among those of the same instant: that of the act in the record, or behind what it presupposes.
    var place: (entry: Int, ordinal: Int, isFollowing: Int)

    init(_ fact: Fact, at instant: Instant) {
        self.fact = fact
        self.instant = instant
        place = (fact.entry, fact.ordinal, 0)
    }

    static func precedes(_ left: Step, _ right: Step) -> Bool {
        left.instant == right.instant ? left.place < right.place : left.instant < right.instant
    }
}

extension Evaluation {
    /// Acts of one party, or on one line, in the order in which they happened in this world.
    ///
    /// What was not signed can be neither confirmed nor withdrawn. Where the dates leave that open, a world in which a
    /// withdrawal came before all that it could withdraw is none: it comes with the first of them at the earliest.
    mutating func steps(_ facts: [Fact]) -> [Step] {
        var steps: [Step] = []
        for fact in facts where !fact.act.isFollowing { steps.append(Step(fact, at: instant(of: fact))) }
        var following: [Step] = []
        for fact in facts where fact.act.isFollowing { following.append(follow(fact, &steps)) }
        return (steps + following).sorted(by: Step.precedes)
    }

    /// What is true on one line, in order.
    mutating func steps(on line: LineID, _ facts: [Fact]) -> [Step] {
        var found: [Fact] = []
        for fact in facts where fact.act.line == line && isTrue(fact) { found.append(fact) }
        return steps(found)
    }

    /// When a confirmation or withdrawal came in this world: not before what it is about, which comes no later than it.
    private mutating func follow(_ fact: Fact, _ steps: inout [Step]) -> Step {
        let last = fact.moment.latest
        let possible = steps.indices.filter { position in
            fact.act.presupposes(steps[position].fact.act) && steps[position].fact.moment.earliest <= last
        }
        let earlier = possible.filter { !steps[$0].fact.isTold(after: fact) }
        let bases = earlier.isEmpty ? possible : earlier
        if let only = bases.first, !bases.contains(where: { steps[$0].instant <= last }) {
            steps[only].instant = last
        }
        var step = Step(fact, at: fact.act.isWithdrawal ? instant(of: fact, as: .ending) : instant(of: fact))
        let before = bases.map { steps[$0] }
        let least =
            before.filter { fact.isTold(after: $0.fact) } + [before.min(by: Step.precedes)].compactMap(\.self)
        if let base = least.max(by: Step.precedes), step.instant <= base.instant {
            step.instant = base.instant
            let behind = (entry: base.place.entry, ordinal: base.place.ordinal, isFollowing: 1)
            if step.place < behind { step.place = behind }
        }
        for position in possible where !bases.contains(position) {
            steps[position].instant = max(steps[position].instant, step.instant)
        }
        return step
    }

    /// Whether an act came before a step. Where their dates overlap, both orders are possible.
    mutating func isDone(_ fact: Fact, before step: Step) -> Bool {
        if step.fact.isTold(after: fact) { return true }
        if fact.isTold(after: step.fact) { return false }
        if fact.moment.latest <= step.fact.moment.earliest { return true }
        if step.fact.moment.latest <= fact.moment.earliest { return false }
        return Step.precedes(Step(fact, at: instantApart(of: fact)), step)
    }
}

extension Act {
    fileprivate var isWithdrawal: Bool {
        guard case .signing(.withdrawn) = self else { return false }
        return true
    }

    /// Whether the act can only follow another.
    fileprivate var isFollowing: Bool {
        guard case .signing(.confirmed) = self else { return isWithdrawal }
        return true
    }

    /// Whether the act can only be done once such another has been.
    fileprivate func presupposes(_ other: Act) -> Bool {
        switch (self, other) {
        case (.signing(.confirmed), .signing(.signed(let act))): act.adReferendum
        case (.signing(.withdrawn), .signing(.signed)), (.signing(.withdrawn), .effect(.consented)): true
        default: false
        }
    }
}
