import ArgumentParser
import Ceasefire
import Foundation
import Record
import SQLiteArchive
import TransparencyLog

/// Measures the archive alone: entries made before, appended in batches of one size, each with its head signed.
struct Append: AsyncParsableCommand {
    @Argument(help: "A folder that does not exist yet.") var folder: String
    @Option(help: "How many entries one transaction writes.") var batch = 256
    @Option(help: "How many in all.") var entries = 20_000
    @Option(help: "About how many bytes an entry has.") var size = 1024

    func run() async throws {
        let reporter = try Reporter(size: size)
        let entries = try (0..<entries).map {
            ArchivedEntry(
                LogEntry(received: Instant(milliseconds: 0), envelope: try reporter.report("\($0)")))
        }
        try PrivateFile.makeFolder(folder)
        let archive = try SQLiteArchive(creating: RecordFolder(folder).databasePath)
        var frontier = Frontier()
        var latencies = Latencies()
        let started = ContinuousClock.now
        for start in stride(from: 0, to: entries.count, by: batch) {
            let before = ContinuousClock.now
            let part = Array(entries[start..<min(start + batch, entries.count)])
            for entry in part { frontier.append(leafHash: entry.leafHash) }
            let checkpoint = try Checkpoint(origin: Reporter.origin, size: frontier.size, root: frontier.root)
            let head = Head(
                frontier: frontier, root: frontier.root, note: try checkpoint.signed(by: reporter.log))
            guard try await archive.append(part, head: head, expecting: start) else {
                throw Unfit(description: "Somebody else writes into \(folder).")
            }
            latencies.append(ContinuousClock.now - before)
        }
        let (seconds, attoseconds) = (ContinuousClock.now - started).components
        let time = Double(seconds) + Double(attoseconds) * 1e-18
        let rate = Int(Double(entries.count) / time)
        print(latencies.line(time, "\"batch\":\(batch),\"entriesPerSecond\":\(rate)"))
    }
}
