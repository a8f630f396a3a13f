package import Ceasefire

/// Signatures in the manner of a treaty collection, and below them why the instrument is in force, or not.
package struct EffectPage: Sendable {
    let frame: PageFrame
    let instrument: InstrumentID

    package init(_ frame: PageFrame, of instrument: InstrumentID) {
        self.frame = frame
        self.instrument = instrument
    }

    package func html(_ renderer: Renderer) -> String {
        let status = view.status(of: instrument, at: frame.time)
        let introduction = view.process.texts.instruments[instrument]
        let lines = view.lines(of: instrument, at: frame.time)
        let copies = view.process.signing.copyOrder[instrument] ?? []
        let past = view.facts(of: instrument).filter {
            $0.moment.earliest <= frame.time.lastInstant && $0.act.isEvent
        }
        let content: Content = [
            "title": catalogue.title(instrument), "lead": catalogue.headline(status),
            "about": about(introduction), "facets": facets(status),
            "textHref": frame.query.link(.text(instrument)),
            "compareHref": frame.query.link(.compare(instrument)),
            "canCompare": view.versions(of: instrument).count > 1,
            "lines": lines.map(line), "hasLines": !lines.isEmpty,
            "declarations": past.compactMap(declaration),
            "identicality": copies.count > 1
                ? catalogue.sentence(view.identicality(of: copies, of: instrument)) : "",
            "copies": copies.map(copy), "hasCopies": !copies.isEmpty,
            "effects": status.effects.map { effect($0, renderer) },
            "relations": status.relations.map(relation),
            "undertakings": view.undertakings(of: instrument, at: frame.time).map(undertaking),
            "accounts": issues, "timeline": renderer.render("timeline", frame.timeline(past)),
        ]
        return frame.render(
            renderer, title: "Signatures and effect: \(catalogue.title(instrument))", "effect", content)
    }

    private var view: View { frame.view }
    private var catalogue: Catalogue { frame.catalogue }

    private func about(_ act: InstrumentIntroduction?) -> String {
        guard let act else { return "" }
        let languages = act.languages.map { catalogue.language($0) }
        let authentic = languages.isEmpty ? "" : "; authentic in \(catalogue.list(languages))"
        let addressed = act.addressed.isEmpty ? "" : "; addressed to \(catalogue.names(act.addressed))"
        return
            "\(catalogue.word(act.kind).sentenceCased), \(catalogue.word(act.form))\(authentic)\(addressed)."
    }

    private func facets(_ status: InstrumentStatus) -> String {
        "\(catalogue.sentence(status.text)) \(catalogue.sentence(status.signature))"
    }

    // MARK: Signatures

    private func line(_ line: LineStatus) -> Content {
        let printed = line.line.name ?? line.inscriptions.last?.name
        return [
            "id": line.line.line.text,
            "participant": line.line.party.map { catalogue.name($0) } ?? "no party named",
            "capacity": line.line.capacity ?? catalogue.word(line.line.role),
            "role": catalogue.word(line.line.role),
            "printed": printed ?? "no name printed",
            "inscribed": line.inscriptions.map { inscription -> Content in
                [
                    "words": "“\(inscription.name)” inscribed \(catalogue.word(inscription.hand))",
                    "entry": inscription.entry,
                    "href": frame.query.link(.entry(inscription.entry)),
                ]
            },
            "state": catalogue.word(line.state), "verdict": catalogue.word(line.signed),
            "kind": line.signed.kind,
            "mark": catalogue.mark(line.signed),
            "none": line.signatures.isEmpty, "rows": max(1, line.signatures.count),
            "first": line.signatures.prefix(1).map(signature),
            "more": line.signatures.dropFirst().map(signature),
            "flags": line.flags.map { ["word": catalogue.word($0)] as Content },
            "rivals": line.rivals.map {
                ["words": catalogue.words(Choice.issue($0)), "href": "#issue-\($0)"] as Content
            },
            "demanded": line.demandedBy.isEmpty ? "" : "Demanded by \(catalogue.names(line.demandedBy)).",
        ]
    }

    private func signature(_ evidence: Evidence) -> Content {
        let entry = view.process.entry(at: evidence.entry)
        let act = act(of: evidence, in: entry)
        return [
            "signedBy": catalogue.name(evidence.actor), "date": catalogue.words(evidence.moment),
            "place": evidence.moment.place.map { catalogue.name($0) } ?? "not recorded",
            "copy": act?.copy?.text ?? "not recorded", "mode": act.map { catalogue.word($0.medium) } ?? "",
            "account": evidence.account.map { catalogue.onAccount($0) } ?? "",
            "how": entry.map { $0.isPerformed ? "performed" : "attested" } ?? "", "entry": evidence.entry,
            "href": frame.query.link(.entry(evidence.entry)), "proof": Route.proof(evidence.entry).path,
        ]
    }

    /// What a party says about the instrument beside signing it.
    private func declaration(_ fact: Fact) -> Content? {
        switch fact.act {
        case .signing(.declared), .signing(.objected), .signing(.refused), .signing(.withdrawn):
            [
                "sentence": catalogue.sentence(fact), "when": catalogue.words(fact.moment),
                "how": frame.how(fact),
                "entry": fact.entry, "href": frame.query.link(.entry(fact.entry)),
            ]
        default: nil
        }
    }

    private func act(of evidence: Evidence, in entry: Entry?) -> Signature? {
        view.facts(of: instrument).lazy.compactMap { fact -> Signature? in
            guard fact.entry == evidence.entry, case .signing(.signed(let act)) = fact.act,
                fact.actor == evidence.actor
            else { return nil }
            return act
        }.first
    }

    private func copy(_ id: CopyID) -> Content {
        let made = view.process.signing.copies[instrument]?[id]
        let texts = view.texts(of: id, of: instrument)
        return [
            "id": id.text,
            "what": [
                made.map { catalogue.word($0.kind) }, made?.of.map { "of \($0)" },
                made?.place.map { catalogue.name($0) },
            ]
            .compactMap(\.self).joined(separator: ", "),
            "texts": texts.map {
                ["prefix": String($0.hex.prefix(8)), "href": Route.attachment($0).path] as Content
            },
            "href": frame.query.link(.text(instrument), [("copy", id.text)]),
        ]
    }

    // MARK: Effect

    private func effect(_ effect: PartyEffect, _ renderer: Renderer) -> Content {
        [
            "party": catalogue.name(effect.party), "id": id(effect),
            "sentence": catalogue.sentence(effect), "mark": catalogue.mark(effect.state),
            "kind": effect.state.kind,
            // The head of the tree is the sentence above it.
            "tree": trees(effect.derivation.parts, renderer),
        ]
    }

    /// A rule that is told in parts has the same name in each: the clauses tell them apart.
    private func id(_ effect: PartyEffect) -> String {
        let part = effect.except.isEmpty ? effect.scope.map { "-\($0)" }.joined() : "-others"
        return "\(effect.party)-\(effect.rule?.text ?? "none")\(part)"
    }

    private func node(_ derivation: Derivation, _ renderer: Renderer) -> Content {
        let line = catalogue.line(derivation)
        return [
            "mark": line.mark, "word": line.word, "kind": line.kind, "sentence": line.sentence,
            "entries": derivation.parts.isEmpty ? frame.entryLinks(derivation.entries) : [Content](),
            "parts": trees(derivation.parts, renderer), "hasParts": !derivation.parts.isEmpty,
        ]
    }

    private func trees(_ parts: [Derivation], _ renderer: Renderer) -> [Content] {
        parts.map { ["html": renderer.render("node", node($0, renderer))] }
    }

    private func relation(_ relation: RelationView) -> Content {
        let act = relation.statement
        let other = act.subject == instrument ? act.object : act.subject
        return [
            "words":
                "\(catalogue.title(act.subject)) \(catalogue.word(act.relation)) \(catalogue.title(act.object)), \(catalogue.word(act.basis)).",
            "more": act.words ?? "", "otherHref": frame.query.link(.effect(other)),
            "other": catalogue.title(other),
            "entry": relation.entry, "href": frame.query.link(.entry(relation.entry)),
        ]
    }

    private func undertaking(_ view: UndertakingView) -> Content {
        let act = view.undertaking
        return [
            "who": catalogue.names(act.actors), "must": act.modality == .must ? "must" : "must not",
            "what": act.what,
            "clause": act.clause.map { "clause \($0)" } ?? "", "clock": catalogue.clock(of: view),
            "entry": view.entry, "href": frame.query.link(.entry(view.entry)),
        ]
    }

    /// The issues that touch the instrument, each account in a column of its own.
    private var issues: [Content] {
        view.process.reference.issueOrder.compactMap { id in
            guard let issue = view.issues[id], issue.accounts.contains(where: { concerns($0.account) }) else {
                return nil
            }
            return [
                "id": id.text, "question": issue.question,
                "accounts": issue.accounts.map { statement -> Content in
                    [
                        "source": statement.source?.title ?? catalogue.name(statement.author),
                        "locator": statement.source?.locator ?? "", "statement": statement.account.statement,
                        "entry": statement.entry, "href": frame.query.link(.entry(statement.entry)),
                        "heard": statement.account.alternative.map(issue.alternatives.contains) ?? true,
                    ]
                },
                "settled": issue.settlements.map { settled -> Content in
                    [
                        "words":
                            "Settled on “\(settled.alternative)” for \(catalogue.names(settled.acceptedBy)).",
                        "entry": settled.entry, "href": frame.query.link(.entry(settled.entry)),
                    ]
                },
            ]
        }
    }

    private func concerns(_ account: Account) -> Bool {
        account.instruments.contains(instrument)
            || account.claims.contains { $0.act.instruments.contains(instrument) }
    }
}

extension Act {
    /// Whether the act is something that happened, as against a description.
    var isEvent: Bool {
        switch self {
        case .text(.introduced), .effect(.ruled), .effect(.undertaken): false
        default: true
        }
    }
}
