package import Ceasefire

extension Event: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        for kind in Name.allCases where try r.hasMember(kind.member) {
            try r.member(kind.member)
            try r.openObject()
            self = try Event(kind, &r)
            try r.closeObject()
            return
        }
        let names = Name.allCases.map(\.rawValue).joined(separator: ", ")
        throw r.fault("no condition: one of at, all, any, atLeast, after, unless, \(names)")
    }

    private enum Name: String, CaseIterable {
        case consent, consents, received, decided, performed, found, objected, inForce

        /// The member that bears the name.
        var member: StaticString {
            switch self {
            case .consent: "consent"
            case .consents: "consents"
            case .received: "received"
            case .decided: "decided"
            case .performed: "performed"
            case .found: "found"
            case .objected: "objected"
            case .inForce: "inForce"
            }
        }
    }

    private enum Sameness: String, WireText { case same, any }

    private init<R: WireReader>(_ name: Name, _ r: inout R) throws(WireFault) {
        switch name {
        case .consent: self = .consent(try r.required("party"), try r.list("kinds"))
        case .consents:
            let parties: [ParticipantID] = try r.list("parties")
            let text: Sameness = try r.required("text")
            self = .consents(parties, sameText: text == .same)
        case .received: self = .received(by: try r.required("by"), try r.required("matter"))
        case .decided:
            self = .decided(by: try r.required("by"), try r.required("question"), try r.required("answer"))
        case .performed:
            self = .performed(
                try r.required("who"), try r.required("matter"), certifiedBy: try r.optional("certifiedBy"))
        case .found: self = .found(by: try r.required("by"), try r.required("matter"))
        case .objected: self = .objected(try r.required("party"))
        case .inForce: self = .inForce(try r.required("instrument"), for: try r.required("party"))
        }
    }

    package func write(fields w: inout JSONWriter) {
        w.object(name.rawValue) { w in
            switch self {
            case .consent(let party, let kinds):
                w.member("party", party)
                w.member("kinds", kinds)
            case .consents(let parties, let sameText):
                w.member("parties", parties)
                w.member("text", sameText ? Sameness.same : Sameness.any)
            case .received(let body, let matter), .found(let body, let matter):
                w.member("by", body)
                w.member("matter", matter)
            case .decided(let body, let question, let answer):
                w.member("by", body)
                w.member("question", question)
                w.member("answer", answer)
            case .performed(let who, let matter, let certifier):
                w.member("who", who)
                w.member("matter", matter)
                w.member("certifiedBy", certifier)
            case .objected(let party): w.member("party", party)
            case .inForce(let instrument, let party):
                w.member("instrument", instrument)
                w.member("party", party)
            }
        }
    }

    private var name: Name {
        switch self {
        case .consent: .consent
        case .consents: .consents
        case .received: .received
        case .decided: .decided
        case .performed: .performed
        case .found: .found
        case .objected: .objected
        case .inForce: .inForce
        }
    }
}

extension JSONWriter {
    /// A member whose value is an object.
    mutating func object(_ name: String, _ fields: (inout JSONWriter) -> Void) {
        self.name(name)
        openObject()
        fields(&self)
        closeObject()
    }
}
