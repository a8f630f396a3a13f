/// Which lists may depend on each other: a hierarchical log-linear model by its largest terms.
///
/// Written `[123,14,34]`: lists 1, 2 and 3 depend on each other in any way, so do 1 and 4, and 3 and 4. Every
/// part of a term is in the model too, and so is every single list.
public struct LogLinearModel: Sendable, Hashable, CustomStringConvertible {
    /// The largest terms, as bits of their lists, none inside another.
    let generators: [Int]

    /// A model from its largest terms, the lists counted from one.
    ///
    /// - Throws: `malformedInput` for an empty term, a list named twice in one, or a number that is not from 1 to
    ///   8.
    public init(terms: [[Int]]) throws(StatisticsError) {
        var all: [Int] = []
        for term in terms {
            var bits = 0
            for list in term {
                guard (1...CaptureTable.mostLists).contains(list), bits & 1 << (list - 1) == 0 else {
                    throw StatisticsError(
                        .malformedInput,
                        "The term \(term) must name lists from 1 to \(CaptureTable.mostLists), each once.")
                }
                bits |= 1 << (list - 1)
            }
            guard bits != 0 else { throw StatisticsError(.malformedInput, "A term of the model is empty.") }
            all.append(bits)
        }
        var largest = Set(all)
        for term in all where all.contains(where: { $0 != term && $0 & term == term }) {
            largest.remove(term)
        }
        generators = largest.sorted { Self.digits($0) < Self.digits($1) }
    }

    /// A model as it is written: `[123,14,34]`.
    ///
    /// - Throws: `malformedInput` for any other form.
    public init(parsing text: String) throws(StatisticsError) {
        guard text.hasPrefix("["), text.hasSuffix("]"), text.count > 2 else {
            throw StatisticsError(.malformedInput, "The model \"\(text)\" must read like [123,14,34].")
        }
        var terms: [[Int]] = []
        for part in text.dropFirst().dropLast().split(separator: ",", omittingEmptySubsequences: false) {
            var term: [Int] = []
            for digit in part { term.append(digit.wholeNumberValue ?? 0) }
            terms.append(term)
        }
        try self.init(terms: terms)
    }

    /// All lists independent of each other.
    public static let independence = LogLinearModel(generators: [])

    private init(generators: [Int]) { self.generators = generators }

    /// The model as it is written.
    public var description: String { "[" + generators.map(Self.digits).joined(separator: ",") + "]" }

    private static func digits(_ term: Int) -> String {
        (0..<CaptureTable.mostLists).filter { term >> $0 & 1 == 1 }.map { "\($0 + 1)" }.joined()
    }

    /// Every term of the model over so many lists, single lists and parts of terms included, small ones first.
    func terms(over lists: Int) throws(StatisticsError) -> [Int] {
        let all = 1 << lists - 1
        for generator in generators where generator > all {
            throw StatisticsError(
                .outOfRange, "The model \(self) names a list beyond the \(lists) there are.")
        }
        guard !generators.contains(all) else {
            throw StatisticsError(
                .notIdentified,
                "In the model \(self) all lists depend on each other in every way, "
                    + "so that nothing is left to tell how many are on none.")
        }
        let terms = (1...all).filter { term in
            term.nonzeroBitCount == 1 || generators.contains { $0 & term == term }
        }
        return terms.sorted { ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1) }
    }
}
