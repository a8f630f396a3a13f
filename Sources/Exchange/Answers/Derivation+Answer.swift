package import Ceasefire
package import Record

extension Derivation: Answer {
    package func write(answer w: inout JSONWriter) {
        w.openObject()
        w.answer("reason", reason)
        w.member("verdict", verdict.rawValue)
        w.range("since", since)
        w.numbers("entries", entries)
        w.answers("choices", choices)
        w.answers("parts", parts)
        w.closeObject()
    }
}

extension Choice: Answer {
    package func write(answer w: inout JSONWriter) {
        w.openObject()
        switch self {
        case .issue(let issue):
            w.member("code", "issue")
            w.member("issue", issue)
        case .time(let entry, _):
            w.member("code", "time")
            w.member("entry", entry)
        case .times(let instrument, let phase):
            w.member("code", "times")
            w.member("instrument", instrument)
            w.member("phase", phase.rawValue)
        case .reading(let instrument, let place):
            w.member("code", "reading")
            w.member("instrument", instrument)
            w.member("place", place)
        case .powers(let entry):
            w.member("code", "powers")
            w.member("entry", entry)
        case .seat(let party, let claimants):
            w.member("code", "seat")
            w.member("party", party)
            w.texts("claimants", claimants.map(\.text))
        case .denunciation(let entry):
            w.member("code", "denunciation")
            w.member("entry", entry)
        }
        w.closeObject()
    }
}

extension Reason: Answer {
    package func write(answer w: inout JSONWriter) {
        w.openObject()
        switch self {
        case .inForce(let instrument, let party):
            w.member("code", "inForce")
            w.member("instrument", instrument)
            w.member("party", party)
        case .noneIntended(let instrument):
            w.member("code", "noneIntended")
            w.member("instrument", instrument)
        case .noRule(let instrument):
            w.member("code", "noRule")
            w.member("instrument", instrument)
        case .notAddressed(let party, let instrument):
            w.member("code", "notAddressed")
            w.member("instrument", instrument)
            w.member("party", party)
        case .begins(let rule):
            w.member("code", "begins")
            w.member("rule", rule)
        case .consentToBeBound(let party, let kinds):
            w.member("code", "consentToBeBound")
            w.member("party", party)
            w.texts("kinds", kinds.map(\.rawValue))
        case .lapsed(let rule):
            w.member("code", "lapsed")
            w.member("rule", rule)
        case .deemedFrom(let moment):
            w.member("code", "deemedFrom")
            w.answer("moment", moment)
        case .at(let readings):
            w.member("code", "at")
            w.answers("readings", readings)
        case .all: w.member("code", "all")
        case .any: w.member("code", "any")
        case .atLeast(let count, let total):
            w.member("code", "atLeast")
            w.member("count", count)
            w.member("of", total)
        case .after(let duration):
            w.member("code", "after")
            w.member("duration", duration)
        case .unless(let event):
            w.member("code", "unless")
            w.name("event")
            event.write(to: &w)
        case .event(let event):
            w.member("code", "event")
            w.name("event")
            event.write(to: &w)
        case .partyConsents(let party):
            w.member("code", "partyConsents")
            w.member("party", party)
        case .sameText(let parties):
            w.member("code", "sameText")
            w.texts("parties", parties.map(\.text))
        case .escrow: w.member("code", "escrow")
        case .done(let evidence):
            w.member("code", "done")
            evidence.write(members: &w)
        case .ended(let reason, let towards):
            w.member("code", "ended")
            w.answer("because", reason)
            w.texts("towards", towards.map(\.text))
        case .suspended(let reason, let until, let towards):
            w.member("code", "suspended")
            w.answer("because", reason)
            w.member("until", until)
            w.texts("towards", towards.map(\.text))
        }
        w.closeObject()
    }
}

extension Evidence: Answer {
    package func write(answer w: inout JSONWriter) {
        w.openObject()
        write(members: &w)
        w.closeObject()
    }

    func write(members w: inout JSONWriter) {
        w.member("entry", entry)
        w.member("act", act)
        w.member("actor", actor)
        w.member("party", party)
        w.answer("moment", moment)
        w.member("issue", account?.issue)
        w.member("alternative", account?.alternative)
    }
}
