/// A condition evaluated in one world: when it holds there, and on which entries that rests.
struct Node {
    var reason: Reason
    var holds: TimeSet
    /// From when a decision or a deadline has excluded it.
    var failed: Instant?
    var entries: [Int] = []
    var parts: [Node] = []

    init(
        _ reason: Reason, _ holds: TimeSet, failed: Instant? = nil, entries: [Int] = [], parts: [Node] = []
    ) {
        self.reason = reason
        self.holds = holds
        self.failed = failed
        self.entries = entries
        self.parts = parts
    }

    /// The entries that it rests on, those of its parts included.
    var allEntries: [Int] { Set(entries + parts.flatMap(\.allEntries)).sorted() }

    /// The dates that it rests on.
    var moments: [Moment] {
        let own: [Moment] =
            switch reason {
            case .done(let evidence): [evidence.moment]
            case .at(let readings): readings
            default: []
            }
        return own + parts.flatMap(\.moments)
    }

    /// Gives a part another reason, so that it is put beside the same part in other worlds.
    mutating func rename(_ reason: Reason, to other: Reason) {
        for position in parts.indices where parts[position].reason == reason {
            parts[position].reason = other
        }
    }

    func isFailed(at instant: Instant) -> Bool { failed.map { $0 <= instant } ?? false }
}

extension [Node] {
    /// From when fewer than `count` of them can still hold.
    func failure(of count: Int) -> Instant? {
        compactMap(\.failed).sorted().dropFirst(Swift.max(0, self.count - count)).first
    }
}

extension Derivation {
    /// What one condition comes to when its evaluations in all worlds are put side by side.
    ///
    /// `instant` tells, for each world, when the condition is looked at. A part that some worlds lack is missing there.
    init(_ worlds: Worlds<Node>, asOf instants: [Instant]) {
        guard let answers = worlds.answers, let first = answers.first else {
            self.init(.all, .notResolved, choices: worlds.reached)
            return
        }
        self.init(
            first.answer.reason, answers.map { ($0.world, Optional($0.answer)) }, reached: worlds.reached,
            asOf: instants)
    }

    private init(
        _ reason: Reason, _ nodes: [(world: World, answer: Node?)], reached: [Choice],
        asOf instants: [Instant]
    ) {
        let held = zip(nodes, instants).map { node, instant in node.answer?.holds.contains(instant) ?? false }
        let answers = zip(nodes, held).map { ($0.world, $1) }
        let yes = Worlds<Bool>(answers: answers, reached: reached)
        var verdict = yes.verdict
        if verdict == .missing, nodes.contains(where: { $0.answer != nil }),
            zip(nodes, instants).allSatisfy({ $0.answer?.isFailed(at: $1) ?? true })
        {
            verdict = .failed
        }
        var since: ClosedRange<Instant>?
        for (node, instant) in zip(nodes, instants) {
            guard let from = node.answer?.holds.span(at: instant)?.from else { continue }
            since = since.map { min($0.lowerBound, from)...max($0.upperBound, from) } ?? from...from
        }
        self.init(
            reason, verdict, choices: verdict == .contested ? yes.decisive : [], since: since,
            entries: Set(nodes.flatMap { $0.answer?.entries ?? [] }).sorted(),
            parts: Derivation.parts(of: nodes, reached, instants))
    }

    private struct Key: Hashable {
        var reason: Reason
        /// Which one of several siblings with the same reason.
        var ordinal: Int
    }

    private static func parts(
        of nodes: [(world: World, answer: Node?)], _ reached: [Choice], _ instants: [Instant]
    ) -> [Derivation] {
        var order: [Key] = []
        var found: [Key: [Int: Node]] = [:]
        for (position, node) in nodes.enumerated() {
            var count: [Reason: Int] = [:]
            for part in node.answer?.parts ?? [] {
                let key = Key(reason: part.reason, ordinal: count[part.reason, default: 0])
                count[part.reason, default: 0] += 1
                if found[key] == nil { order.append(key) }
                found[key, default: [:]][position] = part
            }
        }
        return order.map { key in
            let row = nodes.indices.map { (nodes[$0].world, found[key]?[$0]) }
            return Derivation(key.reason, row, reached: reached, asOf: instants)
        }
    }
}
