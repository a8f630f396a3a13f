/// Two different reports by their numbers, the smaller first.
public struct ReportPair: Sendable, Hashable, Comparable {
    /// The smaller number.
    public let first: Int
    /// The larger number.
    public let second: Int

    /// The pair of two reports, in either order.
    public init(_ one: Int, _ other: Int) {
        first = min(one, other)
        second = max(one, other)
    }

    /// By the smaller number, then by the larger.
    public static func < (left: ReportPair, right: ReportPair) -> Bool {
        (left.first, left.second) < (right.first, right.second)
    }
}

/// What a person has decided about pairs of reports, which no score overrules.
///
/// Decisions are applied before clustering. Reports linked by a person stand together whatever their sources,
/// and vouch for each other: a further report has to fit one of them, and may differ from the others as that
/// person saw they do. Reports kept apart by a person never share a cluster.
public struct LinkageDecisions: Sendable, Hashable {
    /// Pairs that are reports of one event.
    public private(set) var mustLink: Set<ReportPair>
    /// Pairs that are reports of different events.
    public private(set) var mustNotLink: Set<ReportPair>

    /// Nobody has decided anything.
    public static let none = LinkageDecisions()

    /// Decisions taken so far.
    public init(mustLink: Set<ReportPair> = [], mustNotLink: Set<ReportPair> = []) {
        self.mustLink = mustLink
        self.mustNotLink = mustNotLink
    }

    /// Decides that two reports are of one event, whatever was decided before.
    public mutating func link(_ one: Int, _ other: Int) {
        mustNotLink.remove(ReportPair(one, other))
        mustLink.insert(ReportPair(one, other))
    }

    /// Decides that two reports are of different events, whatever was decided before.
    public mutating func unlink(_ one: Int, _ other: Int) {
        mustLink.remove(ReportPair(one, other))
        mustNotLink.insert(ReportPair(one, other))
    }

    /// Leaves two reports to their score again.
    public mutating func withdraw(_ one: Int, _ other: Int) {
        mustLink.remove(ReportPair(one, other))
        mustNotLink.remove(ReportPair(one, other))
    }
}
