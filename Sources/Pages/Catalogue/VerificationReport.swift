package import Record

/// What checking a record found, in plain words: the verdict, the checks, what this proves and what it does not.
package struct VerificationReport: Sendable {
    package let verification: Verification

    package init(_ verification: Verification) { self.verification = verification }

    package struct Row: Sendable {
        package var mark: String
        package var word: String
        package var sentence: String
        package var reasons: [String]
    }

    package var headline: String {
        let size = verification.size == 1 ? "1 entry" : "\(verification.size) entries"
        return switch verification.verdict {
        case .passed: "Passed: \(size), all as they were signed, under the head that the log signed."
        case .failed where !verification.forks.isEmpty:
            "Failed: the log of this record has told two stories. This is one of them."
        case .failed where isOfAnotherLog:
            "Failed: this is the record of another log than the one whose key you gave."
        case .failed: "Failed: this is not a record that its log could have signed. Do not rely on it."
        case .indeterminate:
            "Indeterminate: nothing contradicts the record, but not everything could be checked."
        }
    }

    package var rows: [Row] {
        verification.checks.filter { $0.count > 0 || $0.verdict != .passed || !$0.reasons.isEmpty }.map {
            check in
            Row(
                mark: mark(check.verdict), word: check.verdict.rawValue, sentence: sentence(check),
                reasons: check.reasons.prefix(20).map(sentence))
        }
    }

    package var proves: [String] {
        guard verification.verdict != .failed else { return [] }
        var sentences = [
            "Every entry was signed by the key that the record gave its author at that place.",
            "No entry was changed, dropped, added or moved since the log signed its head.",
            "The answers about who is bound follow from these entries by the published rules.",
        ]
        if verification.expectedLog != nil {
            sentences.insert("The log is the one whose key you gave.", at: 0)
        }
        if verification.isExercise { sentences.insert("This is an exercise: nothing in it happened.", at: 0) }
        return sentences
    }

    package var provesNot: [String] {
        let sentences = [
            "That what an author says is true: integrity is not truth.",
            "That everybody was shown the same head: compare it with those that other parties hold.",
            "That nothing was kept out of the record.",
        ]
        guard verification.expectedLog == nil else { return sentences }
        return ["That this is the log you mean: compare its key with one that you have from elsewhere."]
            + sentences
    }

    private var isOfAnotherLog: Bool {
        verification.expectedLog.map { $0 != verification.log } ?? false
    }

    /// The whole report for a terminal.
    package var lines: [String] {
        var lines = ["\(mark(verification.verdict)) \(headline)"]
        if let log = verification.log { lines.append("  The log's key, as entry 0 names it: \(log)") }
        for row in rows {
            lines.append("  \(row.mark) \(row.word): \(row.sentence)")
            lines += row.reasons.map { "      \($0)" }
        }
        if !proves.isEmpty { lines += ["This proves:"] + proves.map { "  \($0)" } }
        return lines + ["This does not prove:"] + provesNot.map { "  \($0)" }
    }

    private func mark(_ verdict: Verification.Verdict) -> String {
        switch verdict {
        case .passed: "✓"
        case .failed: "✕"
        case .indeterminate: "!"
        }
    }

    private func sentence(_ check: Verification.Check) -> String {
        let count = check.count
        return switch check.topic {
        case .form: "form of \(plural(count, "entry", "entries"))"
        case .head: "the head's signature and root"
        case .cosignatures: "cosignatures of witnesses"
        case .tiles: "\(plural(count, "kept hash", "kept hashes")) of the tree"
        case .consistency:
            "\(plural(count, "head", "heads")) that somebody holds, or that an entry says its author had seen"
        case .envelopes: "\(plural(count, "signature", "signatures")), and the keys in force"
        case .texts: "\(plural(count, "text", "texts")): digests, clauses, alterations"
        case .identicality: "copies of \(plural(count, "instrument", "instruments"))"
        case .rules: "the rules replayed over \(plural(count, "entry", "entries"))"
        case .void: "entries that count for nothing: \(check.reasonCount)"
        case .predecessor: "the record that this one succeeds"
        case .sealed: "\(plural(count, "sealed act", "sealed acts"))"
        case .attachments: "\(plural(count, "attachment", "attachments"))"
        }
    }

    private func plural(_ count: Int, _ one: String, _ many: String) -> String {
        count == 1 ? "1 \(one)" : "\(count) \(many)"
    }

    private func sentence(_ reason: Verification.Reason) -> String {
        let entry = reason.entry.map { "Entry \($0): " } ?? ""
        func argument(_ place: Int) -> String {
            reason.arguments.count > place ? reason.arguments[place] : "?"
        }
        let text: String =
            switch reason.code {
            case .doubtful:
                "doubtful: a key of \(argument(0)) signed it that may have been in other hands (entry \(argument(1)))."
            case .leafDiffers: "it is not kept under its own hashes."
            case .headMissing: "There is no signed head."
            case .headNotSigned: "The head is not one that the log signed: \(argument(0))"
            case .logDiffers: "Entry 0 names the log's key \(argument(0)); you gave \(argument(1))."
            case .sizeDiffers: "The head states \(argument(0)) entries; there are \(argument(1))."
            case .rootDiffers: "The head states the root \(argument(0)); the entries have \(argument(1))."
            case .quorumNotMet: "Only \(argument(0)) of the witnesses asked for cosigned."
            case .cosigned: "Cosigned by \(argument(0))."
            case .nodeDiffers: "The kept hash \(argument(0)) is not that of the entries."
            case .heldNotSigned:
                "The head of \(argument(0)) entries of \(argument(1)) that you hold is not one that this log signed, and "
                    + "proves nothing about it: \(argument(2))"
            case .wentBack: "Somebody holds a head of \(argument(0)) entries; this record has \(argument(1))."
            case .forked:
                "Somebody holds another head of \(argument(0)) entries: the log has told two stories."
            case .forkProved:
                "The log signed heads of \(argument(0)) and of \(argument(1)) entries that no history joins: a fork, "
                    + "and proved."
            case .textForm: "text \(argument(0)): \(argument(1))."
            case .clausePartition: "text \(argument(0)): the clauses part at byte \(argument(1))."
            case .clauseDigest: "text \(argument(0)): clause \(argument(1)) has another digest."
            case .clauseUnknown: "text \(argument(0)) has no clause \(argument(1))."
            case .alterationResult: "the alteration results in \(argument(1)), not in \(argument(0))."
            case .alterationPlace: "text \(argument(0)): the words altered stand there \(argument(1)) times."
            case .attachmentMissing: "the file \(argument(0)) is not there."
            case .attachmentDiffers: "the file \(argument(0)) has the digest \(argument(1))."
            case .predecessor:
                "It succeeds \(argument(0)) at \(argument(1)) entries, under a head that its log signed (\(argument(2)))."
            case .predecessorMissing: "It does not name a record that it succeeds."
            case .predecessorDiffers: "The record brought along is not the one that is named: \(argument(0))."
            case .predecessorHeld:
                "The record brought along is the one that is named, in all of its first \(argument(0)) entries."
            case .seals: "\(argument(0)) opened, \(argument(1)) withheld, \(argument(2)) destroyed."
            case .copies: "\(argument(0)): the copies are \(copies(argument(1)))."
            case .file: "\(argument(0)): \(argument(1))."
            default: argument(0)
            }
        return entry + text
    }

    private func copies(_ word: String) -> String {
        switch word {
        case "identical": "identical"
        case "identicalAsAttested": "identical as attested"
        case "different": "not identical"
        default: "not compared"
        }
    }
}
