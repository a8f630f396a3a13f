package import Ceasefire
package import Record

extension InstrumentStatus: Answer {
    package func write(answer w: inout JSONWriter) {
        w.openObject()
        w.member("instrument", instrument)
        w.member("text", text.rawValue)
        w.name("signature")
        w.openObject()
        w.member("state", signature.state.rawValue)
        w.member("signed", signature.signed)
        w.member("contested", signature.contested)
        w.member("lines", signature.lines)
        w.closeObject()
        w.answers("effects", effects)
        w.name("observance")
        w.openObject()
        w.member("state", observance.state.rawValue)
        w.numbers("now", observance.now)
        w.numbers("earlier", observance.earlier)
        w.numbers("findings", observance.findings)
        w.closeObject()
        w.answers("relations", relations)
        w.texts("nestedIn", nestedIn.map(\.text))
        w.texts("nests", nests.map(\.text))
        w.closeObject()
    }
}

extension RelationView: Answer {
    package func write(answer w: inout JSONWriter) {
        w.openObject()
        w.member("relation", statement.relation.rawValue)
        w.member("subject", statement.subject)
        w.member("object", statement.object)
        w.member("basis", statement.basis.rawValue)
        w.member("entry", entry)
        w.answer("moment", moment)
        w.closeObject()
    }
}

extension PartyEffect: Answer {
    package func write(answer w: inout JSONWriter) {
        w.openObject()
        w.member("party", party)
        w.member("rule", rule)
        w.texts("scope", scope.map(\.text))
        if !except.isEmpty { w.texts("except", except.map(\.text)) }
        w.member("state", state.rawValue)
        w.member("verdict", verdict.rawValue)
        if let dayPart { w.answer("day", dayPart) }
        w.range("since", since)
        w.range("until", until)
        w.answers("bonds", bonds)
        w.answers("endings", ends)
        w.closeObject()
    }
}

extension DayPart: Answer {
    package func write(answer w: inout JSONWriter) {
        w.openObject()
        switch self {
        case .allDay: w.member("part", "allDay")
        case .no: w.member("part", "no")
        case .from(let instant):
            w.member("part", "from")
            w.member("from", instant)
        case .until(let instant):
            w.member("part", "until")
            w.member("until", instant)
        case .between(let from, let until):
            w.member("part", "between")
            w.member("from", from)
            w.member("until", until)
        case .several(let parts):
            w.member("part", "several")
            w.answers("parts", parts)
        }
        w.closeObject()
    }
}

extension PartyEffect.Bond: Answer {
    package func write(answer w: inout JSONWriter) {
        w.openObject()
        w.member("towards", towards)
        w.member("verdict", verdict.rawValue)
        w.member("since", since)
        w.member("until", until)
        w.closeObject()
    }
}

extension PartyEffect.Ending: Answer {
    package func write(answer w: inout JSONWriter) {
        w.openObject()
        w.member("at", at)
        w.answer("reason", reason)
        w.member("towards", towards)
        w.numbers("entries", entries)
        w.closeObject()
    }
}

extension EndReason: Answer {
    package func write(answer w: inout JSONWriter) {
        w.openObject()
        switch self {
        case .byItsRule(let rule):
            w.member("code", "byItsRule")
            w.member("rule", rule)
        case .denounced(let party):
            w.member("code", "denounced")
            w.member("party", party)
        case .dissolved(let party):
            w.member("code", "dissolved")
            w.member("party", party)
        case .relation(let kind, let instrument, let basis):
            w.member("code", "relation")
            w.member("relation", kind.rawValue)
            w.member("instrument", instrument)
            w.member("basis", basis.rawValue)
        }
        w.closeObject()
    }
}
