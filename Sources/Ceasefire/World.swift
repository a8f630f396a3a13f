/// A point at which accounts, readings or imprecise times leave more than one possibility.
public enum Choice: Hashable, Sendable {
    /// Which alternative of an issue is true.
    case issue(IssueID)
    /// Whether something imprecisely dated happened at its earliest or at its latest instant.
    case time(entry: Int, String)
    /// Whether what is imprecisely dated about an instrument happened at its earliest or at its latest instant, all of
    /// one phase together: what begins can only begin later where its parts come later, so the extremes say it all.
    case times(InstrumentID, Phase)
    /// Which reading of a rule's hour, or of its way of counting, is meant.
    case reading(InstrumentID, String)
    /// Whether a person's powers sufficed, to which the party itself objected.
    case powers(entry: Int)
    /// Which of those who had claimed a disputed seat speaks for it.
    case seat(ParticipantID, among: [ParticipantID])
    /// Whether a party could leave an instrument that does not provide for leaving.
    case denunciation(entry: Int)
}

/// Which part of an instrument's life a date bears on.
public enum Phase: String, Hashable, Sendable, CaseIterable { case beginning, obstacle, ending }

/// One way in which things may have been: an option for each choice that an evaluation meets.
///
/// An evaluation asks `choose` wherever accounts differ; `World.all` runs it once for each combination of answers that
/// it can meet, so that only choices which the question reaches are enumerated.
public struct World: Sendable {
    /// The choices met, in the order in which they were met, with the option taken and how many there are.
    public private(set) var trail: [(choice: Choice, option: Int, count: Int)]
    /// Acts whose dates bear on more than one part of the question: each is a choice of its own.
    private(set) var apart: Set<Choice>
    private var options: [Choice: Int]
    private var roles: [Choice: Choice] = [:]

    private init(trail: [(choice: Choice, option: Int, count: Int)], apart: Set<Choice>) {
        self.trail = trail
        self.apart = apart
        options = [:]
        for step in trail { options[step.choice] = step.option }
    }

    /// The option that this world takes, of `count`.
    public mutating func choose(_ choice: Choice, of count: Int) -> Int {
        if count < 2 { return 0 }
        if let option = options[choice] { return option }
        options[choice] = 0
        trail.append((choice, 0, count))
        return 0
    }

    /// Whether an imprecisely dated act happened at its earliest or at its latest instant, here together with all that
    /// bear on the same part of the question. One world has one time for one act: what bears on several parts stands
    /// apart from all of them.
    mutating func choose(timeOf act: Choice, together: Choice?) -> Int {
        let choice = apart.contains(act) ? act : together ?? act
        if let role = roles.updateValue(choice, forKey: act), role != choice { apart.insert(act) }
        return choose(choice, of: 2)
    }

    public func option(_ choice: Choice) -> Int? { options[choice] }

    /// Above this many worlds a question is not resolved.
    public static let limit = 4096

    /// Evaluates a question in every world that it reaches.
    ///
    /// - Returns: `nil` beyond ``limit``; then `reached` holds the choices that were met.
    public static func all<Answer>(
        reached: inout [Choice], _ evaluate: (inout World) -> Answer
    ) -> [(world: World, answer: Answer)]? {
        var results: [(world: World, answer: Answer)] = []
        var apart: Set<Choice> = []
        var next: World? = World(trail: [], apart: apart)
        var seen: Set<Choice> = []
        while var world = next {
            let answer = evaluate(&world)
            if world.apart != apart {
                // That an act bears on several parts shows only on the way; then everything is asked anew.
                apart = world.apart
                (results, seen, reached) = ([], [], [])
                next = World(trail: [], apart: apart)
                continue
            }
            for step in world.trail where seen.insert(step.choice).inserted { reached.append(step.choice) }
            results.append((world, answer))
            if results.count > limit { return nil }
            next = world.successor
        }
        return results
    }

    /// The next combination: the last choice that has a further option takes it, and those after it are forgotten.
    private var successor: World? {
        var trail = trail
        while let last = trail.popLast() {
            if last.option + 1 < last.count {
                trail.append((last.choice, last.option + 1, last.count))
                return World(trail: trail, apart: apart)
            }
        }
        return nil
    }
}
