/// Who may *perform* which act: one table. What somebody attests about others is not restricted here.
public enum Rights {
    /// In which position the author of a performed act stands.
    public enum Position: String, Hashable, Sendable, CaseIterable {
        /// Keeps the log.
        case keeper
        /// Enters what sources report.
        case recorder
        /// A party, or a person acting for one.
        case side
        /// A mediator, guarantor, witness, observer, depositary, monitor or commission member, acting for no party.
        case third
    }

    private static let everybody: Set<Position> = [.keeper, .recorder, .side, .third]
    private static let writers: Set<Position> = [.recorder, .side, .third]
    private static let participants: Set<Position> = [.side, .third]

    /// The positions in which an act may be performed; empty for an unknown act.
    public static func positions(for act: String) -> Set<Position> {
        switch act {
        case "process.opened", "rules.adopted": [.keeper]
        case "account.stated", "dataset.attached", "entry.corrected", "entry.withdrawn", "key.compromised",
            "sealed.opened",
            "sealed.destroyed":
            everybody
        case "party.listed", "person.accredited", "place.named", "meeting.held",
            "instrument.introduced", "instrument.dated", "text.tabled", "alteration.proposed",
            "languages.aligned",
            "error.notified", "signing.opened", "line.proposed", "copy.made", "name.inscribed",
            "copy.transmitted",
            "rule.stated", "undertaking.stated", "instruments.related":
            writers
        case "accreditation.revoked", "key.replaced", "standing.objected", "standing.settled", "seat.claimed",
            "seat.settled", "bracket.opened", "bracket.closed", "text.adopted", "text.authenticated",
            "text.abandoned", "error.objected", "line.objected", "initials.affixed", "signature.affixed",
            "signature.confirmed", "signature.refused", "signature.withdrawn", "declaration.made",
            "objection.raised", "copies.certified", "performance.certified", "question.decided",
            "receipt.notified",
            "issue.settled":
            participants
        case "powers.stated", "party.split", "party.merged", "party.succeeded", "party.dissolved",
            "party.authorised", "party.joinedCommand", "bracket.supported", "bracket.objected",
            "consent.expressed", "instrument.provisionallyApplied", "instrument.denounced":
            [.side]
        case "finding.made": [.third]
        default: []
        }
    }
}

extension Participation {
    /// In which position `author` acts, alone or on behalf of somebody.
    public func position(of author: ParticipantID) -> Rights.Position? {
        guard let participant = participants[author] else { return nil }
        switch participant.role {
        case .keeper: return .keeper
        case .recorder: return .recorder
        case .party: return .side
        default: return participant.parties.contains { participants[$0]?.role == .party } ? .side : .third
        }
    }
}
