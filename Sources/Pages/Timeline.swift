import Ceasefire

extension PageFrame {
    /// What happened, one sentence each, with who says so.
    ///
    /// - Parameter list: tells its anchors from those of another list on the same page.
    func timeline(_ facts: [Fact], _ list: String = "t") -> Content {
        ["items": facts.map(item), "list": list]
    }

    private func item(_ fact: Fact) -> Content {
        [
            "entry": fact.entry, "ordinal": fact.ordinal, "when": catalogue.words(fact.moment),
            "sentence": catalogue.sentence(fact), "how": how(fact), "href": query.link(.entry(fact.entry)),
        ]
    }

    /// Performed by a key, or attested from a source: the two are never confused.
    func how(_ fact: Fact) -> String {
        if fact.isPerformed { return "Performed by \(catalogue.name(fact.author))." }
        let source = fact.source.map { ", from “\($0.title)”" } ?? ""
        return "Attested by \(catalogue.name(fact.author))\(source)."
    }
}
