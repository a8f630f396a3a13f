internal import Ceasefire
internal import Record

/// What `history.yaml` says, with what is wrong in it.
struct HeaderReader {
    static let members = [
        "title", "origin", "exercise", "home", "language", "keeper", "recorder", "founders", "audience",
        "quotas", "predecessor",
        "sources", "zones", "acts",
    ]

    /// `nil` where a part that must be there is wrong.
    private(set) var header: HistoryHeader?
    private(set) var sources: [String: Source] = [:]
    private(set) var zones = Zones()
    private(set) var hasRecorder = false
    /// The files with acts, each with the line that names it.
    private(set) var files: [(file: String, line: Int)] = []
    private(set) var slips: [YAMLSlip] = []
    private var home = UTCOffset.utc

    static func read(_ value: YAMLValue) -> HeaderReader {
        var reader = HeaderReader()
        reader.read(value)
        return reader
    }

    private mutating func slip(_ value: YAMLValue, _ what: String, _ remedy: String) {
        slips.append(YAMLSlip(line: value.mark.line, what: what, remedy: remedy))
    }

    private mutating func read(_ value: YAMLValue) {
        guard let members = value.members else {
            return slip(value, "expected the header's members, found \(value.kind)", "Begin with “title:”.")
        }
        for member in members where !HeaderReader.members.contains(member.name) {
            slips.append(
                YAMLSlip(
                    line: member.mark.line, what: "the member “\(member.name)” is unknown in the header",
                    remedy: Spelling.remedy(for: member.name, among: HeaderReader.members)))
        }
        let title: String? = required("title", in: value)
        let origin: String? = required("origin", in: value)
        let isExercise = exercise(value["exercise"])
        let home: HomeZone? = required("home", in: value)
        self.home = home?.offset ?? .utc
        readZones(value["zones"])
        readSources(value["sources"])
        readFiles(value)
        let keeper = officer("keeper", in: value)
        let recorder = officer("recorder", in: value)
        hasRecorder = recorder != nil
        if !isExercise, value["recorder"] == nil {
            slip(
                value, "the header names no recorder",
                "Add “recorder: {id: …, name: …}”: somebody attests the acts.")
        }
        if value["keeper"] == nil {
            slip(value, "the header names no keeper", "Add “keeper: {id: …, name: …}”.")
        }
        if let keeper, keeper.id == recorder?.id {
            slip(
                value["recorder"] ?? value, "keeper and recorder are both “\(keeper.id)”",
                "Give them two ids: they have two keys.")
        }
        let founders = founders(value["founders"], isExercise)
        let audience: [ParticipantID] = list("audience", in: value)
        let quotas: [Quota] = list("quotas", in: value)
        let predecessor: Predecessor? = optional(value["predecessor"])
        let language: String? = optional(value["language"])
        guard let title, let origin, let home, let keeper else { return }
        header = HistoryHeader(
            title: title, origin: origin, isExercise: isExercise, home: home, language: language,
            keeper: keeper,
            recorder: recorder, founders: founders, audience: audience, quotas: quotas,
            predecessor: predecessor, sources: sources,
            files: files.map(\.file))
    }

    // MARK: Values

    private mutating func optional<V: WireValue>(_ value: YAMLValue?) -> V? {
        guard let value else { return nil }
        var reader = YAMLReader(value, clock: Clock(), zones: zones, home: home)
        defer { slips.append(contentsOf: reader.slips) }
        do throws(WireFault) {
            return try V(from: &reader)
        } catch {
            slips.append(YAMLSlip(error, suggestion: reader.suggestion))
            return nil
        }
    }

    private mutating func required<V: WireValue>(_ name: String, in value: YAMLValue) -> V? {
        if let member = value[name] { return optional(member) }
        // A misspelt member is reported as such; it need not be reported as missing too.
        let unknown = (value.members ?? []).map(\.name).filter { !HeaderReader.members.contains($0) }
        if Spelling.nearest(to: name, among: unknown) == nil {
            slip(value, "the member “\(name)” is missing", "Add it.")
        }
        return nil
    }

    private mutating func list<V: WireValue>(_ name: String, in value: YAMLValue) -> [V] {
        guard let member = value[name] else { return [] }
        guard let elements = member.elements else {
            slip(member, "expected a list such as [a, b], found \(member.kind)", "Write it in brackets.")
            return []
        }
        var values: [V] = []
        for element in elements { if let value: V = optional(element) { values.append(value) } }
        return values
    }

    private mutating func exercise(_ value: YAMLValue?) -> Bool {
        switch value?.text {
        case nil where value == nil: return false
        case "true": return true
        case "false": return false
        default:
            if let value {
                slip(
                    value, "“exercise” is true or false, not \(value.kind)",
                    "Write exercise: true or exercise: false.")
            }
            return false
        }
    }

    private mutating func officer(_ name: String, in value: YAMLValue) -> HistoryOfficer? {
        guard let member = value[name] else { return nil }
        known(["id", "name"], in: member, name)
        guard let id: ParticipantID = optional(member["id"]), let text: String = optional(member["name"])
        else {
            if member["id"] == nil || member["name"] == nil {
                slip(member, "“\(name)” needs an id and a name", "Write “\(name): {id: …, name: …}”.")
            }
            return nil
        }
        return HistoryOfficer(id: id, name: text)
    }

    private mutating func known(_ names: [String], in value: YAMLValue, _ place: String) {
        for member in value.members ?? [] where !names.contains(member.name) {
            slips.append(
                YAMLSlip(
                    line: member.mark.line, what: "the member “\(member.name)” is unknown in “\(place)”",
                    remedy: Spelling.remedy(for: member.name, among: names)))
        }
    }

    // MARK: Tables

    private mutating func readFiles(_ value: YAMLValue) {
        guard let acts = value["acts"], let elements = acts.elements else {
            return slip(
                value["acts"] ?? value, "the header names no files with acts",
                "Add “acts:” with a list of files.")
        }
        for element in elements {
            if let file = element.text {
                files.append((file, element.mark.line))
            } else {
                slip(
                    element, "expected the name of a file, found \(element.kind)",
                    "Write one such as acts/1994.yaml.")
            }
        }
    }

    private mutating func readSources(_ value: YAMLValue?) {
        for member in value?.members ?? [] {
            if let source: Source = optional(member.value) { sources[member.name] = source }
        }
    }

    private mutating func readZones(_ value: YAMLValue?) {
        for member in value?.members ?? [] {
            var zone = Zones.Zone()
            known(["places", "offset", "offsets"], in: member.value, member.name)
            for place in member.value["places"]?.elements ?? [] {
                if let id: PlaceID = optional(place) { zone.places.append(id.text) }
            }
            if let offset: UTCOffset = optional(member.value["offset"]) { zone.offsets = [(nil, offset)] }
            for step in member.value["offsets"]?.elements ?? [] {
                known(["from", "offset"], in: step, member.name)
                guard let from = step["from"], let offset: UTCOffset = optional(step["offset"]),
                    let moment: Moment = optional(from)
                else {
                    slip(
                        step, "a change of clocks needs a day and an offset",
                        "Write {from: 1994-03-27, offset: \"+04:00\"}.")
                    continue
                }
                let day = CivilTime(moment.earliest, at: home)
                if let last = zone.offsets.last?.from, last.instant(at: .utc) >= day.instant(at: .utc) {
                    slip(step, "the changes of clocks are not in order", "Write the earlier day first.")
                }
                zone.offsets.append((day, offset))
            }
            zones.table[member.name] = zone
        }
    }

    private mutating func founders(_ value: YAMLValue?, _ isExercise: Bool) -> [HistoryFounder] {
        guard let value else { return [] }
        if !isExercise {
            slip(
                value, "founders stand in a history that is no exercise",
                "List the parties by “party.listed”: nobody's key is invented.")
        }
        var founders: [HistoryFounder] = []
        for element in value.elements ?? [] {
            known(["participant", "kind", "role", "names", "keys", "recovery"], in: element, "founders")
            guard let participant: ParticipantID = required("participant", in: element),
                let kind: PartyKind = required("kind", in: element),
                let role: Role = required("role", in: element)
            else { continue }
            let keys: Int? = optional(element["keys"])
            if let keys, !(1...16).contains(keys) {
                slip(element, "\(participant) gets \(keys) keys", "Give it from 1 to 16.")
            }
            founders.append(
                HistoryFounder(
                    participant: participant, kind: kind, role: role, names: list("names", in: element),
                    keys: keys ?? 1, recovery: optional(element["recovery"])))
        }
        return founders
    }
}
