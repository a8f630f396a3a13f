package import Ceasefire

extension Catalogue {
    /// What one node of a derivation says.
    package func sentence(_ derivation: Derivation) -> String {
        let words = words(derivation.reason, derivation.verdict)
        let since = derivation.since.flatMap { shows(derivation.reason) ? ", since \(short($0))" : nil } ?? ""
        let both = derivation.isMetOnEveryAccount ? "; met on every account, whichever is true" : ""
        let isOpen = derivation.verdict == .contested || derivation.verdict == .notResolved
        let choices = isOpen ? derivation.choices : []
        let differing = choices.filter { !$0.isImprecision }.map { self.words($0) }
        let accounts = differing.isEmpty ? "" : "; accounts differ on \(list(differing))"
        let imprecise =
            choices.contains(where: \.isImprecision) ? "; it turns on an hour that nobody gives" : ""
        return words + since + both + accounts + imprecise
    }

    /// An act shows its own date; a stated time is its own.
    private func shows(_ reason: Reason) -> Bool {
        switch reason {
        case .done, .at, .ended, .suspended, .deemedFrom: false
        default: true
        }
    }

    private func words(_ reason: Reason, _ verdict: Verdict) -> String {
        switch reason {
        case .inForce(let instrument, let party): return "\(title(instrument)) in force for \(name(party))"
        case .noneIntended: return "No effect is intended: the text appeals and binds nobody"
        case .noRule: return "No rule says when it takes effect"
        case .notAddressed(let party, _): return "The rules on its effect leave \(name(party)) out"
        case .begins: return "The instrument's own condition"
        case .consentToBeBound(let party, _):
            return consent(of: party, "to be bound", verdict)
        case .lapsed: return "The time for taking effect has run out"
        case .deemedFrom(let moment): return "Deemed in effect from \(self.words(moment))"
        case .at(let readings): return at(readings)
        case .all: return "All of these"
        case .any: return "One of these"
        case .atLeast(let count, let total): return "At least \(count) of these \(total)"
        case .after(let duration): return "\(self.words(duration).sentenceCased) after"
        case .unless(let event): return "Unless \(self.words(event))"
        case .event(let event):
            return (verdict == .missing ? lack(of: event) : self.words(event)).sentenceCased
        case .partyConsents(let party):
            return consent(of: party, "", verdict)
        case .sameText(let parties):
            return verdict == .missing
                ? "No consent of all of them to the same operative text is recorded: \(names(parties))"
                : "\(names(parties)) consented to the same operative text"
        case .escrow:
            return verdict == .missing
                ? "Held in escrow: not every party's line bears a signature that counts"
                : "Every party's line bears a signature that counts, which releases what was held in escrow"
        case .done(let evidence): return sentence(evidence)
        case .ended(let reason, let towards): return "Ended\(self.towards(towards)): \(self.words(reason))"
        case .suspended(let reason, let until, let towards):
            let end = until.map { ", until \(short($0))" } ?? ""
            return "Suspended\(self.towards(towards)): \(self.words(reason))\(end)"
        }
    }

    /// “ towards South”; nothing, where it is towards everybody.
    package func towards(_ parties: [ParticipantID]) -> String {
        parties.isEmpty ? "" : " towards \(names(parties))"
    }

    private func at(_ readings: [Moment]) -> String {
        let times = readings.map { reading -> String in
            let zone = reading.offset ?? home.offset
            return "\(words(reading)), \(offset(zone))"
        }
        return readings.count == 1
            ? "The hour: \(times[0])" : "The hour, which may be read as \(list(times, "or"))"
    }

    private func consent(of party: ParticipantID, _ to: String, _ verdict: Verdict) -> String {
        let words = to.isEmpty ? "" : " " + to
        return verdict == .missing
            ? "No consent of \(name(party))\(words) is recorded" : "\(name(party)) has consented\(words)"
    }

    /// What is not in the record, so that whoever reads knows what to ask for.
    private func lack(of event: Event) -> String {
        switch event {
        case .consent(let party, let kinds):
            let by = kinds.isEmpty ? "" : ", by \(list(kinds.map { word($0) }, "or")),"
            return party == .each
                ? "its own consent\(by) is not recorded" : "no consent of \(name(party))\(by) is recorded"
        case .consents(let parties, let same):
            let who = parties.isEmpty ? "all parties" : "all of \(names(parties))"
            return "no consent of \(who)\(same ? " to the same text" : "") is recorded"
        case .received(let body, let matter):
            return "no notice by \(name(body)) is recorded that it received: \(phrase(matter))"
        case .decided(let body, let matter, let answer):
            return
                "no decision of \(name(body)) on “\(phrase(matter))” is recorded that says: \(word(answer))"
        case .performed(let who, let matter, let certifier):
            let by = certifier.map { ", certified by \(name($0)), " } ?? " "
            return
                "no performance by \(who == .each ? "the party" : name(who))\(by)is recorded: \(phrase(matter))"
        case .found(let body, let matter): return "no finding of \(name(body)) is recorded: \(phrase(matter))"
        case .objected(let party):
            return "no objection of \(party == .each ? "the party" : name(party)) is recorded"
        case .inForce(let instrument, let party):
            return "\(title(instrument)) is not in force for \(party == .each ? "the party" : name(party))"
        }
    }

    private func words(_ event: Event) -> String {
        switch event {
        case .consent(let party, let kinds):
            let by = kinds.isEmpty ? "" : " by \(list(kinds.map { word($0) }, "or"))"
            return "\(party == .each ? "its own consent" : "the consent of \(name(party))")\(by)"
        case .consents(let parties, let same):
            let who = parties.isEmpty ? "all parties" : names(parties)
            return same ? "\(who) consent to the same text" : "\(who) consent"
        case .received(let body, let matter):
            return "notice by \(name(body)) that it received: \(phrase(matter))"
        case .decided(let body, let matter, let answer):
            return "\(name(body)) decides “\(phrase(matter))”: \(word(answer))"
        case .performed(let who, let matter, let certifier):
            let by = certifier.map { ", certified by \(name($0))" } ?? ""
            return "\(who == .each ? "the party" : name(who)) performs: \(phrase(matter))\(by)"
        case .found(let body, let matter): return "\(name(body)) finds: \(phrase(matter))"
        case .objected(let party): return "\(party == .each ? "the party" : name(party)) objects"
        case .inForce(let instrument, let party):
            return "\(title(instrument)) is in force for \(party == .each ? "the party" : name(party))"
        }
    }

    /// `identical-signed-copies` in words.
    package func phrase(_ matter: MatterID) -> String { String(matter.text.map { $0 == "-" ? " " : $0 }) }

    /// Who did what, for whom, when, on whose account.
    package func sentence(_ evidence: Evidence) -> String {
        let account = evidence.account.map { ", \(onAccount($0))\(settledOtherwise($0))" } ?? ""
        let inference = isInferred(evidence.entry) ? ", an inference of the recorder" : ""
        return "\(deed(evidence)), \(words(evidence.moment))\(account)\(inference)"
    }

    private func deed(_ evidence: Evidence) -> String {
        let actor = name(evidence.actor)
        guard let party = evidence.party, party != evidence.actor else {
            return "\(actor) \(verb(evidence.act))"
        }
        switch evidence.act {
        case "party.succeeded": return "\(actor) takes the place of \(name(party))"
        case "party.merged": return "\(name(party)) merges into \(actor)"
        default: return "\(actor) \(verb(evidence.act)) for \(name(party))"
        }
    }

    /// “on the account of PA-X Peace Agreements Database”.
    package func onAccount(_ alternative: Alternative) -> String {
        let accounts = view.issues[alternative.issue]?.accounts ?? []
        let sources = accounts.filter { $0.account.alternative == alternative.alternative }
            .map { $0.source?.title ?? name($0.author) }
        return "on the account of \(list(sources))"
    }

    /// “, settled otherwise by entry 9 for North and South”: the account is seen all the same.
    private func settledOtherwise(_ account: Alternative) -> String {
        guard
            let settled = view.issues[account.issue]?.settlements.last(where: { !$0.acceptedBy.isEmpty }),
            settled.alternative != account.alternative
        else { return "" }
        return ", settled otherwise by entry \(settled.entry) for \(names(settled.acceptedBy))"
    }

    /// Whether an entry says of itself that it was inferred.
    package func isInferred(_ entry: Int) -> Bool {
        view.process.entry(at: entry)?.source?.title.lowercased().contains("inference") ?? false
    }

    /// What was done, as a verb in the present tense.
    package func verb(_ act: String) -> String {
        switch act {
        case "signature.affixed": "signs"
        case "initials.affixed": "initials"
        case "signature.confirmed": "confirms the signature"
        case "receipt.notified": "gives notice of receipt"
        case "consent.expressed": "expresses consent"
        case "question.decided": "decides"
        case "performance.certified": "certifies the performance"
        case "finding.made": "makes a finding"
        case "objection.raised": "objects"
        case "standing.objected": "objects to somebody's taking part"
        case "powers.stated": "speaks on powers"
        case "instrument.denounced": "denounces it"
        case "instrument.provisionallyApplied": "applies it provisionally"
        default: String(act.map { $0 == "." ? " " : $0 })
        }
    }
}

extension Derivation {
    /// Whether it is met although single pieces of its evidence, or the terms of its rule, stand on some accounts only.
    package var isMetOnEveryAccount: Bool {
        guard verdict == .met else { return false }
        if case .begins = reason { return parts.contains { $0.verdict == .contested } }
        return parts.contains { part in
            guard case .done = part.reason else { return false }
            return part.verdict == .contested
        }
    }
}

extension Choice {
    /// Whether nobody disagrees, and nobody is exact.
    fileprivate var isImprecision: Bool {
        switch self {
        case .time, .times: true
        default: false
        }
    }
}
