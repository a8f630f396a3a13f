package import Ceasefire

// The wire format of the stage `Signing`: members in this order, absent where empty.

extension SigningAct {
    /// Reads the body of the act called `name`; `nil` if this stage has no such act.
    package init?<R: WireReader>(named name: String, from r: inout R) throws(WireFault) {
        switch name {
        case "signing.opened": self = .opened(try r.value())
        case "line.proposed": self = .lineProposed(try r.value())
        case "line.objected": self = .lineObjected(try r.value())
        case "copy.made": self = .copied(try r.value())
        case "name.inscribed": self = .inscribed(try r.value())
        case "initials.affixed": self = .initialled(try r.value())
        case "signature.affixed": self = .signed(try r.value())
        case "signature.confirmed": self = .confirmed(try r.value())
        case "signature.refused": self = .refused(try r.value())
        case "signature.withdrawn": self = .withdrawn(try r.value())
        case "declaration.made": self = .declared(try r.value())
        case "objection.raised": self = .objected(try r.value())
        case "copy.transmitted": self = .transmitted(try r.value())
        case "copies.certified": self = .certified(try r.value())
        default: return nil
        }
    }

    package func write(to w: inout JSONWriter) {
        switch self {
        case .opened(let body): body.write(to: &w)
        case .lineProposed(let body): body.write(to: &w)
        case .lineObjected(let body): body.write(to: &w)
        case .copied(let body): body.write(to: &w)
        case .inscribed(let body): body.write(to: &w)
        case .initialled(let body): body.write(to: &w)
        case .signed(let body): body.write(to: &w)
        case .confirmed(let body): body.write(to: &w)
        case .refused(let body): body.write(to: &w)
        case .withdrawn(let body): body.write(to: &w)
        case .declared(let body): body.write(to: &w)
        case .objected(let body): body.write(to: &w)
        case .transmitted(let body): body.write(to: &w)
        case .certified(let body): body.write(to: &w)
        }
    }
}

extension Line: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            line: try r.required("line"),
            role: try r.required("role"),
            party: try r.optional("party"),
            capacity: try r.optional("capacity"),
            name: try r.optional("name")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("line", line)
        w.member("role", role)
        w.member("party", party)
        w.member("capacity", capacity)
        w.member("name", name)
    }
}

extension SigningOpening: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            instrument: try r.required("instrument"),
            mode: try r.required("mode"),
            lines: try r.list("lines"),
            languages: try r.list("languages"),
            until: try r.optional("until")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("instrument", instrument)
        w.member("mode", mode)
        w.member("lines", lines)
        w.member("languages", languages)
        w.member("until", until)
    }
}

extension LineProposal: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            instrument: try r.required("instrument"),
            line: try r.required("line"),
            demandedBy: try r.list("demandedBy")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("instrument", instrument)
        w.member("line", line)
        w.member("demandedBy", demandedBy)
    }
}

extension LineObjection: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            instrument: try r.required("instrument"),
            line: try r.required("line"),
            ground: try r.optional("ground")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("instrument", instrument)
        w.member("line", line)
        w.member("ground", ground)
    }
}

extension CopyMaking: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            instrument: try r.required("instrument"),
            copy: try r.required("copy"),
            kind: try r.required("kind"),
            texts: try r.list("texts"),
            of: try r.optional("of"),
            place: try r.optional("place")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("instrument", instrument)
        w.member("copy", copy)
        w.member("kind", kind)
        w.member("texts", texts)
        w.member("of", of)
        w.member("place", place)
    }
}

extension Inscription: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            instrument: try r.required("instrument"),
            line: try r.required("line"),
            name: try r.required("name"),
            hand: try r.required("hand"),
            copy: try r.optional("copy")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("instrument", instrument)
        w.member("line", line)
        w.member("name", name)
        w.member("hand", hand)
        w.member("copy", copy)
    }
}

extension Initialling: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            instrument: try r.required("instrument"),
            line: try r.optional("line"),
            copy: try r.optional("copy"),
            text: try r.optional("text")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("instrument", instrument)
        w.member("line", line)
        w.member("copy", copy)
        w.member("text", text)
    }
}

extension Signature: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            instrument: try r.required("instrument"),
            line: try r.optional("line"),
            copy: try r.optional("copy"),
            text: try r.optional("text"),
            medium: try r.required("medium"),
            scan: try r.optional("scan"),
            adReferendum: try r.flag("adReferendum")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("instrument", instrument)
        w.member("line", line)
        w.member("copy", copy)
        w.member("text", text)
        w.member("medium", medium)
        w.member("scan", scan)
        w.member("adReferendum", adReferendum)
    }
}

extension SignatureConfirmation: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(instrument: try r.required("instrument"), line: try r.optional("line"))
    }

    package func write(fields w: inout JSONWriter) {
        w.member("instrument", instrument)
        w.member("line", line)
    }
}

extension SignatureRefusal: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            instrument: try r.required("instrument"),
            line: try r.optional("line"),
            reason: try r.optional("reason")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("instrument", instrument)
        w.member("line", line)
        w.member("reason", reason)
    }
}

extension SignatureWithdrawal: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            instrument: try r.required("instrument"),
            line: try r.optional("line"),
            reason: try r.optional("reason")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("instrument", instrument)
        w.member("line", line)
        w.member("reason", reason)
    }
}

extension Declaration: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            instrument: try r.required("instrument"),
            kind: try r.required("kind"),
            clauses: try r.list("clauses"),
            words: try r.required("words")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("instrument", instrument)
        w.member("kind", kind)
        w.member("clauses", clauses)
        w.member("words", words)
    }
}

extension Objection: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            instrument: try r.required("instrument"),
            to: try r.list("to"),
            words: try r.optional("words")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("instrument", instrument)
        w.member("to", to)
        w.member("words", words)
    }
}

extension Transmission: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            instrument: try r.required("instrument"),
            copy: try r.required("copy"),
            to: try r.optional("to"),
            place: try r.optional("place"),
            means: try r.optional("means")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("instrument", instrument)
        w.member("copy", copy)
        w.member("to", to)
        w.member("place", place)
        w.member("means", means)
    }
}

extension CopiesCertification: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(instrument: try r.required("instrument"), copies: try r.list("copies"))
    }

    package func write(fields w: inout JSONWriter) {
        w.member("instrument", instrument)
        w.member("copies", copies)
    }
}

extension SigningMode: WireText {}
extension CopyKind: WireText {}
extension Medium: WireText {}
extension DeclarationKind: WireText {}
