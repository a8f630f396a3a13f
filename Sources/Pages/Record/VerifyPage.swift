/// Drop a record or a proof and be told, in plain words, what it proves.
package struct VerifyPage: Sendable {
    /// What was found about something handed in.
    package enum Outcome: Sendable {
        case record(VerificationReport, name: String)
        case proof(sentence: String, passed: Bool)
        /// What was handed in is neither.
        case unreadable(String)
    }

    let frame: PageFrame
    let own: VerificationReport?
    let outcome: Outcome?
    let log: String
    let command: String

    package init(
        _ frame: PageFrame, own: VerificationReport?, outcome: Outcome?, log: String, command: String
    ) {
        self.frame = frame
        self.own = own
        self.outcome = outcome
        self.log = log
        self.command = command
    }

    package func html(_ renderer: Renderer) -> String {
        var content: Content = ["log": log, "command": command, "reports": reports]
        content["answer"] =
            switch outcome {
            case .record(let report, _): report.headline
            case .proof(let sentence, _): sentence
            case .unreadable(let fault): fault
            case nil: own?.headline ?? "The record has not been verified here yet."
            }
        return frame.render(renderer, title: "Verify", "verify", content)
    }

    private var reports: [Content] {
        var reports: [Content] = []
        if case .record(let report, let name) = outcome {
            reports.append(content(report, "What you handed in: \(name)", "handed"))
        }
        if let own { reports.append(content(own, "This record, checked by this server", "own")) }
        return reports
    }

    private func content(_ report: VerificationReport, _ title: String, _ id: String) -> Content {
        [
            "title": title, "id": id, "headline": report.headline,
            "rows": report.rows.map { row -> Content in
                [
                    "mark": row.mark, "word": row.word, "sentence": row.sentence,
                    "kind": row.word == "passed" ? "met" : row.word == "failed" ? "failed" : "contested",
                    "reasons": row.reasons.map { ["words": $0] as Content },
                    "hasReasons": !row.reasons.isEmpty,
                ]
            },
            "proves": report.proves.map { ["words": $0] as Content },
            "provesNot": report.provesNot.map { ["words": $0] as Content },
        ]
    }
}

/// What went wrong with a request, and what to do.
package struct FaultPage: Sendable {
    let frame: PageFrame
    let title: String
    let what: String
    let remedy: String

    package init(_ frame: PageFrame, title: String, what: String, remedy: String) {
        self.frame = frame
        self.title = title
        self.what = what
        self.remedy = remedy
    }

    package func html(_ renderer: Renderer) -> String {
        frame.render(renderer, title: title, "fault", ["title": title, "what": what, "remedy": remedy])
    }
}
