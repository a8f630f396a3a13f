import Ceasefire

/// What one asks first: what is in force, what still divides, what happened.
package struct HomePage: Sendable {
    let frame: PageFrame

    package init(_ frame: PageFrame) { self.frame = frame }

    package func html(_ renderer: Renderer) -> String {
        let statuses = view.statuses(at: frame.time)
        let content: Content = [
            "headline": headline(statuses), "succession": catalogue.succession,
            "instruments": statuses.map(instrument),
            "divisions": view.divisions(at: frame.time).map(division),
            "awaiting": awaiting,
            "recent": renderer.render("timeline", frame.timeline(recent, "r")),
            "timeline": renderer.render("timeline", frame.timeline(past)),
            "none": statuses.isEmpty,
        ]
        return frame.render(renderer, title: "Home", "home", content)
    }

    private var view: View { frame.view }
    private var catalogue: Catalogue { frame.catalogue }

    /// Names the instruments in force; the narrowest regime first.
    private func headline(_ statuses: [InstrumentStatus]) -> String {
        let inForce = statuses.filter { $0.effects.contains { $0.state == .inForce } }
        guard let first = inForce.first, let effect = first.effects.first(where: { $0.state == .inForce })
        else {
            let contested = statuses.first { $0.effects.contains { $0.state == .contested } }
            if let contested {
                return "Whether \(catalogue.title(contested.instrument)) is in force is contested."
            }
            return "No instrument is in force at this time."
        }
        let parties = first.effects.filter { $0.state == .inForce }.map(\.party)
        let since = effect.since.map { " since \(catalogue.short($0))" } ?? ""
        let others = inForce.dropFirst().map { catalogue.title($0.instrument) }
        let more = others.isEmpty ? "" : " Also in force: \(catalogue.list(others))."
        return "\(catalogue.title(first.instrument)): in force for \(catalogue.names(parties))\(since). "
            + catalogue.sentence(first.observance) + more
    }

    private func instrument(_ status: InstrumentStatus) -> Content {
        let id = status.instrument
        return [
            "id": id.text, "title": catalogue.title(id), "effectHref": frame.query.link(.effect(id)),
            "textHref": frame.query.link(.text(id)), "hasText": !view.versions(of: id).isEmpty,
            "facets": [
                catalogue.sentence(status.text), catalogue.sentence(status.signature),
                catalogue.sentence(status.observance),
            ]
            .joined(separator: " "),
            "nested": status.nestedIn.map { ["title": catalogue.title($0)] as Content },
            "effects": effects(status),
        ]
    }

    private func effects(_ status: InstrumentStatus) -> [Content] {
        if let first = status.effects.first,
            status.effects.allSatisfy({ $0.state == .noneIntended || $0.state == .noRule })
        {
            let sentence =
                first.state == .noneIntended
                ? "No effect intended: it appeals or declares, and binds nobody."
                : "No rule on its effect is recorded."
            return [["mark": "○", "kind": "missing", "sentence": sentence]]
        }
        return catalogue.sentences(status.effects).map { state, sentence in
            ["mark": catalogue.mark(state), "kind": state.kind, "sentence": sentence]
        }
    }

    /// An issue is a question with its accounts; everything else is one sentence.
    private func division(_ point: OpenPoint) -> Content {
        guard case .issue(let id, _) = point, let issue = view.issues[id] else {
            return ["sentence": catalogue.sentence(point), "href": "", "accounts": [Content]()]
        }
        let account = issue.accounts.map(\.account)
        let instrument =
            account.flatMap(\.instruments).first
            ?? account.flatMap(\.claims).lazy.compactMap(\.act.instrument).first
        return [
            "sentence": issue.question,
            "href": instrument.map { frame.query.link(.effect($0)) + "#issue-\(id)" } ?? "",
            "accounts": catalogue.accounts(of: id).map {
                ["source": $0.source, "statement": $0.statement] as Content
            },
        ]
    }

    private var awaiting: [Content] {
        view.process.participation.parties.compactMap { party in
            let points = view.awaiting(party, at: frame.time)
            guard !points.isEmpty else { return nil }
            return [
                "party": catalogue.name(party),
                "points": points.map { ["sentence": catalogue.sentence($0)] as Content },
            ]
        }
    }

    private var past: [Fact] {
        view.timeline.filter { $0.moment.earliest <= frame.time.lastInstant }
    }

    /// The last ten acts in the order of the log.
    private var recent: [Fact] { view.process.entries.suffix(10).reversed().map { Fact($0) } }
}

extension EffectState {
    /// The style of the state's mark.
    var kind: String {
        switch self {
        case .inForce: "met"
        case .failed: "failed"
        case .provisional, .suspended, .contested, .notResolved: "contested"
        default: "missing"
        }
    }
}

extension Verdict {
    var kind: String { self == .notResolved ? "contested" : rawValue }
}
