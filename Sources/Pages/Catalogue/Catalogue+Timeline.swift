package import Ceasefire

extension Catalogue {
    /// What a fact says happened, in one sentence.
    package func sentence(_ fact: Fact) -> String {
        let body = words(fact)
        guard let account = fact.account, (view.issues[account.issue]?.alternatives.count ?? 0) > 1 else {
            return ended(body)
        }
        return "\(body.hasSuffix(".") ? String(body.dropLast()) : body) (\(onAccount(account)))."
    }

    /// With one full stop, unless it ends otherwise.
    private func ended(_ sentence: String) -> String {
        sentence.last.map { ".?!".contains($0) } ?? true ? sentence : sentence + "."
    }

    /// Who acted, for whom: “Afiyaddin Jalilov, for Azerbaijan,”.
    private func who(_ fact: Fact) -> String {
        guard let party = fact.onBehalfOf, party != fact.actor else { return name(fact.actor) }
        return "\(name(fact.actor)), for \(name(party)),"
    }

    private func words(_ fact: Fact) -> String {
        switch fact.act {
        case .participation(let act): words(act, fact)
        case .text(let act): words(act, fact)
        case .signing(let act): words(act, fact)
        case .effect(let act): words(act, fact)
        case .monitoring(.found(let act)): "\(who(fact)) finds: \(act.facts)"
        case .reference(let act): words(act, fact)
        case .sealed(let act): words(act, fact)
        }
    }

    private func words(_ act: ParticipationAct, _ fact: Fact) -> String {
        switch act {
        case .opened(let act): "The process “\(act.title)” is opened"
        case .listed(let act): "\(name(act.party)) is listed as \(word(act.role))"
        case .accredited(let act): "\(name(act.person)) is accredited as \(word(act.capacity))"
        case .revoked(let act): "The accreditation of \(name(act.person)) ends"
        case .placeNamed(let act): "\(name(act.place)) is named"
        case .standingObjected(let act):
            "\(who(fact)) objects to the participation of \(name(act.to))\(act.ground.map { ": \($0)" } ?? "")"
        case .standingSettled(let act):
            "The objection to \(name(act.of)) is settled: \(word(act.manner))\(act.words.map { ". \($0)" } ?? "")"
        case .seatClaimed(let act): "\(who(fact)) claims the seat of \(name(act.seat))"
        case .seatSettled(let act): "The seat of \(name(act.seat)) is settled on \(names(act.holders))"
        case .met(let act): "\(act.title)\(act.outcome.map { ": \($0)" } ?? "")"
        case .keyReplaced(let act): "The key of \(name(act.participant)) is replaced"
        case .keyCompromised(let act):
            "A key of \(name(act.participant)) may be in other hands: what it signed from entry \(act.from) on is doubtful"
                + "\(act.reason.map { " (\($0))" } ?? "")"
        case .powersStated(let act): "\(who(fact)) on \(name(act.person)): \(word(act.state))"
        case .split(let act): "\(name(act.party)) splits into \(names(act.into))"
        case .merged(let act): "\(names(act.parties)) merge into \(name(act.into))"
        case .succeeded(let act): "\(name(act.successor)) succeeds \(name(act.predecessor))"
        case .dissolved(let act): "\(name(act.party)) ceases to exist"
        case .authorised(let act): "\(name(act.party)) authorises \(name(act.agent)) to consent for it"
        case .joinedCommand(let act): "\(name(act.party)) comes under \(name(act.under))"
        }
    }

    private func words(_ act: TextAct, _ fact: Fact) -> String {
        let title = title(act.instrument)
        return switch act {
        case .introduced: "\(title) is introduced"
        case .dated(let act): "\(title) is dated \(words(act.date))"
        case .tabled(let act):
            "The text of \(title) is tabled in \(self.language(act.language)) (\(word(act.basis)))"
        case .altered(let act):
            "On \(act.copy.map { "copy “\($0)” of " } ?? "the draft of ")\(title), clause \(act.clause): "
                + "“\(act.before)” becomes “\(act.after)”, \(word(act.hand))"
        case .bracketOpened(let act): "\(who(fact)) opens bracket \(act.bracket) in \(title)"
        case .bracketSupported(let act):
            "\(who(fact)) agrees to “\(act.alternative)” in bracket \(act.bracket)"
        case .bracketObjected(let act): "\(who(fact)) reserves its position on bracket \(act.bracket)"
        case .bracketClosed(let act): "Bracket \(act.bracket) of \(title) is closed on “\(act.alternative)”"
        case .adopted(let act):
            "The text of \(title) is adopted\(act.by.isEmpty ? "" : " by \(names(act.by))")"
        case .authenticated: "The text of \(title) is authenticated"
        case .aligned: "\(who(fact)) says that the languages of \(title) agree"
        case .errorNotified(let act):
            "An error in \(title) is notified: “\(act.before)” should read “\(act.after)”"
        case .errorObjected: "\(who(fact)) objects to a correction of \(title)"
        case .abandoned: "Work on \(title) is given up"
        }
    }

    private func words(_ act: SigningAct, _ fact: Fact) -> String {
        let title = title(act.instrument)
        return switch act {
        case .opened(let act): "\(title) is opened for signature, \(word(act.mode))"
        case .lineProposed(let act):
            "\(who(fact)) demands the line “\(act.line.line)” in \(title)\(act.line.name.map { " for \($0)" } ?? "")"
        case .lineObjected(let act): "\(who(fact)) objects to the line “\(act.line)” in \(title)"
        case .copied(let act): "A copy of \(title) is made: \(word(act.kind)) “\(act.copy)”"
        case .inscribed(let act):
            "“\(act.name)” is inscribed, \(word(act.hand)), on the line “\(act.line)” of \(title)"
        case .initialled: "\(who(fact)) initials \(title)"
        case .signed(let act):
            "\(who(fact)) signs \(title)\(act.copy.map { " on copy “\($0)”" } ?? "")\(act.adReferendum ? ", ad referendum" : "")"
        case .confirmed: "\(who(fact)) confirms the signature of \(title)"
        case .refused: "\(who(fact)) declines to sign \(title)"
        case .withdrawn: "\(who(fact)) withdraws the signature of \(title)"
        case .declared(let act): "\(who(fact)) makes a \(act.kind.rawValue) on \(title): \(act.words)"
        case .objected(let act): "\(who(fact)) objects\(act.words.map { ": \($0)" } ?? " to \(title)")"
        case .transmitted(let act):
            "Copy “\(act.copy)” of \(title) goes to \(act.place.map { name($0) } ?? act.to.map { name($0) } ?? "another place")"
                + "\(act.means.map { " (\($0))" } ?? "")"
        case .certified: "\(who(fact)) certifies copies of \(title) as identical"
        }
    }

    private func words(_ act: EffectAct, _ fact: Fact) -> String {
        switch act {
        case .ruled(let act): act.words ?? "A rule on the effect of \(title(act.instrument)) is stated"
        case .consented(let act):
            "\(who(fact)) consents to \(title(act.instrument)) by \(word(act.kind))\(act.words.map { ": \($0)" } ?? "")"
        case .receipted(let act):
            "\(who(fact)) gives notice of receipt (\(phrase(act.matter))) for \(title(act.instrument))"
                + "\(act.words.map { ". \($0)" } ?? "")"
        case .provisionallyApplied(let act): "\(who(fact)) applies \(title(act.instrument)) provisionally"
        case .denounced(let act): "\(who(fact)) denounces \(title(act.instrument))"
        case .performed(let act): "\(who(fact)) certifies that \(name(act.who)) did: \(phrase(act.matter))"
        case .decided(let act): "\(who(fact)) decides “\(phrase(act.question))”: \(word(act.answer))"
        case .related(let act):
            "\(title(act.subject)) \(word(act.relation)) \(title(act.object)) (\(word(act.basis)))"
        case .undertaken(let act):
            "\(names(act.actors)) \(act.modality == .must ? "must" : "must not"): \(act.what)"
        }
    }

    private func words(_ act: ReferenceAct, _ fact: Fact) -> String {
        switch act {
        case .accounted(let act):
            act.statement.hasSuffix(".") ? String(act.statement.dropLast()) : act.statement
        case .settled(let act):
            "“\(view.issues[act.issue]?.question ?? act.issue.text)” is settled: \(act.alternative)"
        case .corrected(let act): "Entry \(act.entry) is corrected"
        case .withdrawn(let act): "Entry \(act.entry) is withdrawn"
        case .dataSetAttached(let act): "The data set “\(act.title)” is attached"
        case .unsealed(let act): "\(who(fact)) opens what entry \(act.entry) had sealed"
        case .destroyed(let act):
            "What entry \(act.entry) had sealed is destroyed\(act.reason.map { ": \($0)" } ?? "")"
        case .rulesAdopted(let act): "Version \(act.version) of the rules is adopted"
        }
    }

    /// A language by its tag.
    package func language(_ tag: String) -> String {
        let names = [
            "en": "English", "ru": "Russian", "hy": "Armenian", "az": "Azerbaijani", "ar": "Arabic",
            "fr": "French",
            "es": "Spanish", "fa": "Persian",
        ]
        return names[tag] ?? tag
    }
}
