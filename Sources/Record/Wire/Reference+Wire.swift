package import Ceasefire

// The wire format of the stage `Reference`: members in this order, absent where empty.

extension ReferenceAct {
    /// Reads the body of the act called `name`; `nil` if this stage has no such act.
    package init?<R: WireReader>(named name: String, from r: inout R) throws(WireFault) {
        switch name {
        case "account.stated": self = .accounted(try r.value())
        case "issue.settled": self = .settled(try r.value())
        case "entry.corrected": self = .corrected(try r.value())
        case "entry.withdrawn": self = .withdrawn(try r.value())
        case "dataset.attached": self = .dataSetAttached(try r.value())
        case "rules.adopted": self = .rulesAdopted(try r.value())
        case "sealed.opened": self = .unsealed(try r.value())
        case "sealed.destroyed": self = .destroyed(try r.value())
        default: return nil
        }
    }

    package func write(to w: inout JSONWriter) {
        switch self {
        case .accounted(let body): body.write(to: &w)
        case .settled(let body): body.write(to: &w)
        case .corrected(let body): body.write(to: &w)
        case .withdrawn(let body): body.write(to: &w)
        case .dataSetAttached(let body): body.write(to: &w)
        case .rulesAdopted(let body): body.write(to: &w)
        case .unsealed(let body): body.write(to: &w)
        case .destroyed(let body): body.write(to: &w)
        }
    }
}

extension Account: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            issue: try r.optional("issue"),
            question: try r.optional("question"),
            alternative: try r.optional("alternative"),
            statement: try r.required("statement"),
            topic: try r.optional("topic"),
            instruments: try r.list("instruments"),
            clause: try r.optional("clause"),
            claims: try r.list("claims")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("issue", issue)
        w.member("question", question)
        w.member("alternative", alternative)
        w.member("statement", statement)
        w.member("topic", topic)
        w.member("instruments", instruments)
        w.member("clause", clause)
        w.member("claims", claims)
    }
}

extension IssueSettlement: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            issue: try r.required("issue"),
            alternative: try r.required("alternative"),
            acceptedBy: try r.list("acceptedBy"),
            words: try r.optional("words")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("issue", issue)
        w.member("alternative", alternative)
        w.member("acceptedBy", acceptedBy)
        w.member("words", words)
    }
}

extension Correction: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            entry: try r.required("entry"),
            claim: try r.required("claim"),
            reason: try r.optional("reason")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("entry", entry)
        w.member("claim", claim)
        w.member("reason", reason)
    }
}

extension Withdrawal: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(entry: try r.required("entry"), reason: try r.optional("reason"))
    }

    package func write(fields w: inout JSONWriter) {
        w.member("entry", entry)
        w.member("reason", reason)
    }
}

extension DataSet: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            dataset: try r.required("dataset"),
            title: try r.required("title"),
            format: try r.required("format"),
            version: try r.optional("version"),
            licence: try r.optional("licence"),
            digest: try r.required("digest")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("dataset", dataset)
        w.member("title", title)
        w.member("format", format)
        w.member("version", version)
        w.member("licence", licence)
        w.member("digest", digest)
    }
}

extension RulesAdoption: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(version: try r.required("version"))
    }

    package func write(fields w: inout JSONWriter) {
        w.member("version", version)
    }
}

extension Topic: WireText {}
