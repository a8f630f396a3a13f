/// The acts that a history may hold. The process is opened by the header.
enum ActNames {
    static let all = [
        "party.listed", "person.accredited", "accreditation.revoked", "place.named", "standing.objected",
        "standing.settled", "seat.claimed", "seat.settled", "meeting.held", "key.replaced",
        "key.compromised", "powers.stated",
        "party.split", "party.merged", "party.succeeded", "party.dissolved", "party.authorised",
        "party.joinedCommand",
        "instrument.introduced", "instrument.dated", "text.tabled", "alteration.proposed", "bracket.opened",
        "bracket.supported", "bracket.objected", "bracket.closed", "text.adopted", "text.authenticated",
        "languages.aligned", "error.notified", "error.objected", "text.abandoned",
        "signing.opened", "line.proposed", "line.objected", "copy.made", "name.inscribed", "initials.affixed",
        "signature.affixed", "signature.confirmed", "signature.refused", "signature.withdrawn",
        "declaration.made",
        "objection.raised", "copy.transmitted", "copies.certified",
        "rule.stated", "consent.expressed", "receipt.notified", "instrument.provisionallyApplied",
        "instrument.denounced", "performance.certified", "question.decided", "instruments.related",
        "undertaking.stated",
        "finding.made",
        "account.stated", "issue.settled", "entry.corrected", "entry.withdrawn", "dataset.attached",
        "rules.adopted",
    ]

    /// Where the wire has the digest of a text, a history names its file.
    static let texts: [String: Set<String>] = [
        "text.tabled": ["text", "of"], "alteration.proposed": ["from", "result"],
        "bracket.closed": ["result"],
        "text.adopted": ["texts"], "text.authenticated": ["texts"], "languages.aligned": ["texts"],
        "error.notified": ["from", "result"], "copy.made": ["texts"], "initials.affixed": ["text"],
        "signature.affixed": ["text"], "consent.expressed": ["text"],
    ]

    /// Other files, which need not be text.
    static let files: [String: Set<String>] = ["signature.affixed": ["scan"], "dataset.attached": ["digest"]]
}
