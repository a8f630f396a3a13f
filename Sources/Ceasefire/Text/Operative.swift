/// What two texts are compared by: their operative clauses within one authentic language.
///
/// Letterhead, address, date and signature block are left out. A text whose clauses nobody listed is compared whole.
public struct Operative: Hashable, Sendable {
    public var language: String?
    public var clauses: [TextDigest]
}

extension View {
    public func operative(_ text: TextDigest) -> Operative {
        guard let tabling = process.texts.tablings[text], !tabling.clauses.isEmpty else {
            return Operative(language: process.texts.tablings[text]?.language, clauses: [text])
        }
        // A parent's bytes are those of its own heading: ranges partition the file, so no clause is counted twice.
        let clauses = tabling.clauses.filter { $0.part == .operative }.map(\.digest)
        return Operative(language: tabling.language, clauses: clauses)
    }

    /// Whether copies bear the same operative texts.
    public func identicality(of copies: [CopyID], of instrument: InstrumentID) -> Identicality {
        let ends = copies.map { texts(of: $0, of: instrument) }
        guard let first = ends.first else { return .none }
        let known = ends.joined().map { process.texts.tablings[$0]?.basis }
        let same = ends.allSatisfy { Set($0.map(operative)) == Set(first.map(operative)) }
        if !same { return .different }
        return known.allSatisfy { $0 == .original } ? .identical : .identicalAsAttested
    }

    /// The texts that a copy bears at a time, or once everything on it is told.
    public func texts(of copy: CopyID, of instrument: InstrumentID, at time: Moment? = nil) -> [TextDigest] {
        guard let made = process.signing.copies[instrument]?[copy] else { return [] }
        var texts = made.texts
        for fact in facts(of: instrument) {
            guard case .text(.altered(let act)) = fact.act, act.copy == copy, fact.isDone(by: time),
                let position = texts.firstIndex(of: act.from)
            else { continue }
            texts[position] = act.result
        }
        return texts
    }
}

/// Whether the copies of an instrument bear the same texts.
public enum Identicality: String, Hashable, Sendable, CaseIterable {
    case identical
    /// The same, but the texts in the record are transcriptions, translations or paraphrases.
    case identicalAsAttested
    case different
    /// There are no copies to compare.
    case none
}
