import ArgumentParser
import Exchange
import Foundation
import Record
import SQLiteArchive

struct Repair: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Make again what is derived from a record's entries: tiles and the snapshot. Nothing else is touched.",
        discussion: """
            Entries, head and attachments are never changed: where they are damaged, this says so, and the way is a backup
            or a mirror. Stop the server first.

            EXAMPLES
              bishkek repair demo
            """)

    @Argument(help: "The record's folder.") var record: String
    @OptionGroup var output: OutputOptions

    func run() async throws {
        try await carryOut {
            let folder = RecordFolder(record)
            guard let archive = try OpenRecord.archive(at: record) as? SQLiteArchive else {
                throw Failure.usage("\(record) is an export: nothing in it is derived. Get the export again.")
            }
            let nodes = try await archive.rebuildNodes()
            try? FileManager.default.removeItem(atPath: folder.snapshotPath)
            var ledger = Ledger()
            try await ledger.catchUp(with: archive)
            try await ledger.checkTiles(of: archive)
            let snapshot = Snapshot(of: ledger)
            try snapshot?.write(to: folder.snapshotPath)
            if output.json {
                return output.print { w in
                    w.openObject()
                    w.member("entries", ledger.size)
                    w.member("nodes", nodes)
                    w.truth("snapshot", snapshot != nil)
                    w.closeObject()
                }
            }
            print("Entries and head: \(ledger.size), as the log signed them.")
            print(
                nodes == 0 ? "Tiles: whole; nothing was changed." : "Tiles: \(nodes) hashes were made again.")
            print(
                snapshot == nil
                    ? "Snapshot: none; the record is read from its beginning." : "Snapshot: made again.")
        }
    }
}
