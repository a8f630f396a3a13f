internal import Ceasefire
internal import Record

/// Reads one act of a history.
struct ActReader {
    let header: HeaderReader
    let home: UTCOffset
    let number: Int
    let file: String
    /// When the act before this one was received.
    let previous: Instant?
    /// The act's name, once it is known.
    private(set) var name = "unnamed"
    private(set) var slips: [YAMLSlip] = []

    init(header: HeaderReader, home: UTCOffset, number: Int, file: String, previous: Instant?) {
        self.header = header
        self.home = home
        self.number = number
        self.file = file
        self.previous = previous
    }

    mutating func read(_ value: YAMLValue, _ form: inout WireForm) -> HistoryAct? {
        let draft: ActDraft
        do throws(YAMLSlip) {
            draft = try ActDraft(value, members: ActDraft.members, slips: &slips)
            name = draft.name
            guard ActNames.all.contains(name) else { throw form.unknownAct(name, draft.line) }
        } catch {
            slips.append(error)
            return nil
        }
        let clock = draft.clock(zones: header.zones, slips: &slips)
        let (body, generatesKey) = generatingKey(draft)
        form.slips = []
        let wire = form.body(body, of: name)
        slips.append(contentsOf: form.slips)
        var reader = YAMLReader(
            wire, clock: clock ?? Clock(), zones: header.zones, home: home)
        let decoded = decode(&reader)
        slips.append(contentsOf: reader.slips)
        let manner = manner(of: draft, clock)
        let label = draft.beside["label"]?.text
        if let label, let mark = draft.beside["label"]?.mark {
            if let earlier = form.labels[label] {
                slip(
                    mark.line, "act \(earlier) has the label “\(label)” already",
                    "Give each label to one act.")
            } else {
                form.labels[label] = number
            }
        }
        guard let decoded, let manner, slips.isEmpty else { return nil }
        return HistoryAct(
            number: number, file: file, line: draft.line, label: label, by: manner.by, actor: manner.actor,
            onBehalfOf: manner.onBehalfOf, occurred: manner.occurred, source: manner.source,
            language: draft.beside["language"]?.text ?? header.header?.language, received: manner.received,
            generatesKey: generatesKey, act: decoded)
    }

    private mutating func slip(_ line: Int, _ what: String, _ remedy: String) {
        slips.append(YAMLSlip(line: line, what: what, remedy: remedy))
    }

    private mutating func decode(_ reader: inout YAMLReader) -> Act? {
        do throws(WireFault) {
            return try Act(named: name, from: &reader)
        } catch {
            slips.append(YAMLSlip(error, suggestion: reader.suggestion))
            return nil
        }
    }

    // MARK: Keys

    /// `key: generated` holds the place of a key that is made when the history is played, and `key: current` that of
    /// the id of one that was made before.
    private mutating func generatingKey(_ draft: ActDraft) -> (YAMLValue, Bool) {
        if name == "key.compromised", let key = draft.body["key"], key.text == "current",
            var members = draft.body.members
        {
            for position in members.indices where members[position].name == "key" {
                members[position].value = YAMLValue(.scalar(WireForm.noDigest), key.mark)
            }
            return (YAMLValue(.object(members), draft.body.mark), true)
        }
        guard name == "person.accredited" || name == "key.replaced", let key = draft.body["key"],
            var members = draft.body.members
        else { return (draft.body, false) }
        guard key.text == "generated" else { return (draft.body, false) }
        if header.header?.isExercise == false {
            slip(
                key.mark.line, "a key is generated in a history that is no exercise",
                "Leave “key” out: nobody's key is invented.")
        }
        let empty = [("algorithm", KeyAlgorithm.ed25519.rawValue), ("spki", "-")].map { name, text in
            YAMLValue.Member(name: name, mark: key.mark, value: YAMLValue(.scalar(text), key.mark))
        }
        for position in members.indices where members[position].name == "key" {
            members[position].value = YAMLValue(.object(empty), key.mark)
        }
        return (YAMLValue(.object(members), draft.body.mark), true)
    }

    // MARK: Beside the act

    private struct Manner {
        var by: ParticipantID?
        var actor: ParticipantID?
        var onBehalfOf: ParticipantID?
        var occurred: Moment?
        var source: Source?
        var received: Instant?
    }

    /// Who did it, when, and where that is read; attested, or performed in an exercise.
    private mutating func manner(of draft: ActDraft, _ clock: Clock?) -> Manner? {
        let before = slips.count
        var manner = Manner()
        manner.by = value(draft.beside["by"])
        manner.actor = value(draft.beside["actor"])
        manner.onBehalfOf = value(draft.beside["for"])
        if let occurred = draft.occurred(by: clock) { manner.occurred = value(occurred) }
        manner.source = source(draft.beside["source"])
        manner.received = received(draft, clock)
        let isExercise = header.header?.isExercise ?? false
        if !isExercise {
            for name in ["by", "received"] {
                guard let member = draft.beside[name] else { continue }
                slip(
                    member.mark.line, "“\(name)” stands in a history that is no exercise",
                    "Leave it out: the recorder attests every act.")
            }
        }
        let isPerformed =
            isExercise && draft.beside["by"] != nil && draft.beside["when"] == nil
            && draft.beside["actor"] == nil
        if !isPerformed {
            if draft.beside["when"] == nil {
                slip(
                    draft.line, "nothing says when this happened",
                    isExercise
                        ? "Add “when:” with “source:”, or “by:” with who performs it."
                        : "Add “when:” with a date.")
            }
            if draft.beside["source"] == nil {
                slip(
                    draft.line, "nothing says where this is written",
                    "Add “source:” with one of \(header.sources.keys.sorted().joined(separator: ", ")).")
            }
            if isExercise, manner.by == nil, header.hasRecorder == false {
                slip(
                    draft.line, "nobody attests this",
                    "Add “by:”, or a “recorder” to the header.")
            }
        }
        return slips.count == before ? manner : nil
    }

    private mutating func value<V: WireValue>(_ value: YAMLValue?) -> V? {
        guard let value else { return nil }
        var reader = YAMLReader(value, clock: Clock(), zones: header.zones, home: home)
        defer { slips.append(contentsOf: reader.slips) }
        do throws(WireFault) {
            return try V(from: &reader)
        } catch {
            slips.append(YAMLSlip(error, suggestion: reader.suggestion))
            return nil
        }
    }

    private mutating func source(_ value: YAMLValue?) -> Source? {
        guard let value else { return nil }
        guard let key = value.text ?? value["key"]?.text else {
            slip(
                value.mark.line, "a source is named by its key, not by \(value.kind)",
                "Write “source: S” or “source: {key: S, locator: …}”.")
            return nil
        }
        guard var source = header.sources[key] else {
            slip(
                (value["key"] ?? value).mark.line, "there is no source “\(key)”",
                Spelling.remedy(for: key, among: header.sources.keys.sorted()))
            return nil
        }
        for member in value.members ?? [] {
            switch member.name {
            case "key": continue
            case "locator":
                guard let locator = member.value.text else { continue }
                source.locator = source.locator.map { "\($0), \(locator)" } ?? locator
            case "published": source.published = self.value(member.value)
            default:
                slip(
                    member.mark.line, "the member “\(member.name)” is unknown in a source",
                    Spelling.remedy(for: member.name, among: ["key", "locator", "published"]))
            }
        }
        return source
    }

    /// What the log's clock shows; a second after the act before, where nothing is said.
    private mutating func received(_ draft: ActDraft, _ clock: Clock?) -> Instant? {
        guard header.header?.isExercise == true else { return nil }
        guard let member = draft.beside["received"] else {
            guard let previous else {
                slip(
                    draft.line, "nothing says when the first act is received",
                    "Add “received:” with date and time.")
                return nil
            }
            return previous.advanced(seconds: 1)
        }
        guard let moment: Moment = value(member) else { return nil }
        guard moment.isPrecise else {
            slip(
                member.mark.line, "“\(moment.edtf)” is no time that a clock shows",
                "Write date and time, such as 2031-04-02T09:00.")
            return nil
        }
        if let previous, moment.earliest < previous {
            slip(
                member.mark.line, "it is received before the act that stands before it",
                "Order the acts by the time at which they are received.")
        }
        return moment.earliest
    }
}

extension YAMLSlip {
    /// A fault of the wire format, in the words of a person who writes YAML.
    init(_ fault: WireFault, suggestion: String?) {
        if case .line(let line, _) = fault.place { self.line = line } else { line = 1 }
        what =
            fault.path.isEmpty || !fault.path.contains(where: { ".[".contains($0) })
            ? fault.what : "\(fault.path): \(fault.what)"
        remedy = suggestion ?? YAMLSlip.remedy(for: fault.what)
    }

    private static func remedy(for what: String) -> String {
        if let words = what.firstRange(of: " is not one of "), let first = what.firstIndex(of: "“"),
            let last = what.firstIndex(of: "”")
        {
            let known = what[words.upperBound...].split(separator: ",").map { $0.trimmingPrefix(" ") }.map(
                String.init)
            let word = String(what[what.index(after: first)..<last])
            return Spelling.nearest(to: word, among: known).map { "Did you mean “\($0)”?" }
                ?? "Write one of these words."
        }
        if what.contains(" is missing") {
            return "Add it; docs/history-format.md has the members of each act."
        }
        if what.contains(" has no value") { return "Give it one, or leave it out." }
        if what.contains(" is no date ") || what.contains("the span ") {
            return "Write a date as precisely as it is known, a span as 1994-05-04/1994-05-05."
        }
        if what.contains("zone “") {
            return
                "Write it as in the time zone database, such as Asia/Baku, or list it under “zones” in the header."
        }
        if what.contains(" is left out, not written") { return "Leave it out." }
        return "docs/history-format.md shows how it is written."
    }
}
