import ArgumentParser
import Ceasefire
import Foundation
import Pages
import Record

/// The four questions about time, as every command that derives something takes them.
struct QuestionOptions: ParsableArguments {
    @Option(
        help:
            "What held at this time: a date (1994-05-12) or an hour with its offset (1994-05-12T00:01+04:00)."
    )
    var at: String?

    @Option(help: "What was known on this date: entries received later are left out.")
    var knownOn: String?

    @Option(help: "Only what sources published by this date say.")
    var publishedBy: String?

    @Option(help: "On disputed issues, only what this source says: part of its title.")
    var accordingTo: String?

    /// The view asked for, and the time.
    func view(of record: OpenRecord) throws -> (view: View, time: Moment) {
        let home = record.ledger.home
        var process = record.ledger.process
        if let knownOn {
            process = process.known(on: try QuestionOptions.moment(knownOn, "known-on", home).lastInstant)
        }
        let published = try publishedBy.map { try QuestionOptions.moment($0, "published-by", home) }
        if let accordingTo { try check(source: accordingTo, in: process) }
        let view = View(process, publishedBy: published, accordingTo: accordingTo)
        return (
            view, try at.map { try QuestionOptions.moment($0, "at", home) } ?? Moment(record.ledger.present)
        )
    }

    /// How many entries were known on the date asked for.
    func known(of record: OpenRecord) throws -> Int {
        guard let knownOn else { return record.ledger.size }
        let date = try QuestionOptions.moment(knownOn, "known-on", record.ledger.home)
        return record.ledger.size(on: date.lastInstant)
    }

    /// A time as written: in EDTF, an hour with the offset behind it.
    static func moment(_ text: String, _ option: String, _ home: UTCOffset) throws -> Moment {
        do {
            return try Moment(asked: text, home: home)
        } catch {
            throw Failure.usage(
                "--\(option) \(text): \(error.what). Write 1994-05-12, 1994-05 or 1994-05-12T00:01+04:00.")
        }
    }

    private func check(source name: String, in process: Ceasefire.Process) throws {
        let issues = View(process).issues.values
        let statements = issues.flatMap(\.accounts)
        let titles = Set(statements.filter { $0.isBy(name) }.map { $0.source?.title ?? $0.author.text })
        let all = Set(statements.map { $0.source?.title ?? $0.author.text }).sorted()
        if titles.isEmpty {
            throw Failure.usage(
                "No source on a disputed issue is called “\(name)”. There are:\n"
                    + all.map { "  \($0)" }.joined(separator: "\n"))
        }
        if titles.count > 1 {
            throw Failure.usage(
                "“\(name)” may be one of several sources; write more of the title:\n"
                    + titles.sorted().map { "  \($0)" }.joined(separator: "\n"))
        }
    }
}
