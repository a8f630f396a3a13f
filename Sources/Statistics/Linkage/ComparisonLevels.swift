/// What two reports are compared on. Attribution is not among them.
public enum LinkageFeature: String, Sendable, Hashable, CaseIterable {
    /// The kilometres between the places.
    case distance
    /// The hours between the times.
    case time
    /// The codes of the kind of event.
    case type
    /// The codes of the weapon.
    case weapon
    /// The numbers of casualties.
    case casualties

    /// The place among the features, which is also that of its digit in a pattern, the first being highest.
    var place: Int {
        switch self {
        case .distance: 0
        case .time: 1
        case .type: 2
        case .weapon: 3
        case .casualties: 4
        }
    }
}

/// How well two reports agree on one feature.
public enum AgreementLevel: Sendable, Hashable {
    /// No farther apart than this many kilometres or hours, and farther than the level before.
    case within(Double)
    /// Farther apart than the last edge.
    case beyond
    /// The same code or number.
    case equal
    /// Numbers of casualties that differ by one.
    case close
    /// Different codes or numbers.
    case different
    /// One of the two, or both, did not say.
    case missing
}

/// The bins into which the distance and the time between two reports fall.
///
/// With the codes and the casualties they make the pattern of a pair, a number below ``patternCount``: every
/// pair of one pattern has one score, so scores are read from a table.
public struct ComparisonLevels: Sendable, Hashable {
    /// The upper edges of the bins of distance, in kilometres.
    public let kilometres: [Double]
    /// The upper edges of the bins of time, in hours.
    public let hours: [Double]

    /// Distances up to 1, 2, 3.5, 5 and 7 km, times up to 0.5, 1.5, 3, 4.5 and 6 h.
    ///
    /// The first three edges are where two good observers differ; the others keep a wide window from treating
    /// a pair 4 km apart like one 10 km apart.
    public static let standard = ComparisonLevels(
        checkedKilometres: [1, 2, 3.5, 5, 7], hours: [0.5, 1.5, 3, 4.5, 6])

    /// Distances up to 1, 2 and 3.5 km, times up to 0.5, 1.5 and 3 h, for narrow windows and few labels.
    public static let coarse = ComparisonLevels(checkedKilometres: [1, 2, 3.5], hours: [0.5, 1.5, 3])

    /// Bins with edges of one's own, ascending and positive, at most nine of each.
    ///
    /// - Throws: ``StatisticsError`` `.outOfRange` where the edges are not that.
    public init(kilometres: [Double], hours: [Double]) throws(StatisticsError) {
        for edges in [kilometres, hours] {
            var last = 0.0
            for edge in edges {
                guard edge > last, edge.isFinite else {
                    throw StatisticsError(
                        .outOfRange, "Edges of bins must be positive and ascend; \(edges) do not.")
                }
                last = edge
            }
            guard edges.count <= 9 else {
                throw StatisticsError(.outOfRange, "\(edges.count) edges of bins are more than nine.")
            }
        }
        self.init(checkedKilometres: kilometres, hours: hours)
    }

    private init(checkedKilometres: [Double], hours: [Double]) {
        kilometres = checkedKilometres
        self.hours = hours
    }

    /// The levels of a feature, best agreement first; `.missing`, which weighs nothing, is not listed.
    public func levels(of feature: LinkageFeature) -> [AgreementLevel] {
        switch feature {
        case .distance: kilometres.map { .within($0) } + [.beyond]
        case .time: hours.map { .within($0) } + [.beyond]
        case .type, .weapon: [.equal, .different]
        case .casualties: [.equal, .close, .different]
        }
    }

    /// How many patterns there are.
    var patternCount: Int { (kilometres.count + 1) * (hours.count + 1) * 36 }
}

extension ComparisonLevels {
    /// The level of each feature in a pattern, in the order of the features; `nil` where it is missing.
    func split(_ pattern: Int) -> [Int?] {
        var rest = pattern
        var split = [Int?](repeating: nil, count: LinkageFeature.allCases.count)
        for feature in LinkageFeature.allCases.reversed() {
            let listed = levels(of: feature).count
            let count = feature == .distance || feature == .time ? listed : listed + 1
            split[feature.place] = rest % count < listed ? rest % count : nil
            rest /= count
        }
        return split
    }
}
