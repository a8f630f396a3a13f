import Ceasefire
import Foundation
import Record
import Testing
import TransparencyLog

@Suite struct `The page about the format` {
    /// The entry whose making the page shows step by step.
    private func example() throws -> (entry: LogEntry, statement: ActStatement, key: Key) {
        let exercise = try Exercise()
        let leaf = MerkleTree.leafHash(
            LogEntry(received: Instant(milliseconds: 1_900_000_000_000), envelope: exercise.first).leaf)
        let head = try Checkpoint(origin: Exercise.origin, size: 1, root: leaf).signed(by: exercise.log)
        let statement = ActStatement(
            record: exercise.record,
            act: .signing(.signed(Signature(instrument: "letter-baku", line: "baku", medium: .digital))),
            author: "azerbaijan", seen: try SeenHead(head, signedBy: exercise.log.verifierKey))
        let envelope = try Envelope(statement, signedBy: [exercise.azerbaijan])
        let received = Instant(milliseconds: 1_900_000_060_000)
        return (
            LogEntry(received: received, envelope: envelope), statement, exercise.opening.founders[2].keys[0]
        )
    }

    @Test func `shows a true example`() throws {
        let (entry, statement, key) = try example()
        let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let page = try String(
            contentsOf: root.appendingPathComponent("docs/record-format.md"), encoding: .utf8)
        for shown in [
            String(decoding: statement.payload, as: UTF8.self), String(decoding: entry.leaf, as: UTF8.self),
            entry.envelope.id.hex, MerkleTree.leafHash(entry.leaf).hex, key.spki,
            "DSSEv1 32 application/vnd.bishkek.act+json \(statement.payload.count) ",
        ] {
            #expect(page.contains(shown), "the page lacks \(shown)")
        }
        #expect(entry.envelope.validKeys(among: [key]) == [key])
    }
}
