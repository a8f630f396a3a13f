/// How many people stand on which combination of lists.
public struct CaptureTable: Sendable, Hashable {
    /// The most lists.
    public static let mostLists = 8

    /// The lists, in the order of a history's digits.
    public let lists: [CaptureList]
    /// By history as a binary number, the first list its lowest bit; the history that is on no list is zero.
    let counts: [Int]

    /// A table from counts by history.
    ///
    /// - Parameters:
    ///   - lists: two to eight.
    ///   - counts: by history, a digit for each list: "1010" are those on the first and third of four lists and on
    ///     no other. A history that is left out counts zero.
    /// - Throws: `tooFewData` for fewer than two lists, `outOfRange` for more than eight, `malformedInput` for
    ///   histories of another length, with other digits or on no list, and for counts that are negative or above
    ///   10¹², `noData` where nobody is on any list.
    public init(lists: [CaptureList], counts: [String: Int]) throws(StatisticsError) {
        guard lists.count >= 2 else {
            throw StatisticsError(
                .tooFewData, "\(lists.count) lists cannot be compared; two are the least.")
        }
        guard lists.count <= Self.mostLists else {
            throw StatisticsError(
                .outOfRange, "\(lists.count) lists are more than \(Self.mostLists); join the similar ones.")
        }
        var table = Array(repeating: 0, count: 1 << lists.count)
        for (history, count) in counts {
            let bits = try Self.bits(of: history, lists.count)
            guard (0...1_000_000_000_000).contains(count) else {
                throw StatisticsError(
                    .malformedInput, "History \(history) has a count of \(count); it must be from 0 to 10^12."
                )
            }
            table[bits] = count
        }
        guard table.contains(where: { $0 > 0 }) else {
            throw StatisticsError(.noData, "Nobody is on any list.")
        }
        self.lists = lists
        self.counts = table
    }

    /// A table from the lists each person is on.
    ///
    /// - Parameter memberships: for each person whether they are on each list.
    /// - Throws: as ``init(lists:counts:)``.
    public init(lists: [CaptureList], memberships: [[Bool]]) throws(StatisticsError) {
        var counts: [String: Int] = [:]
        for membership in memberships {
            counts[String(membership.map { $0 ? "1" : "0" }), default: 0] += 1
        }
        try self.init(lists: lists, counts: counts)
    }

    private static func bits(of history: String, _ lists: Int) throws(StatisticsError) -> Int {
        let digits = Array(history.utf8)
        var bits = 0
        var isRight = digits.count == lists
        for (list, digit) in digits.prefix(lists).enumerated() {
            if digit == UInt8(ascii: "1") {
                bits |= 1 << list
            } else if digit != UInt8(ascii: "0") {
                isRight = false
            }
        }
        guard isRight, bits != 0 else {
            throw StatisticsError(
                .malformedInput,
                "The history \"\(history)\" must have \(lists) digits 0 or 1, at least one of them 1.")
        }
        return bits
    }

    /// How many people are on at least one list.
    public var observed: Int { counts.reduce(0, +) }

    /// How many people are on exactly one list, on exactly two, and so on.
    public var frequencies: [Int] {
        var result = Array(repeating: 0, count: lists.count)
        for (history, count) in counts.enumerated() where history > 0 {
            result[history.nonzeroBitCount - 1] += count
        }
        return result
    }

    /// The table of the independent lists alone, without those who are on party lists only.
    ///
    /// - Throws: `tooFewData` where fewer than two independent lists are left, `noData` where nobody is on them,
    ///   `malformedInput` where more people come together than a table holds.
    public func withoutPartyLists() throws(StatisticsError) -> CaptureTable {
        var kept: [Int] = []
        for (number, list) in lists.enumerated() where list.origin == .independent { kept.append(number) }
        var reduced: [String: Int] = [:]
        for (history, count) in counts.enumerated() {
            let digits = kept.map { history >> $0 & 1 == 1 ? "1" : "0" }.joined()
            if digits.contains("1") { reduced[digits, default: 0] += count }
        }
        return try CaptureTable(lists: kept.map { lists[$0] }, counts: reduced)
    }

    /// Refuses a table whose numbers would not mean what an estimate says.
    func checkForEstimate() throws(StatisticsError) {
        let independent = lists.filter { $0.origin == .independent }.count
        guard independent >= 3 else {
            throw StatisticsError(
                .tooFewData,
                "An estimate needs three independent lists; there are \(independent). "
                    + "Lists made by a party do not count.")
        }
        guard independent == lists.count else {
            throw StatisticsError(
                .notIdentified,
                "A party's list is among the lists: whom it leaves out follows the party's reasons. "
                    + "Estimate from the table without party lists.")
        }
    }
}
