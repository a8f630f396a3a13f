package import Ceasefire

/// Where the clauses of one text lie, and what becomes of them when the text is altered.
package struct ClauseTable: Hashable, Sendable {
    package struct Row: Hashable, Sendable {
        package var clause: ClauseID
        package var range: Range<Int>
    }

    /// In the order of the text; empty where nobody listed its clauses.
    package var rows: [Row]

    package init(_ clauses: [Clause]) {
        rows = clauses.map { Row(clause: $0.id, range: $0.start..<max($0.start, $0.end)) }
    }

    /// What is wrong with an alteration, or with the clauses listed for a text.
    package enum Fault: Error, Hashable, Sendable {
        /// The ranges leave bytes out, overlap or go beyond the end.
        case noPartition(at: Int)
        case clauseDigest(ClauseID)
        case unknownClause(ClauseID)
        /// The words before stand in the clause this many times, and not once.
        case wordsFound(Int)
    }

    package static func check(_ clauses: [Clause], of text: [UInt8]) throws(Fault) {
        var end = 0
        for clause in clauses {
            guard clause.start == end, clause.end > end, clause.end <= text.count else {
                throw .noPartition(at: end)
            }
            guard TextDigest(of: text[clause.start..<clause.end]) == clause.digest else {
                throw .clauseDigest(clause.id)
            }
            end = clause.end
        }
        guard clauses.isEmpty || end == text.count else { throw .noPartition(at: end) }
    }

    /// The text with `before` replaced by `after` in one clause, and where the clauses lie then.
    ///
    /// The words must stand in the clause exactly once; in the whole text, where no clauses are listed.
    package func altering(
        _ text: [UInt8], in clause: ClauseID, _ before: String, to after: String
    ) throws(Fault) -> (text: [UInt8], table: ClauseTable) {
        var range = 0..<text.count
        if !rows.isEmpty {
            guard let row = rows.first(where: { $0.clause == clause }) else { throw .unknownClause(clause) }
            range = row.range.clamped(to: range)
        }
        let old = Array(before.utf8)
        let new = Array(after.utf8)
        let places = ClauseTable.places(of: old, in: text[range])
        guard places.count == 1, let place = places.first else { throw .wordsFound(places.count) }
        var table = self
        for index in table.rows.indices {
            let row = table.rows[index]
            let shift = new.count - old.count
            if row.range.lowerBound > place {
                table.rows[index].range = row.range.lowerBound + shift..<row.range.upperBound + shift
            } else if row.range.contains(place) {
                table.rows[index].range = row.range.lowerBound..<row.range.upperBound + shift
            }
        }
        return (Array(text[..<place]) + new + text[(place + old.count)...], table)
    }

    private static func places(of words: [UInt8], in text: ArraySlice<UInt8>) -> [Int] {
        guard !words.isEmpty, text.count >= words.count else { return [] }
        return (text.startIndex...text.endIndex - words.count).filter { text[$0...].starts(with: words) }
    }
}
