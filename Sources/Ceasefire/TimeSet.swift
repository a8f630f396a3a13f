/// The instants at which something holds: half-open spans, in order and apart.
public struct TimeSet: Hashable, Sendable {
    public struct Span: Hashable, Sendable {
        public var from: Instant
        /// Exclusive; `.distantFuture` where nothing ends it.
        public var to: Instant

        public init(from: Instant, to: Instant = .distantFuture) {
            self.from = from
            self.to = to
        }
    }

    public private(set) var spans: [Span]

    public static let never = TimeSet(spans: [])
    public static let always = TimeSet(spans: [Span(from: .distantPast)])

    public init(from: Instant, to: Instant = .distantFuture) {
        spans = from < to ? [Span(from: from, to: to)] : []
    }

    private init(spans: [Span]) { self.spans = spans }

    public var first: Instant? { spans.first?.from }
    public var isEmpty: Bool { spans.isEmpty }

    public func contains(_ instant: Instant) -> Bool {
        for span in spans where span.from <= instant && instant < span.to { return true }
        return false
    }

    /// The span that covers `instant`.
    public func span(at instant: Instant) -> Span? {
        spans.first { $0.from <= instant && instant < $0.to }
    }

    public func union(_ other: TimeSet) -> TimeSet { TimeSet.atLeast(1, [self, other]) }

    public func intersection(_ other: TimeSet) -> TimeSet { TimeSet.atLeast(2, [self, other]) }

    public func subtracting(_ other: TimeSet) -> TimeSet { intersection(other.complement) }

    public var complement: TimeSet {
        var gaps: [Span] = []
        var start = Instant.distantPast
        for span in spans {
            if start < span.from { gaps.append(Span(from: start, to: span.from)) }
            start = span.to
        }
        if start < .distantFuture { gaps.append(Span(from: start)) }
        return TimeSet(spans: gaps)
    }

    /// The instants at which at least `count` of the sets hold.
    public static func atLeast(_ count: Int, _ sets: [TimeSet]) -> TimeSet {
        guard count > 0 else { return .always }
        var edges: [(at: Instant, step: Int)] = []
        for set in sets {
            for span in set.spans {
                edges.append((span.from, 1))
                edges.append((span.to, -1))
            }
        }
        edges.sort { $0.at < $1.at }
        var result: [Span] = []
        var depth = 0
        var start: Instant?
        var position = 0
        while position < edges.count {
            let instant = edges[position].at
            while position < edges.count, edges[position].at == instant {
                depth += edges[position].step
                position += 1
            }
            if depth >= count, start == nil {
                start = instant
            } else if depth < count, let from = start {
                result.append(Span(from: from, to: instant))
                start = nil
            }
        }
        return TimeSet(spans: result)
    }
}
