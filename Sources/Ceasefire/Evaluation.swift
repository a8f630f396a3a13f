/// A question being evaluated in one world: the view, whose question it is, and the options taken so far.
struct Evaluation {
    let view: View
    /// For whom the question is asked; settlements count for those who accept them.
    let party: ParticipantID?
    var world: World
    /// The instruments whose effect is being evaluated, so that a rule that refers to itself ends.
    var pending: [InstrumentID] = []
    /// On what the dates bear that are being looked at; `nil` where each stands for itself.
    var phase: (instrument: InstrumentID, part: Phase)?
    /// The courses of other instruments that were asked for on the way. Each pair of parties asks for the same ones, and
    /// these ask for those behind them: a chain of extensions would be followed as often as there are ways through it.
    var courses: [Inquiry: Course] = [:]
    /// From when what was signed in escrow counts, which everybody's consent asks for.
    var releases: [InstrumentID: [Surroundings: TimeSet]] = [:]

    /// What a course is asked for, and in which surroundings.
    struct Inquiry: Hashable {
        var instrument: InstrumentID
        var party: ParticipantID
        var pending: [InstrumentID]
        var surroundings: Surroundings
    }

    /// On what the dates bear.
    struct Surroundings: Hashable {
        var instrument: InstrumentID?
        var part: Phase?
    }

    var surroundings: Surroundings { Surroundings(instrument: phase?.instrument, part: phase?.part) }

    init(_ view: View, for party: ParticipantID?, in world: World) {
        self.view = view
        self.party = party
        self.world = world
    }

    var people: Participation { view.process.participation }

    /// Whether a fact is true in this world. Facts on which no account differs always are.
    mutating func isTrue(_ fact: Fact) -> Bool {
        guard let account = fact.account, let issue = view.issues[account.issue] else { return true }
        if let settled = issue.settled(for: party, among: people.parties) {
            return settled == account.alternative
        }
        let option = world.choose(.issue(account.issue), of: issue.alternatives.count)
        return issue.alternatives[option] == account.alternative
    }

    /// When a fact happened in this world: imprecise times at their earliest or at their latest.
    mutating func instant(of fact: Fact) -> Instant {
        if fact.moment.isPrecise { return fact.moment.earliest }
        let own = Choice.time(entry: fact.entry, fact.ordinal == 0 ? "" : String(fact.ordinal))
        let together = phase.map { Choice.times($0.instrument, $0.part) }
        return world.choose(timeOf: own, together: together) == 0
            ? fact.moment.earliest : fact.moment.latest
    }

    /// When a fact happened, whatever is asked around it: where it may have come before or after what else is dated.
    mutating func instantApart(of fact: Fact) -> Instant {
        let around = phase
        phase = nil
        defer { phase = around }
        return instant(of: fact)
    }

    /// When a fact happened, where that bears on another part of the instrument's life than what is evaluated around it.
    mutating func instant(of fact: Fact, as part: Phase) -> Instant {
        let around = phase
        defer { phase = around }
        if let around { phase = (around.instrument, part) }
        return instant(of: fact)
    }

    /// Evaluates something that bears on one part of an instrument's life.
    mutating func during<Answer>(
        _ part: Phase, of instrument: InstrumentID, _ evaluate: (inout Evaluation) -> Answer
    ) -> Answer {
        let around = phase
        phase = (instrument, part)
        defer { phase = around }
        return evaluate(&self)
    }
}

extension View {
    /// Asks a question in every world that it reaches, and says what follows in all of them.
    func inAllWorlds<Answer>(
        for party: ParticipantID? = nil, _ ask: (inout Evaluation) -> Answer
    ) -> Worlds<Answer> {
        var reached: [Choice] = []
        let answers = World.all(reached: &reached) { world in
            var evaluation = Evaluation(self, for: party, in: world)
            let answer = ask(&evaluation)
            world = evaluation.world
            return answer
        }
        return Worlds(answers: answers, reached: reached)
    }
}

/// The answers to one question in all worlds; no answers where there were too many.
struct Worlds<Answer> {
    var answers: [(world: World, answer: Answer)]?
    var reached: [Choice]

    func map<Other>(_ transform: (Answer) -> Other) -> Worlds<Other> {
        Worlds<Other>(answers: answers?.map { ($0.world, transform($0.answer)) }, reached: reached)
    }
}

extension Worlds where Answer == Bool {
    /// Met in all worlds, missing in none of them, contested otherwise.
    var verdict: Verdict {
        guard let answers else { return .notResolved }
        let met = answers.count { $0.answer }
        return met == answers.count ? .met : met == 0 ? .missing : .contested
    }

    /// The choices on which the answer turns: with different options, different shares of worlds say yes.
    var decisive: [Choice] {
        guard let answers else { return reached }
        return reached.filter { choice in
            var shares: [Int: (yes: Int, all: Int)] = [:]
            for (world, answer) in answers {
                guard let option = world.option(choice) else { continue }
                shares[option, default: (0, 0)].all += 1
                if answer { shares[option, default: (0, 0)].yes += 1 }
            }
            let rates = Set(shares.values.map { Double($0.yes) / Double($0.all) })
            return rates.count > 1
        }
    }
}
