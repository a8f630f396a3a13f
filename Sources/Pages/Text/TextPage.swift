package import Ceasefire

/// The text of an instrument: contents on the left, clauses in the middle, notes on the right.
package struct TextPage: Sendable {
    let frame: PageFrame
    let instrument: InstrumentID
    let texts: [TextDigest: [UInt8]]
    let copy: CopyID?
    let language: String?

    /// - Parameter texts: the attached files of the instrument's texts, by digest.
    package init(
        _ frame: PageFrame, of instrument: InstrumentID, texts: [TextDigest: [UInt8]], copy: CopyID? = nil,
        language: String? = nil
    ) {
        self.frame = frame
        self.instrument = instrument
        self.texts = texts
        self.copy = copy
        self.language = language
    }

    package func html(_ renderer: Renderer) -> String {
        let catalogue = frame.catalogue
        let versions = frame.view.versions(of: instrument, at: frame.time)
        let shown = shown(versions)
        let copies = frame.view.copies(of: instrument, at: frame.time)
        let identicality = frame.view.identicality(of: copies, of: instrument)
        let content: Content = [
            "title": catalogue.title(instrument), "lead": lead(shown.first),
            "action": Route.text(instrument).path,
            "copies": copies.map { id in
                ["id": id.text, "selected": id == copy, "name": copyName(id)] as Content
            },
            "languages": Set(versions.map(\.language)).sorted().map {
                ["id": $0, "selected": $0 == language, "name": catalogue.language($0)] as Content
            },
            "columns": shown.map(column), "side": shown.count > 1, "hidden": hidden,
            "identicality": copies.count > 1 ? catalogue.sentence(identicality) : "",
            "compareHref": frame.query.link(.compare(instrument)),
            "effectHref": frame.query.link(.effect(instrument)),
            "canCompare": versions.count > 1,
            "brackets": frame.view.brackets(of: instrument, at: frame.time).map(bracket),
            "dates": dates, "empty": versions.isEmpty,
        ]
        return frame.render(renderer, title: "Text of \(catalogue.title(instrument))", "text", content)
    }

    /// The texts of the copy asked for, in the language asked for; where neither is, the first copy's and its translation.
    private func shown(_ versions: [TextVersion]) -> [TextVersion] {
        var shown = versions
        if let copy { shown = versions.filter { $0.copies.contains(copy) } }
        if let language {
            let own = shown.filter { $0.language == language }
            shown = own.isEmpty ? translations(of: shown, in: language, versions) : own
        }
        if copy == nil, language == nil, let first = versions.first {
            return [first] + translations(of: [first], in: nil, versions).prefix(1)
        }
        if language == nil, let first = shown.first {
            return [first] + translations(of: [first], in: nil, versions).prefix(1)
        }
        return Array(shown.prefix(1))
    }

    private func translations(
        of texts: [TextVersion], in language: String?, _ all: [TextVersion]
    ) -> [TextVersion] {
        let originals = texts.map(\.text)
        return all.filter { version in
            guard let original = frame.view.process.texts.tablings[version.text]?.of else { return false }
            return originals.contains(original) && (language == nil || version.language == language)
        }
    }

    private func lead(_ version: TextVersion?) -> String {
        let catalogue = frame.catalogue
        guard let version else { return "No text of this instrument is in the record." }
        let basis =
            version.basis == .original
            ? "This is the original text."
            : "What stands here is a \(catalogue.word(version.basis)), not the original."
        return "\(catalogue.sentence(frame.view.facet(textOf: instrument, at: frame.time))) \(basis)"
    }

    private var dates: [Content] {
        frame.view.dates(of: instrument).map { date, fact in
            let account = fact.account.map { ", \(frame.catalogue.onAccount($0))" } ?? ""
            return [
                "words": frame.catalogue.words(date) + account, "entry": fact.entry,
                "href": frame.query.link(.entry(fact.entry)),
            ]
        }
    }

    private func copyName(_ id: CopyID) -> String {
        let kind = frame.view.process.signing.copies[instrument]?[id]?.kind
        return "\(id) (\(kind.map { frame.catalogue.word($0) } ?? "copy"))"
    }

    private var hidden: [Content] { frame.query.items.map { ["name": $0.name, "value": $0.value] } }

    private func column(_ version: TextVersion) -> Content {
        let bytes = texts[version.text]
        let alterations = alterations(on: version)
        let earlier = earlier(than: version)
        let parts =
            version.clauses.isEmpty
            ? [whole(version, bytes)]
            : version.clauses.map { clause($0, version, bytes, alterations, earlier) }
        return [
            "language": version.language, "direction": Self.direction(version.language),
            "name": "\(frame.catalogue.language(version.language)), \(frame.catalogue.word(version.basis))",
            "copies": version.copies.isEmpty
                ? "on no copy" : "on \(version.copies.map(\.text).joined(separator: ", "))",
            "digest": version.text.hex, "file": Route.attachment(version.text).path, "missing": bytes == nil,
            "entry": version.entry, "entryHref": frame.query.link(.entry(version.entry)), "clauses": parts,
            "prefix": String(version.text.hex.prefix(8)),
        ]
    }

    /// The alterations that lie between a copy's first text and this one.
    private func alterations(on version: TextVersion) -> [AlterationView] {
        frame.view.alterations(of: instrument, at: frame.time).filter { view in
            guard let copy = view.alteration.copy else { return false }
            return version.copies.contains(copy)
                && frame.view.texts(of: copy, of: instrument, at: frame.time).contains(version.text)
        }
    }

    /// Of a translation of an altered text: the clauses of the translation of the text before all alterations.
    private func earlier(than version: TextVersion) -> [ClauseID: String] {
        let tablings = frame.view.process.texts.tablings
        guard let original = tablings[version.text]?.of else { return [:] }
        var first = original
        for alteration in frame.view.alterations(of: instrument, at: frame.time).map(\.alteration).reversed()
        where alteration.result == first {
            first = alteration.from
        }
        guard first != original,
            let before = frame.view.versions(of: instrument, at: frame.time).first(where: {
                $0.language == version.language && tablings[$0.text]?.of == first
            }), let bytes = texts[before.text]
        else { return [:] }
        let clauses = Comparison.texts(of: before, bytes).map { ($0.clause, $0.words) }
        return Dictionary(clauses, uniquingKeysWith: { first, _ in first })
    }

    private func whole(_ version: TextVersion, _ bytes: [UInt8]?) -> Content {
        [
            "id": "whole", "label": "", "class": "operative",
            "runs": [["kept": String(decoding: bytes ?? [], as: UTF8.self)]], "notes": [Content](),
        ]
    }

    private func clause(
        _ clause: Clause, _ version: TextVersion, _ bytes: [UInt8]?, _ alterations: [AlterationView],
        _ earlier: [ClauseID: String]
    ) -> Content {
        let range = min(clause.start, bytes?.count ?? 0)..<min(clause.end, bytes?.count ?? 0)
        let words = String(decoding: (bytes ?? [])[range], as: UTF8.self)
        let own = alterations.filter {
            $0.alteration.clause == clause.id && $0.alteration.language == version.language
        }
        let before = clause.part == .operative ? earlier[clause.id] : nil
        return [
            "id": clause.id.text, "label": clause.label ?? clause.part.rawValue,
            "class": clause.part.rawValue,
            "runs": before.map { Self.content(of: Comparison.runs($0, words)) } ?? runs(words, own),
            "notes": own.map(note),
            "status": own.isEmpty ? "" : frame.catalogue.count(own.count, "alteration", "alterations"),
        ]
    }

    /// The clause with each alteration as what was deleted and what was inserted.
    private func runs(_ words: String, _ alterations: [AlterationView]) -> [Content] {
        var before = words
        for view in alterations.reversed() {
            if let range = before.firstRange(of: view.alteration.after) {
                before.replaceSubrange(range, with: view.alteration.before)
            }
        }
        return Self.content(of: Comparison.runs(before, words))
    }

    /// The words of a clause; the empty lines behind it are left to the style sheet.
    static func content(of runs: [Comparison.Run]) -> [Content] {
        var runs = runs
        if case .kept(let words) = runs.last {
            let end = words.lastIndex { !$0.isNewline }.map { words.index(after: $0) } ?? words.startIndex
            runs[runs.count - 1] = .kept(String(words[..<end]))
        }
        return runs.map { run in
            switch run {
            case .kept(let words): ["kept": words]
            case .deleted(let words): ["deleted": words]
            case .inserted(let words): ["inserted": words]
            }
        }
    }

    private func note(_ view: AlterationView) -> Content {
        let act = view.alteration
        let by = act.proposedBy.isEmpty ? "" : ", proposed by \(frame.catalogue.names(act.proposedBy))"
        let initials =
            view.initialledBy.isEmpty
            ? "nobody's initials are recorded" : "initialled by \(frame.catalogue.names(view.initialledBy))"
        return [
            "words": "“\(act.before)” becomes “\(act.after)”, \(frame.catalogue.word(act.hand))\(by), "
                + "\(frame.catalogue.words(view.moment)); \(initials).",
            "entry": view.entry, "href": frame.query.link(.entry(view.entry)),
        ]
    }

    private func bracket(_ view: BracketView) -> Content {
        let reserved = view.positions.filter { $0.word == .reserved }.map(\.party)
        let who = reserved.isEmpty ? "" : ", reserved by \(frame.catalogue.names(reserved))"
        let state = view.closed.map { ", closed on “\($0)”" } ?? ""
        return [
            "name":
                "Bracket \(view.bracket.bracket), clause \(view.bracket.clause), opened by \(frame.catalogue.name(view.openedBy))\(who)\(state)",
            "alternatives": view.bracket.alternatives.map { alternative -> Content in
                let accepted = view.positions.filter {
                    $0.alternative == alternative.alternative && $0.word != .reserved
                }
                let names = accepted.map {
                    "\(frame.catalogue.name($0.party)) (\(frame.catalogue.word($0.word)))"
                }
                return [
                    "words": alternative.words,
                    "accepted": names.isEmpty ? "nobody so far" : frame.catalogue.list(names),
                ]
            },
        ]
    }

    /// Arabic, Persian and Hebrew run from right to left.
    static func direction(_ language: String) -> String {
        ["ar", "fa", "he", "ur"].contains(String(language.prefix(2))) ? "rtl" : "ltr"
    }
}
