internal import Ceasefire
internal import Record

/// Turns the body of an act as a person writes it into the members that the wire has.
///
/// Files become digests, first words of clauses ranges of bytes, labels indices, and claims whole acts. What cannot be
/// turned is noted and stands in for itself, so that reading goes on.
struct WireForm {
    var folder: HistoryFolder
    let zones: Zones
    /// Labels of earlier acts.
    var labels: [String: Int] = [:]
    /// Where the clauses of the texts tabled or altered so far lie.
    private var tables: [String: ClauseTable] = [:]
    var slips: [YAMLSlip] = []

    static let noDigest = String(repeating: "0", count: 64)

    init(folder: HistoryFolder, zones: Zones) {
        self.folder = folder
        self.zones = zones
    }

    mutating func body(_ value: YAMLValue, of act: String) -> YAMLValue {
        guard var members = value.members else { return value }
        let texts = ActNames.texts[act] ?? []
        let files = ActNames.files[act] ?? []
        var clauses: Int?
        for (position, member) in members.enumerated() {
            if texts.contains(member.name) || files.contains(member.name) {
                members[position].value = digests(member.value, isText: texts.contains(member.name))
            }
            switch (act, member.name) {
            case ("text.tabled", "clauses"): clauses = position
            case ("entry.corrected", "entry"), ("entry.withdrawn", "entry"), ("key.compromised", "from"):
                members[position].value = index(member.value)
            case ("account.stated", "claims"):
                guard let elements = member.value.elements else { continue }
                members[position].value.content = .list(elements.map { claim($0) })
            case ("entry.corrected", "claim"): members[position].value = claim(member.value)
            default: continue
            }
        }
        if let clauses, let file = value["text"]?.text {
            members[clauses].value = self.clauses(members[clauses].value, of: file)
        }
        if act == "alteration.proposed" || act == "error.notified" { checkChange(value) }
        return YAMLValue(.object(members), value.mark, clock: value.clock)
    }

    // MARK: Files

    private mutating func digests(_ value: YAMLValue, isText: Bool) -> YAMLValue {
        if let elements = value.elements {
            return YAMLValue(.list(elements.map { digests($0, isText: isText) }), value.mark)
        }
        guard let text = value.text, TextDigest(hex: text) == nil else { return value }
        let digest = attachment(text, isText: isText, value.mark.line)?.digest.hex
        return YAMLValue(.scalar(digest ?? WireForm.noDigest), value.mark)
    }

    private mutating func attachment(_ file: String, isText: Bool, _ line: Int) -> HistoryAttachment? {
        do throws(HistoryFolder.Fault) {
            let attachment = try folder.attachment(file)
            if isText { checkForm(attachment, line) }
            return attachment
        } catch {
            slips.append(YAMLSlip(line: line, what: error.what, remedy: error.remedy))
            return nil
        }
    }

    private mutating func checkForm(_ attachment: HistoryAttachment, _ line: Int) {
        do throws(TextFile.Fault) {
            try TextFile.check(attachment.bytes)
        } catch {
            slips.append(
                YAMLSlip(
                    line: line, what: "\(attachment.file), \(error)",
                    remedy: "A text is UTF-8 in NFC with LF, one of them at the end, and nothing invisible."))
        }
    }

    /// An alteration says which words of which clause it changes: between the two files nothing else may differ.
    private mutating func checkChange(_ value: YAMLValue) {
        guard let from = value["from"]?.text, let result = value["result"]?.text,
            let before = value["before"],
            let words = before.text, let after = value["after"]?.text,
            let clause = value["clause"]?.text.flatMap({ ClauseID($0) }),
            let old = try? folder.attachment(from), let new = try? folder.attachment(result)
        else { return }
        let line = before.mark.line
        do throws(ClauseTable.Fault) {
            let altered = try (tables[from] ?? ClauseTable([])).altering(
                old.bytes, in: clause, words, to: after)
            if altered.text != new.bytes {
                slips.append(
                    YAMLSlip(
                        line: line,
                        what: "“\(words)” replaced by “\(after)” in \(from) does not give \(result)",
                        remedy: "Let the two files differ in these words only."))
            }
            if tables[result] == nil { tables[result] = altered.table }
        } catch .wordsFound(let count) {
            slips.append(
                YAMLSlip(
                    line: line,
                    what: "“\(words)” stands \(count) times in clause \(clause) of \(from), not once",
                    remedy: "Write as many words as make it unique, as they stand in the file."))
        } catch {
            slips.append(
                YAMLSlip(
                    line: value["clause"]?.mark.line ?? line, what: "\(from) has no clause \(clause)",
                    remedy: Spelling.remedy(
                        for: clause.text, among: (tables[from]?.rows ?? []).map(\.clause.text))))
        }
    }

    // MARK: Clauses

    private mutating func clauses(_ value: YAMLValue, of file: String) -> YAMLValue {
        guard let elements = value.elements, !elements.isEmpty else { return value }
        guard let bytes = try? folder.attachment(file).bytes else {
            return YAMLValue(.list(elements.map { wireClause($0, nil) }), value.mark)
        }
        var items: [ClauseList.Item] = []
        for element in elements {
            guard let item = item(element) else {
                return YAMLValue(.list(elements.map { wireClause($0, nil) }), value.mark)
            }
            items.append(item)
        }
        do throws(YAMLSlip) {
            let ranges = try ClauseList(file: file, bytes: bytes).ranges(of: items)
            tables[file] = ClauseTable(
                zip(items, ranges).compactMap { item, range in
                    ClauseID(item.id).map {
                        Clause(
                            id: $0, part: .operative, start: range.start, end: range.end, digest: range.digest
                        )
                    }
                })
            return YAMLValue(.list(zip(elements, ranges).map { wireClause($0, $1) }), value.mark)
        } catch {
            slips.append(error)
            return YAMLValue(.list(elements.map { wireClause($0, nil) }), value.mark)
        }
    }

    private mutating func item(_ value: YAMLValue) -> ClauseList.Item? {
        let id = value["id"]?.text ?? "?"
        if let begins = value["begins"]?.text {
            return ClauseList.Item(id: id, begins: begins, lines: nil, line: value.mark.line)
        }
        if let lines = value["lines"] {
            let ends = (lines.text ?? "").split(separator: "-").map { Int($0) }
            if let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last {
                return ClauseList.Item(id: id, begins: nil, lines: first...last, line: lines.mark.line)
            }
            slips.append(
                YAMLSlip(
                    line: lines.mark.line, what: "\(lines.kind) are no lines",
                    remedy: "Write them such as lines: 3-7."))
            return nil
        }
        slips.append(
            YAMLSlip(
                line: value.mark.line, what: "nothing says where clause \(id) begins",
                remedy: "Add “begins:” with its first words, or “lines: 3-7”."))
        return nil
    }

    private func wireClause(_ value: YAMLValue, _ range: ClauseList.Range?) -> YAMLValue {
        guard var members = value.members else { return value }
        members.removeAll { $0.name == "begins" || $0.name == "lines" }
        func add(_ name: String, _ text: String) {
            guard !members.contains(where: { $0.name == name }) else { return }
            members.append(
                YAMLValue.Member(name: name, mark: value.mark, value: YAMLValue(.scalar(text), value.mark)))
        }
        add("part", "operative")
        add("start", String(range?.start ?? 0))
        add("end", String(range?.end ?? 0))
        add("digest", range?.digest.hex ?? WireForm.noDigest)
        return YAMLValue(.object(members), value.mark)
    }

    // MARK: Labels and claims

    private mutating func index(_ value: YAMLValue) -> YAMLValue {
        guard let label = value.text else { return value }
        if let index = labels[label] { return YAMLValue(.scalar(String(index)), value.mark) }
        slips.append(
            YAMLSlip(
                line: value.mark.line, what: "no act before this one has the label “\(label)”",
                remedy: Spelling.nearest(to: label, among: labels.keys.sorted()).map {
                    "Did you mean “\($0)”?"
                }
                    ?? "Write “label: \(label)” beside the act that is meant."))
        return YAMLValue(.scalar("0"), value.mark)
    }

    private mutating func claim(_ value: YAMLValue) -> YAMLValue {
        do throws(YAMLSlip) {
            let draft = try ActDraft(value, members: ActDraft.claimMembers, slips: &slips)
            guard ActNames.all.contains(draft.name) else { throw unknownAct(draft.name, draft.line) }
            let clock = draft.clock(zones: zones, slips: &slips)
            var members: [YAMLValue.Member] = []
            func add(_ name: String, _ value: YAMLValue?) {
                guard let value else { return }
                members.append(YAMLValue.Member(name: name, mark: value.mark, value: value))
            }
            add("actor", draft.beside["actor"])
            add("onBehalfOf", draft.beside["for"])
            add("occurred", draft.occurred(by: clock))
            add("act", YAMLValue(.scalar(draft.name), YAMLValue.Mark(line: draft.line, column: 1)))
            add("version", YAMLValue(.scalar(String(Act.version)), value.mark))
            add("body", body(draft.body, of: draft.name))
            return YAMLValue(.object(members), value.mark, clock: clock)
        } catch {
            slips.append(error)
            return value
        }
    }

    func unknownAct(_ name: String, _ line: Int) -> YAMLSlip {
        if name == "process.opened" {
            return YAMLSlip(
                line: line, what: "process.opened is no act of a history",
                remedy: "The header opens the process.")
        }
        let near = Spelling.nearest(to: name, among: ActNames.all)
        return YAMLSlip(
            line: line, what: "there is no act “\(name)”",
            remedy: near.map { "Did you mean “\($0)”?" } ?? "docs/history-format.md lists the acts.")
    }
}
