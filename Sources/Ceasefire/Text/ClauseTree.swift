/// Which clauses of an instrument lie within which others, in any of its texts.
struct ClauseTree {
    private var parents: [ClauseID: Set<ClauseID>] = [:]

    init(of instrument: InstrumentID, in texts: Texts) {
        for text in texts.tablings.values where text.instrument == instrument {
            for clause in text.clauses {
                if let parent = clause.parent { parents[clause.id, default: []].insert(parent) }
            }
        }
    }

    /// Whether a clause is one of these, or a part of one.
    func lies(_ clause: ClauseID, within scope: [ClauseID]) -> Bool {
        var above = [clause]
        var position = 0
        while position < above.count {
            if scope.contains(above[position]) { return true }
            for parent in parents[above[position]] ?? [] where !above.contains(parent) {
                above.append(parent)
            }
            position += 1
        }
        return false
    }
}
