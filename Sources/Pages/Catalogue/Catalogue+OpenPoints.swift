package import Ceasefire

extension Catalogue {
    /// Who says what on an issue.
    package func accounts(of issue: IssueID) -> [(source: String, statement: String)] {
        (view.issues[issue]?.accounts ?? []).map { account in
            (account.source?.title ?? name(account.author), account.account.statement)
        }
    }

    /// What still divides the parties, or awaits one of them.
    package func sentence(_ point: OpenPoint) -> String {
        switch point {
        case .bracket(let instrument, let bracket, _):
            return "Bracket \(bracket) of \(title(instrument)) is open."
        case .issue(let issue, _):
            let accounts = accounts(of: issue).map { "\($0.source): \($0.statement)" }
            return ([view.issues[issue]?.question ?? issue.text] + accounts).joined(separator: " ")
        case .standing(let of, let by, _): return "\(name(by)) objects to the participation of \(name(of))."
        case .seat(let party): return "The seat of \(name(party)) is disputed."
        case .line(let instrument, let line, _, let until):
            let by = until.map { " by \(full($0))" } ?? ""
            return "\(title(instrument)): the line “\(line)” waits for a signature\(by)."
        case .confirmation(let instrument, _, _):
            return "\(title(instrument)): a signature ad referendum waits for confirmation."
        case .undertaking(let instrument, let undertaking, _, let until):
            let what = view.undertakings(of: instrument, at: .init(until)).first {
                $0.undertaking.undertaking == undertaking
            }?.undertaking.what
            return "\(title(instrument)): \(what ?? undertaking.text) Due by \(full(until))."
        }
    }
}

extension Moment {
    /// One instant as a moment.
    package init(_ instant: Instant) { self.init(edtf: "", earliest: instant, latest: instant) }
}
