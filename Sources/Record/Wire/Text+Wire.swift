package import Ceasefire

// The wire format of the stage `Text`: members in this order, absent where empty.

extension TextAct {
    /// Reads the body of the act called `name`; `nil` if this stage has no such act.
    package init?<R: WireReader>(named name: String, from r: inout R) throws(WireFault) {
        switch name {
        case "instrument.introduced": self = .introduced(try r.value())
        case "instrument.dated": self = .dated(try r.value())
        case "text.tabled": self = .tabled(try r.value())
        case "alteration.proposed": self = .altered(try r.value())
        case "bracket.opened": self = .bracketOpened(try r.value())
        case "bracket.supported": self = .bracketSupported(try r.value())
        case "bracket.objected": self = .bracketObjected(try r.value())
        case "bracket.closed": self = .bracketClosed(try r.value())
        case "text.adopted": self = .adopted(try r.value())
        case "text.authenticated": self = .authenticated(try r.value())
        case "languages.aligned": self = .aligned(try r.value())
        case "error.notified": self = .errorNotified(try r.value())
        case "error.objected": self = .errorObjected(try r.value())
        case "text.abandoned": self = .abandoned(try r.value())
        default: return nil
        }
    }

    package func write(to w: inout JSONWriter) {
        switch self {
        case .introduced(let body): body.write(to: &w)
        case .dated(let body): body.write(to: &w)
        case .tabled(let body): body.write(to: &w)
        case .altered(let body): body.write(to: &w)
        case .bracketOpened(let body): body.write(to: &w)
        case .bracketSupported(let body): body.write(to: &w)
        case .bracketObjected(let body): body.write(to: &w)
        case .bracketClosed(let body): body.write(to: &w)
        case .adopted(let body): body.write(to: &w)
        case .authenticated(let body): body.write(to: &w)
        case .aligned(let body): body.write(to: &w)
        case .errorNotified(let body): body.write(to: &w)
        case .errorObjected(let body): body.write(to: &w)
        case .abandoned(let body): body.write(to: &w)
        }
    }
}

extension Clause: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            id: try r.required("id"),
            parent: try r.optional("parent"),
            label: try r.optional("label"),
            part: try r.required("part"),
            start: try r.required("start"),
            end: try r.required("end"),
            digest: try r.required("digest")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("id", id)
        w.member("parent", parent)
        w.member("label", label)
        w.member("part", part)
        w.member("start", start)
        w.member("end", end)
        w.member("digest", digest)
    }
}

extension BracketAlternative: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(alternative: try r.required("alternative"), words: try r.required("words"))
    }

    package func write(fields w: inout JSONWriter) {
        w.member("alternative", alternative)
        w.member("words", words)
    }
}

extension InstrumentIntroduction: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            instrument: try r.required("instrument"),
            title: try r.required("title"),
            kind: try r.required("kind"),
            form: try r.required("form"),
            intent: try r.required("intent"),
            languages: try r.list("languages"),
            addressed: try r.list("addressed"),
            consentBy: try r.list("consentBy"),
            depositary: try r.optional("depositary"),
            denunciation: try r.optional("denunciation"),
            partOf: try r.optional("partOf")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("instrument", instrument)
        w.member("title", title)
        w.member("kind", kind)
        w.member("form", form)
        w.member("intent", intent)
        w.member("languages", languages)
        w.member("addressed", addressed)
        w.member("consentBy", consentBy)
        w.member("depositary", depositary)
        w.member("denunciation", denunciation)
        w.member("partOf", partOf)
    }
}

extension InstrumentDate: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(instrument: try r.required("instrument"), date: try r.required("date"))
    }

    package func write(fields w: inout JSONWriter) {
        w.member("instrument", instrument)
        w.member("date", date)
    }
}

extension TextTabling: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            instrument: try r.required("instrument"),
            text: try r.required("text"),
            language: try r.required("language"),
            basis: try r.required("basis"),
            of: try r.optional("of"),
            clauses: try r.list("clauses")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("instrument", instrument)
        w.member("text", text)
        w.member("language", language)
        w.member("basis", basis)
        w.member("of", of)
        w.member("clauses", clauses)
    }
}

extension Alteration: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            instrument: try r.required("instrument"),
            copy: try r.optional("copy"),
            clause: try r.required("clause"),
            language: try r.required("language"),
            before: try r.required("before"),
            after: try r.required("after"),
            hand: try r.required("hand"),
            from: try r.required("from"),
            result: try r.required("result"),
            proposedBy: try r.list("proposedBy"),
            initialledBy: try r.list("initialledBy")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("instrument", instrument)
        w.member("copy", copy)
        w.member("clause", clause)
        w.member("language", language)
        w.member("before", before)
        w.member("after", after)
        w.member("hand", hand)
        w.member("from", from)
        w.member("result", result)
        w.member("proposedBy", proposedBy)
        w.member("initialledBy", initialledBy)
    }
}

extension Bracket: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            instrument: try r.required("instrument"),
            bracket: try r.required("bracket"),
            clause: try r.required("clause"),
            language: try r.optional("language"),
            alternatives: try r.list("alternatives"),
            parties: try r.list("parties")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("instrument", instrument)
        w.member("bracket", bracket)
        w.member("clause", clause)
        w.member("language", language)
        w.member("alternatives", alternatives)
        w.member("parties", parties)
    }
}

extension BracketSupport: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            instrument: try r.required("instrument"),
            bracket: try r.required("bracket"),
            alternative: try r.required("alternative"),
            adReferendum: try r.flag("adReferendum")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("instrument", instrument)
        w.member("bracket", bracket)
        w.member("alternative", alternative)
        w.member("adReferendum", adReferendum)
    }
}

extension BracketObjection: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            instrument: try r.required("instrument"),
            bracket: try r.required("bracket"),
            alternative: try r.optional("alternative"),
            ground: try r.optional("ground")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("instrument", instrument)
        w.member("bracket", bracket)
        w.member("alternative", alternative)
        w.member("ground", ground)
    }
}

extension BracketClosing: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            instrument: try r.required("instrument"),
            bracket: try r.required("bracket"),
            alternative: try r.required("alternative"),
            result: try r.optional("result")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("instrument", instrument)
        w.member("bracket", bracket)
        w.member("alternative", alternative)
        w.member("result", result)
    }
}

extension TextAdoption: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(instrument: try r.required("instrument"), texts: try r.list("texts"), by: try r.list("by"))
    }

    package func write(fields w: inout JSONWriter) {
        w.member("instrument", instrument)
        w.member("texts", texts)
        w.member("by", by)
    }
}

extension TextAuthentication: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(instrument: try r.required("instrument"), texts: try r.list("texts"))
    }

    package func write(fields w: inout JSONWriter) {
        w.member("instrument", instrument)
        w.member("texts", texts)
    }
}

extension LanguageAlignment: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(instrument: try r.required("instrument"), texts: try r.list("texts"))
    }

    package func write(fields w: inout JSONWriter) {
        w.member("instrument", instrument)
        w.member("texts", texts)
    }
}

extension ErrorNotice: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            instrument: try r.required("instrument"),
            error: try r.required("error"),
            clause: try r.required("clause"),
            before: try r.required("before"),
            after: try r.required("after"),
            from: try r.required("from"),
            result: try r.required("result"),
            objectionsUntil: try r.required("objectionsUntil")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("instrument", instrument)
        w.member("error", error)
        w.member("clause", clause)
        w.member("before", before)
        w.member("after", after)
        w.member("from", from)
        w.member("result", result)
        w.member("objectionsUntil", objectionsUntil)
    }
}

extension ErrorObjection: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            instrument: try r.required("instrument"),
            error: try r.required("error"),
            ground: try r.optional("ground")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("instrument", instrument)
        w.member("error", error)
        w.member("ground", ground)
    }
}

extension TextAbandonment: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(instrument: try r.required("instrument"), reason: try r.optional("reason"))
    }

    package func write(fields w: inout JSONWriter) {
        w.member("instrument", instrument)
        w.member("reason", reason)
    }
}

extension InstrumentKind: WireText {}
extension InstrumentForm: WireText {}
extension Intent: WireText {}
extension TextBasis: WireText {}
extension ClausePart: WireText {}
extension Hand: WireText {}
