/// Why an act is not admitted. The cases are the rules; each names what is wrong and the entries behind it.
public enum Refusal: Error, Hashable, Sendable {
    /// The act names something that the record does not know.
    case unknown(Noun, String)
    /// The act would introduce a name that is taken.
    case taken(Noun, String, by: Int)
    /// The author's role does not allow this kind of act.
    case notEntitled(ParticipantID, act: String, needs: String)
    /// An act done at a distance needs a time and a source.
    case attestationIncomplete(missing: String)
    /// Somebody filled the line, seat or vote meanwhile.
    case overtaken(Noun, String, by: Int)
    /// What the act wants to use is not open.
    case closed(Noun, String, by: Int?)
    /// Entry 0, and only it, opens a process.
    case opening(String)
    /// The act contradicts itself.
    case malformed(String)
    /// The author's quota for 24 hours is used up; until when, unless it may enter nothing at all.
    case quotaExceeded(ParticipantID, perDay: Int, until: Instant?)

    public enum Noun: String, Hashable, Sendable {
        case participant, party, person, place, meeting, instrument, text, clause, copy, line, bracket,
            alternative
        case rule, undertaking, issue, entry, seat, language, correction, key, seal
    }

    /// The entries on which the refusal rests.
    public var entries: [Int] {
        switch self {
        case .taken(_, _, let index), .overtaken(_, _, let index): [index]
        case .closed(_, _, let index): index.map { [$0] } ?? []
        case .opening: [0]
        default: []
        }
    }
}
