import ArgumentParser
import Ceasefire
import Foundation
import Record
import SQLiteArchive
import TransparencyLog

/// Says whether a record holds everything that was acknowledged, once, and goes on from every head that was seen.
struct Check: AsyncParsableCommand {
    @Argument(help: "The record's folder.") var folder: String
    @Option(help: "What was acknowledged: lines of `index id`.") var acknowledged: String
    @Option(help: "A folder of checkpoints that were seen.") var heads: String?

    func run() async throws {
        let archive = try SQLiteArchive(opening: RecordFolder(folder).databasePath)
        var ledger = Ledger(retaining: .consequential)
        let head = try await ledger.catchUp(with: archive)
        var seen: Set<String> = []
        var count = 0
        for line in try String(contentsOfFile: acknowledged, encoding: .utf8).split(separator: "\n") {
            let parts = line.split(separator: " ")
            // The last line may be cut where the writer was killed.
            guard parts.count == 2, let index = Int(parts[0]), let id = TextDigest(hex: String(parts[1]))
            else { continue }
            guard ledger.index(of: id) == index else {
                throw Unfit(
                    description:
                        "LOST: entry \(index) was acknowledged as \(id); the record has it at \(String(describing: ledger.index(of: id)))"
                )
            }
            guard seen.insert(String(line)).inserted else { continue }
            count += 1
        }
        let files = try heads.map { try FileManager.default.contentsOfDirectory(atPath: $0) } ?? []
        for file in files {
            let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: "\(heads ?? "")/\(file)")))
            let note = try SignedNote(parsing: bytes)
            let checkpoint = try Checkpoint(parsing: note.text)
            if let log = ledger.log { _ = try note.verified(by: [log]) }
            guard ledger.root(at: checkpoint.size) == checkpoint.root else {
                throw Unfit(
                    description:
                        "FORKED: the head of size \(checkpoint.size) that was seen is not one of this record")
            }
        }
        print(
            "{\"entries\":\(ledger.size),\"acknowledged\":\(count),\"heads\":\(files.count),\"size\":\(head?.size ?? 0)}"
        )
    }
}
