package import Ceasefire

// What stands in the place of a sealed body, and what opens it.

extension Act {
    /// Reads `sealed`; `nil` where a body comes next. The acts that a claim holds are never sealed.
    init?<R: WireReader>(sealed name: String, _ r: inout R) throws(WireFault) {
        guard try r.hasMember("sealed") else { return nil }
        let commitment: TextDigest = try r.required("sealed")
        guard SealedAct.kinds.contains(name) else {
            let kinds = SealedAct.kinds.sorted().joined(separator: ", ")
            throw r.fault("the act “\(name)” cannot be sealed; \(kinds) can")
        }
        self = .sealed(SealedAct(kind: name, commitment: commitment))
    }
}

extension Salt: WireValue {
    package init<R: WireReader>(from r: inout R) throws(WireFault) {
        let text = try r.string()
        guard let digits = TextDigest(hex: text), let salt = Salt(digits.bytes) else {
            throw r.fault("“\(text)” is no salt: 64 digits of 0–9a–f")
        }
        self = salt
    }

    // A salt has as many bytes as a digest, and is written like one.
    package func write(to w: inout JSONWriter) { w.string(TextDigest(bytes: bytes)?.hex ?? "") }
}

extension SealOpening: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(entry: try r.required("entry"), salt: try r.required("salt"), act: try Act(statedBy: &r))
    }

    package func write(fields w: inout JSONWriter) {
        w.member("entry", entry)
        w.member("salt", salt)
        act.write(fields: &w)
    }
}

extension SealDestruction: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(entry: try r.required("entry"), reason: try r.optional("reason"))
    }

    package func write(fields w: inout JSONWriter) {
        w.member("entry", entry)
        w.member("reason", reason)
    }
}
