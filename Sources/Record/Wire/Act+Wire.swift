package import Ceasefire

extension Act {
    /// Reads the body of the act called `name`; `nil` if these rules know no such act.
    package init?<R: WireReader>(named name: String, from r: inout R) throws(WireFault) {
        // The stages first of whose acts a record has most.
        if let act = try MonitoringAct(named: name, from: &r) {
            self = .monitoring(act)
        } else if let act = try ReferenceAct(named: name, from: &r) {
            self = .reference(act)
        } else if let act = try ParticipationAct(named: name, from: &r) {
            self = .participation(act)
        } else if let act = try TextAct(named: name, from: &r) {
            self = .text(act)
        } else if let act = try SigningAct(named: name, from: &r) {
            self = .signing(act)
        } else if let act = try EffectAct(named: name, from: &r) {
            self = .effect(act)
        } else {
            return nil
        }
    }

    /// The member under which an act stands: its body, or the commitment to it.
    var member: String { if case .sealed = self { "sealed" } else { "body" } }

    package func write(to w: inout JSONWriter) {
        switch self {
        case .participation(let act): act.write(to: &w)
        case .text(let act): act.write(to: &w)
        case .signing(let act): act.write(to: &w)
        case .effect(let act): act.write(to: &w)
        case .monitoring(let act): act.write(to: &w)
        case .reference(let act): act.write(to: &w)
        case .sealed(let act): act.commitment.write(to: &w)
        }
    }
}
