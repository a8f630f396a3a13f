package import Ceasefire

// The wire format of the stage `Monitoring`: members in this order, absent where empty.

extension MonitoringAct {
    /// Reads the body of the act called `name`; `nil` if this stage has no such act.
    package init?<R: WireReader>(named name: String, from r: inout R) throws(WireFault) {
        switch name {
        case "finding.made": self = .found(try r.value())
        default: return nil
        }
    }

    package func write(to w: inout JSONWriter) {
        switch self {
        case .found(let body): body.write(to: &w)
        }
    }
}

extension Finding: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            finding: try r.required("finding"),
            instrument: try r.optional("instrument"),
            clause: try r.optional("clause"),
            facts: try r.required("facts"),
            classification: try r.optional("classification"),
            attribution: try r.list("attribution"),
            standard: try r.required("standard")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("finding", finding)
        w.member("instrument", instrument)
        w.member("clause", clause)
        w.member("facts", facts)
        w.member("classification", classification)
        w.member("attribution", attribution)
        w.member("standard", standard)
    }
}

extension Classification: WireText {}
extension ProofStandard: WireText {}
