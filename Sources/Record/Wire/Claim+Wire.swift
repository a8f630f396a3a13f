package import Ceasefire

extension Claim: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            actor: try r.optional("actor"),
            onBehalfOf: try r.optional("onBehalfOf"),
            occurred: try r.optional("occurred"),
            act: try Act(statedBy: &r)
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("actor", actor)
        w.member("onBehalfOf", onBehalfOf)
        w.member("occurred", occurred)
        act.write(fields: &w)
    }
}

extension Act {
    /// The version in which all acts of these rules are written.
    package static let version = 1

    /// Reads `act`, `version` and `body`, which stand together.
    init<R: WireReader>(statedBy r: inout R) throws(WireFault) {
        let name: String = try r.required("act")
        let named = r.spot
        try Act.checkVersion(&r)
        self = try Act(bodyOf: name, named, &r)
    }

    static func checkVersion<R: WireReader>(_ r: inout R) throws(WireFault) {
        let version: Int = try r.required("version")
        guard version == Act.version else {
            throw r.fault("version \(version) of the act is unknown here").with(kind: .unknownVersion)
        }
    }

    /// Reads `body`.
    /// - Parameter named: where the name stands.
    init<R: WireReader>(bodyOf name: String, _ named: R.Spot, _ r: inout R) throws(WireFault) {
        try r.member("body")
        guard let act = try Act(named: name, from: &r) else {
            throw r.fault("the act “\(name)” is unknown here", at: named).with(kind: .unknownAct)
        }
        self = act
    }

    func write(fields w: inout JSONWriter) {
        w.member("act", name)
        w.member("version", Act.version)
        w.name(member)
        write(to: &w)
    }
}
