package import Ceasefire

// The wire format of the stage `Effect`: members in this order, absent where empty.

extension EffectAct {
    /// Reads the body of the act called `name`; `nil` if this stage has no such act.
    package init?<R: WireReader>(named name: String, from r: inout R) throws(WireFault) {
        switch name {
        case "rule.stated": self = .ruled(try r.value())
        case "consent.expressed": self = .consented(try r.value())
        case "receipt.notified": self = .receipted(try r.value())
        case "instrument.provisionallyApplied": self = .provisionallyApplied(try r.value())
        case "instrument.denounced": self = .denounced(try r.value())
        case "performance.certified": self = .performed(try r.value())
        case "question.decided": self = .decided(try r.value())
        case "instruments.related": self = .related(try r.value())
        case "undertaking.stated": self = .undertaken(try r.value())
        default: return nil
        }
    }

    package func write(to w: inout JSONWriter) {
        switch self {
        case .ruled(let body): body.write(to: &w)
        case .consented(let body): body.write(to: &w)
        case .receipted(let body): body.write(to: &w)
        case .provisionallyApplied(let body): body.write(to: &w)
        case .denounced(let body): body.write(to: &w)
        case .performed(let body): body.write(to: &w)
        case .decided(let body): body.write(to: &w)
        case .related(let body): body.write(to: &w)
        case .undertaken(let body): body.write(to: &w)
        }
    }
}

extension RuleStatement: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            instrument: try r.required("instrument"),
            rule: try r.required("rule"),
            parties: try r.list("parties"),
            scope: try r.list("scope"),
            towards: try r.list("towards"),
            begins: try r.required("begins"),
            deemedFrom: try r.optional("deemedFrom"),
            ends: try r.optional("ends"),
            lapses: try r.optional("lapses"),
            words: try r.optional("words")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("instrument", instrument)
        w.member("rule", rule)
        w.member("parties", parties)
        w.member("scope", scope)
        w.member("towards", towards)
        w.member("begins", begins)
        w.member("deemedFrom", deemedFrom)
        w.member("ends", ends)
        w.member("lapses", lapses)
        w.member("words", words)
    }
}

extension ConsentExpression: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            instrument: try r.required("instrument"),
            kind: try r.required("kind"),
            text: try r.optional("text"),
            through: try r.optional("through"),
            words: try r.optional("words")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("instrument", instrument)
        w.member("kind", kind)
        w.member("text", text)
        w.member("through", through)
        w.member("words", words)
    }
}

extension ReceiptNotice: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            instrument: try r.required("instrument"),
            matter: try r.required("matter"),
            words: try r.optional("words")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("instrument", instrument)
        w.member("matter", matter)
        w.member("words", words)
    }
}

extension ProvisionalApplication: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(instrument: try r.required("instrument"), until: try r.optional("until"))
    }

    package func write(fields w: inout JSONWriter) {
        w.member("instrument", instrument)
        w.member("until", until)
    }
}

extension Denunciation: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(instrument: try r.required("instrument"), words: try r.optional("words"))
    }

    package func write(fields w: inout JSONWriter) {
        w.member("instrument", instrument)
        w.member("words", words)
    }
}

extension Performance: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            who: try r.required("who"),
            matter: try r.required("matter"),
            instrument: try r.optional("instrument"),
            words: try r.optional("words")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("who", who)
        w.member("matter", matter)
        w.member("instrument", instrument)
        w.member("words", words)
    }
}

extension Decision: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            question: try r.required("question"),
            answer: try r.required("answer"),
            instrument: try r.optional("instrument"),
            votes: try r.optional("votes"),
            words: try r.optional("words")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("question", question)
        w.member("answer", answer)
        w.member("instrument", instrument)
        w.member("votes", votes)
        w.member("words", words)
    }
}

extension RelationStatement: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            relation: try r.required("relation"),
            subject: try r.required("subject"),
            object: try r.required("object"),
            basis: try r.required("basis"),
            clause: try r.optional("clause"),
            scope: try r.list("scope"),
            parties: try r.list("parties"),
            until: try r.optional("until"),
            words: try r.optional("words")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("relation", relation)
        w.member("subject", subject)
        w.member("object", object)
        w.member("basis", basis)
        w.member("clause", clause)
        w.member("scope", scope)
        w.member("parties", parties)
        w.member("until", until)
        w.member("words", words)
    }
}

extension Undertaking: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            instrument: try r.required("instrument"),
            undertaking: try r.required("undertaking"),
            clause: try r.optional("clause"),
            actors: try r.list("actors"),
            modality: try r.required("modality"),
            what: try r.required("what"),
            matter: try r.optional("matter"),
            from: try r.optional("from"),
            until: try r.optional("until"),
            deadline: try r.optional("deadline"),
            exceptions: try r.list("exceptions"),
            certifiedBy: try r.optional("certifiedBy")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("instrument", instrument)
        w.member("undertaking", undertaking)
        w.member("clause", clause)
        w.member("actors", actors)
        w.member("modality", modality)
        w.member("what", what)
        w.member("matter", matter)
        w.member("from", from)
        w.member("until", until)
        w.member("deadline", deadline)
        w.member("exceptions", exceptions)
        w.member("certifiedBy", certifiedBy)
    }
}

extension ConsentKind: WireText {}
extension Answer: WireText {}
extension RelationKind: WireText {}
extension RelationBasis: WireText {}
extension Modality: WireText {}
