internal import Ceasefire
internal import Record

/// One element of a file of acts: the act's name, its body, and what stands beside it.
struct ActDraft {
    /// What may stand beside an act.
    static let members = [
        "actor", "for", "when", "at", "zone", "offset", "source", "language", "label", "by", "received",
    ]
    static let claimMembers = ["actor", "for", "when", "at", "zone", "offset"]

    var name: String
    var line: Int
    var body: YAMLValue
    var beside: [String: YAMLValue] = [:]

    /// - Parameter slips: what is wrong with the members beside the act.
    init(_ value: YAMLValue, members allowed: [String], slips: inout [YAMLSlip]) throws(YAMLSlip) {
        guard let members = value.members else {
            throw YAMLSlip(
                line: value.mark.line, what: "expected an act, found \(value.kind)",
                remedy: "Write “- signature.affixed: {…}” with its other members below it.")
        }
        let acts = members.filter { !allowed.contains($0.name) }
        guard let act = acts.first(where: { $0.name.contains(".") }) ?? acts.first else {
            throw YAMLSlip(
                line: value.mark.line, what: "no act is named here",
                remedy: "Begin with the name of the act, such as “signature.affixed:”.")
        }
        name = act.name
        line = act.mark.line
        body = act.value
        if case .empty = body.content { body = YAMLValue(.object([]), act.mark) }
        for member in members where member.name != name {
            if allowed.contains(member.name) {
                if case .empty = member.value.content {
                    slips.append(
                        YAMLSlip(
                            line: member.mark.line, what: "the member “\(member.name)” has no value",
                            remedy: "Give it one, or leave it out."))
                } else {
                    beside[member.name] = member.value
                }
            } else if ActNames.all.contains(member.name) {
                slips.append(
                    YAMLSlip(
                        line: member.mark.line, what: "two acts stand together, \(name) and \(member.name)",
                        remedy: "Begin each with “- ”."))
            } else {
                slips.append(
                    YAMLSlip(
                        line: member.mark.line, what: "the member “\(member.name)” is unknown beside an act",
                        remedy: Spelling.remedy(for: member.name, among: allowed)))
            }
        }
    }

    /// The clock by which the dates of this act are read, as far as it says.
    func clock(zones: Zones, slips: inout [YAMLSlip]) -> Clock? {
        var clock = Clock()
        if let offset = beside["offset"] {
            clock.offset = offset.text.flatMap { UTCOffset($0) }
            if clock.offset == nil {
                slips.append(
                    YAMLSlip(
                        line: offset.mark.line, what: "\(offset.kind) is no offset",
                        remedy: "Write it such as offset: \"+04:00\"."))
            }
        }
        clock.zone = beside["zone"]?.text ?? beside["at"]?.text.flatMap { zones.zone(ofPlace: $0) }
        return clock == Clock() ? nil : clock
    }

    /// `when` and `at` as the wire has them; `nil` where nobody said when.
    func occurred(by clock: Clock?) -> YAMLValue? {
        guard let when = beside["when"] else { return nil }
        var members = when.members ?? [YAMLValue.Member(name: "edtf", mark: when.mark, value: when)]
        func add(_ name: String, _ value: YAMLValue?) {
            guard let value, !members.contains(where: { $0.name == name }) else { return }
            members.append(YAMLValue.Member(name: name, mark: value.mark, value: value))
        }
        add("offset", beside["offset"])
        add("zone", clock?.zone.map { YAMLValue(.scalar($0), (beside["zone"] ?? when).mark) })
        add("place", beside["at"])
        return YAMLValue(.object(members), when.mark, clock: clock)
    }
}
