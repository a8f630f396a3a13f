/// Two texts side by side, clause by clause and word by word.
///
/// Clauses are matched by their ids, which survive renumbering. A clause whose words are the same but whose label differs
/// is renumbered, not changed in substance.
public struct Comparison: Hashable, Sendable {
    /// A clause with its own words.
    public struct Text: Hashable, Sendable {
        public var clause: ClauseID
        public var label: String?
        public var part: ClausePart
        public var words: String

        public init(clause: ClauseID, label: String? = nil, part: ClausePart = .operative, words: String) {
            self.clause = clause
            self.label = label
            self.part = part
            self.words = words
        }
    }

    /// Words that both texts have, or that only one of them has.
    public enum Run: Hashable, Sendable {
        case kept(String)
        case deleted(String)
        case inserted(String)
    }

    /// One clause in both texts.
    public struct Row: Hashable, Sendable {
        public var clause: ClauseID
        public var before: Text?
        public var after: Text?
        public var runs: [Run]
        public var kind: Kind
    }

    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case same, substance, renumbering, added, removed
    }

    public var rows: [Row]

    /// The rows that differ.
    public var changes: [Row] { rows.filter { $0.kind != .same } }

    /// How many places differ: runs of other words, each counted once.
    public var count: Int {
        changes.reduce(0) { sum, row in sum + max(1, Comparison.places(in: row.runs)) }
    }

    public init(_ before: [Text], _ after: [Text]) {
        let new = Dictionary(after.map { ($0.clause, $0) }, uniquingKeysWith: { first, _ in first })
        let old = Dictionary(before.map { ($0.clause, $0) }, uniquingKeysWith: { first, _ in first })
        // The later text gives the order; what it has lost stands where it stood.
        var rows: [Row] = []
        var added = after[...]
        for text in before {
            guard new[text.clause] != nil else {
                rows.append(Comparison.row(text.clause, text, nil))
                continue
            }
            while let next = added.first {
                added.removeFirst()
                rows.append(Comparison.row(next.clause, old[next.clause], next))
                if next.clause == text.clause { break }
            }
        }
        for text in added { rows.append(Comparison.row(text.clause, old[text.clause], text)) }
        self.rows = rows
    }

    private static func row(_ clause: ClauseID, _ before: Text?, _ after: Text?) -> Row {
        let runs = Comparison.runs(before?.words ?? "", after?.words ?? "")
        let kind: Kind =
            before == nil
            ? .added
            : after == nil
                ? .removed
                : before?.words != after?.words
                    ? .substance : before?.label != after?.label ? .renumbering : .same
        return Row(clause: clause, before: before, after: after, runs: runs, kind: kind)
    }

    private static func places(in runs: [Run]) -> Int {
        var places = 0
        var isInside = false
        for run in runs {
            if case .kept = run {
                isInside = false
            } else if !isInside {
                places += 1
                isInside = true
            }
        }
        return places
    }

    // MARK: Words

    /// Beyond this many pairs of words a clause is compared as a whole.
    private static let limit = 4_000_000

    /// The shortest way from one text to the other, in words with the space that follows them.
    public static func runs(_ before: String, _ after: String) -> [Run] {
        if before == after { return before.isEmpty ? [] : [.kept(before)] }
        let old = words(before)
        let new = words(after)
        var head = 0
        while head < min(old.count, new.count), old[head] == new[head] { head += 1 }
        var tail = 0
        while tail < min(old.count, new.count) - head, old[old.count - 1 - tail] == new[new.count - 1 - tail]
        { tail += 1 }
        var runs: [Run] = []
        append(&runs, old[..<head], Run.kept)
        difference(Array(old[head..<(old.count - tail)]), Array(new[head..<(new.count - tail)]), &runs)
        append(&runs, old[(old.count - tail)...], Run.kept)
        return runs
    }

    /// By the longest common subsequence.
    private static func difference(_ old: [String], _ new: [String], _ runs: inout [Run]) {
        guard !old.isEmpty, !new.isEmpty, old.count * new.count <= limit else {
            append(&runs, old[...], Run.deleted)
            append(&runs, new[...], Run.inserted)
            return
        }
        let width = new.count + 1
        var lengths = [Int32](repeating: 0, count: (old.count + 1) * width)
        for row in stride(from: old.count - 1, through: 0, by: -1) {
            for column in stride(from: new.count - 1, through: 0, by: -1) {
                lengths[row * width + column] =
                    old[row] == new[column]
                    ? lengths[(row + 1) * width + column + 1] + 1
                    : max(lengths[(row + 1) * width + column], lengths[row * width + column + 1])
            }
        }
        var (row, column) = (0, 0)
        while row < old.count || column < new.count {
            if row < old.count, column < new.count, old[row] == new[column] {
                append(&runs, old[row...row], Run.kept)
                (row, column) = (row + 1, column + 1)
            } else if column == new.count
                || (row < old.count
                    && lengths[(row + 1) * width + column] >= lengths[row * width + column + 1])
            {
                append(&runs, old[row...row], Run.deleted)
                row += 1
            } else {
                append(&runs, new[column...column], Run.inserted)
                column += 1
            }
        }
    }

    private static func append(_ runs: inout [Run], _ words: ArraySlice<String>, _ kind: (String) -> Run) {
        let text = words.joined()
        guard !text.isEmpty else { return }
        switch (runs.last, kind(text)) {
        case (.kept(let before), .kept): runs[runs.count - 1] = .kept(before + text)
        case (.deleted(let before), .deleted): runs[runs.count - 1] = .deleted(before + text)
        case (.inserted(let before), .inserted): runs[runs.count - 1] = .inserted(before + text)
        default: runs.append(kind(text))
        }
    }

    private static func words(_ text: String) -> [String] {
        var words: [String] = []
        var word = ""
        var wasSpace = false
        for character in text {
            if wasSpace, !character.isWhitespace {
                words.append(word)
                word = ""
            }
            word.append(character)
            wasSpace = character.isWhitespace
        }
        if !word.isEmpty { words.append(word) }
        return words
    }
}
