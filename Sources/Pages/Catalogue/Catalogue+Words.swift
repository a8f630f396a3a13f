package import Ceasefire

// Single words for the cases of the domain.
extension Catalogue {
    package func word(_ verdict: Verdict) -> String {
        verdict == .notResolved ? "not resolved" : verdict.rawValue
    }

    /// A shape for each verdict, always with its word.
    package func mark(_ verdict: Verdict) -> String {
        switch verdict {
        case .met: "✓"
        case .missing: "○"
        case .contested, .notResolved: "!"
        case .failed: "✕"
        }
    }

    package func word(_ state: EffectState) -> String {
        switch state {
        case .noneIntended: "none intended"
        case .noRule: "no rule"
        case .notAddressed: "not addressed"
        case .addressedNotBound: "addressed, not bound"
        case .inForce: "in force"
        case .notResolved: "not resolved"
        default: state.rawValue
        }
    }

    package func mark(_ state: EffectState) -> String {
        switch state {
        case .inForce: "✓"
        case .provisional: "◐"
        case .suspended: "‖"
        case .contested, .notResolved: "!"
        case .failed: "✕"
        default: "○"
        }
    }

    package func word(_ state: SignatureState) -> String { state.rawValue }

    package func word(_ state: LineState) -> String {
        switch state {
        case .blank: "left blank"
        case .signedAdReferendum: "signed ad referendum"
        default: state.rawValue
        }
    }

    package func word(_ flag: LineFlag) -> String {
        switch flag {
        case .nameLeftBlank: "no name printed"
        case .signedByAnother: "signed by another than the person printed"
        case .late: "signed late"
        case .noPowersShown: "no powers shown"
        case .objected: "objected to"
        case .byHand: "name written by hand"
        }
    }

    package func word(_ identicality: Identicality) -> String {
        switch identicality {
        case .identical: "identical"
        case .identicalAsAttested: "identical as attested"
        case .different: "not identical"
        case .none: "no copies to compare"
        }
    }

    package func sentence(_ identicality: Identicality) -> String {
        switch identicality {
        case .identical: "The copies bear the same operative text."
        case .identicalAsAttested:
            "The copies bear the same operative text, as attested: the texts in the record are not the originals."
        case .different: "The copies do not bear the same text."
        case .none: "There are no two copies to compare."
        }
    }

    package func word(_ role: Role) -> String {
        role == .commissionMember ? "commission member" : role.rawValue
    }

    package func word(_ kind: PartyKind) -> String {
        switch kind {
        case .deFactoAuthority: "de facto authority"
        case .armedGroup: "armed group"
        default: kind.rawValue
        }
    }

    package func word(_ powers: PowersState) -> String {
        switch powers {
        case .shown: "full powers shown"
        case .missing: "no full powers shown"
        case .waived: "full powers waived"
        case .objected: "powers objected to"
        case .confirmed: "confirmed afterwards"
        case .disavowed: "disavowed"
        }
    }

    package func word(_ manner: SettlementManner) -> String {
        switch manner {
        case .namedAnyway: "named anyway"
        case .seatedWithoutPrejudice: "seated without prejudice"
        case .withdrawn: "withdrawn"
        case .replaced: "replaced"
        }
    }

    package func word(_ kind: InstrumentKind) -> String { kind.rawValue }

    package func word(_ form: InstrumentForm) -> String {
        form == .identicalLetters ? "identical letters" : form.rawValue
    }

    package func word(_ basis: TextBasis) -> String { basis.rawValue }

    package func word(_ hand: Hand) -> String { hand == .handwritten ? "by hand" : "typed" }

    package func word(_ kind: CopyKind) -> String {
        kind == .identicalLetter ? "identical letter" : kind.rawValue
    }

    package func word(_ medium: Medium) -> String { medium == .ink ? "in ink" : "digitally" }

    package func word(_ mode: SigningMode) -> String {
        switch mode {
        case .together: "signed together"
        case .circulation: "signed in circulation"
        case .escrow: "held in escrow until complete"
        }
    }

    package func word(_ kind: ConsentKind) -> String {
        switch kind {
        case .identicalLetter: "an identical letter"
        case .acceptance: "acceptance"
        case .fulfilment: "notice that requirements are fulfilled"
        case .announcement: "announcement"
        default: kind.rawValue
        }
    }

    /// As a verb: the subject … the object.
    package func word(_ kind: RelationKind) -> String {
        switch kind {
        case .replacesBeforeEffect: "replaces, before its effect,"
        case .nestedIn: "is nested in"
        case .rivalVersionOf: "is a rival version of"
        default: kind.rawValue
        }
    }

    package func word(_ basis: RelationBasis) -> String {
        switch basis {
        case .clause: "by one of its clauses"
        case .entitled: "by those entitled"
        case .asserted: "as is asserted; no text says so"
        }
    }

    package func word(_ topic: Topic) -> String {
        switch topic {
        case .breach: "breach"
        case .clash: "clash"
        case .condition: "state of the conflict"
        case .background: "background"
        }
    }

    package func word(_ answer: Answer) -> String {
        answer == .noValidResult ? "no valid result" : answer.rawValue
    }

    package func word(_ word: BracketView.Word) -> String {
        word == .agreedAdReferendum ? "agreed ad referendum" : word.rawValue
    }

    package func words(_ duration: Duration) -> String {
        let unit = String(duration.unit.rawValue.dropLast())
        return count(duration.count, unit, duration.unit.rawValue)
    }

    package func words(_ part: DayPart) -> String {
        func clock(_ instant: Instant) -> String { hour(CivilTime(instant, at: home.offset)) }
        return switch part {
        case .allDay: "all day"
        case .from(let instant): "from \(clock(instant))"
        case .until(let instant): "until \(clock(instant))"
        case .between(let from, let to): "from \(clock(from)) to \(clock(to))"
        case .several(let parts): list(parts.map { words($0) })
        case .no: "no"
        }
    }

    /// Where the clock of an undertaking stands, and what leaves that open.
    package func clock(of view: UndertakingView) -> String {
        switch view.clock {
        case .none: "No deadline."
        case .notStarted: "The clock has not started."
        case .running(let until) where until.lowerBound < until.upperBound:
            "Due by \(full(until.lowerBound)) at the earliest, and by \(full(until.upperBound)) at the latest."
        case .running(let until): "Due by \(full(until.lowerBound))."
        case .ranOut(let at) where at.lowerBound < at.upperBound:
            "The time ran out between \(full(at.lowerBound)) and \(full(at.upperBound)); nothing in the record says that it was done."
        case .ranOut(let at):
            "The time ran out on \(full(at.lowerBound)); nothing in the record says that it was done."
        case .done(let at, let late) where at.lowerBound < at.upperBound:
            "Done: \(short(at))\(late ? ", late" : "")."
        case .done(let at, let late): "Done on \(short(at))\(late ? ", late" : "")."
        case .contested:
            "It is not certain when it is due, or whether it was done in time\(differing(view.choices))."
        }
    }
}
