package import Ceasefire

/// Recomputes what the acts say about texts from the texts themselves.
///
/// Acts are collected while a log is replayed; the files are read afterwards, one at a time.
package struct TextAudit: Sendable {
    private struct Change: Sendable {
        var entry: Int
        var clause: ClauseID
        var before: String
        var after: String
        var from: TextDigest
        var result: TextDigest
    }

    private var tablings: [(entry: Int, act: TextTabling)] = []
    private var changes: [Change] = []
    /// Every file that an act refers to, with the first entry that does.
    package private(set) var mentioned: [TextDigest: Int] = [:]

    package init() {}

    package mutating func note(_ act: Act, at entry: Int) {
        for digest in act.attachments where mentioned[digest] == nil { mentioned[digest] = entry }
        switch act {
        case .text(.tabled(let act)): tablings.append((entry, act))
        case .text(.altered(let act)):
            changes.append(
                Change(
                    entry: entry, clause: act.clause, before: act.before, after: act.after, from: act.from,
                    result: act.result))
        case .text(.errorNotified(let act)):
            changes.append(
                Change(
                    entry: entry, clause: act.clause, before: act.before, after: act.after, from: act.from,
                    result: act.result))
        case .reference(.accounted(let act)): for claim in act.claims { note(claim.act, at: entry) }
        case .reference(.corrected(let act)): note(act.claim.act, at: entry)
        case .reference(.unsealed(let act)): note(act.act, at: entry)
        default: break
        }
    }

    /// How many texts and changes were noted.
    package var count: Int { tablings.count + changes.count }

    package func check(
        against archive: any Archive, _ found: (Verification.Reason) -> Void
    ) async throws(ArchiveError) {
        var tables: [TextDigest: ClauseTable] = [:]
        for (entry, act) in tablings {
            if tables[act.text] == nil || !act.clauses.isEmpty { tables[act.text] = ClauseTable(act.clauses) }
            guard let text = try await archive.attachment(act.text) else { continue }
            do throws(TextFile.Fault) {
                try TextFile.check(text)
            } catch {
                found(Verification.Reason(.textForm, entry: entry, act.text.hex, error.description))
            }
            do throws(ClauseTable.Fault) {
                try ClauseTable.check(act.clauses, of: text)
            } catch {
                found(reason(error, entry, act.text))
            }
        }
        for change in changes {
            guard let text = try await archive.attachment(change.from) else { continue }
            do throws(ClauseTable.Fault) {
                let altered = try (tables[change.from] ?? ClauseTable([])).altering(
                    text, in: change.clause, change.before, to: change.after)
                if tables[change.result] == nil { tables[change.result] = altered.table }
                let digest = TextDigest(of: altered.text)
                guard digest != change.result else { continue }
                found(
                    Verification.Reason(.alterationResult, entry: change.entry, change.result.hex, digest.hex)
                )
            } catch {
                found(reason(error, change.entry, change.from))
            }
        }
    }

    private func reason(_ fault: ClauseTable.Fault, _ entry: Int, _ text: TextDigest) -> Verification.Reason {
        switch fault {
        case .noPartition(let place):
            Verification.Reason(.clausePartition, entry: entry, text.hex, String(place))
        case .clauseDigest(let clause):
            Verification.Reason(.clauseDigest, entry: entry, text.hex, clause.text)
        case .unknownClause(let clause):
            Verification.Reason(.clauseUnknown, entry: entry, text.hex, clause.text)
        case .wordsFound(let count):
            Verification.Reason(.alterationPlace, entry: entry, text.hex, String(count))
        }
    }
}
