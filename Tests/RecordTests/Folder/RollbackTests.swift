import Ceasefire
import Foundation
import Testing
import TransparencyLog

@testable import Record

/// A record of the letters, in the folder of its keeper, who has put an old file in place.
@Suite struct `A record that went back` {
    let exercise: Exercise
    let archive = MemoryArchive()
    let temporary: TemporaryFolder
    let folder: RecordFolder

    init() throws {
        exercise = try Exercise()
        temporary = try TemporaryFolder()
        folder = RecordFolder(temporary.file("record"))
        try PrivateFile.makeFolder(folder.path)
    }

    /// The record before its last entry, and with it.
    private func ledgers(
        saying words: String = "Shots were heard."
    ) async throws -> (old: Ledger, new: Ledger) {
        let (sequencer, _) = try await exercise.opened(archive)
        let old = await sequencer.ledger
        let receipt = try await sequencer.submit(
            try exercise.attested(.stated(words), of: "armenia", on: "1994-05-13").json
        ).receipt
        try Data(receipt.note.bytes).write(to: URL(filePath: folder.witnessedPath))
        return (old, await sequencer.ledger)
    }

    @Test func `is found by the head that was witnessed, whatever witnesses say today`() async throws {
        let (old, new) = try await ledgers()
        try folder.checkRollback(of: new)
        let fault = #expect(throws: ArchiveError.self) { try folder.checkRollback(of: old) }
        #expect(fault?.code == .inconsistent)
        #expect(
            fault?.message.contains(
                "witnessed is a head of \(new.size) entries, and the record holds \(old.size): it went back")
                == true)
    }

    @Test func `is found by its snapshot`() async throws {
        let (old, new) = try await ledgers()
        try FileManager.default.removeItem(atPath: folder.witnessedPath)
        try folder.checkRollback(of: old)
        var whole = Ledger()
        try await whole.catchUp(with: archive)
        try #require(Snapshot(of: whole)).write(to: folder.snapshotPath)
        try folder.checkRollback(of: new)
        let fault = #expect(throws: ArchiveError.self) { try folder.checkRollback(of: old) }
        #expect(fault?.message.contains("snapshot is of \(new.size) entries") == true)
    }

    @Test func `another history of the same size is a fork, and what another log signed is nothing`()
        async throws
    {
        let (_, new) = try await ledgers()
        let other = try Checkpoint(
            origin: exercise.log.name, size: new.size, root: MerkleTree.leafHash(Array("other".utf8)))
        try Data(try other.signed(by: exercise.log).bytes).write(to: URL(filePath: folder.witnessedPath))
        let fault = #expect(throws: ArchiveError.self) { try folder.checkRollback(of: new) }
        #expect(fault?.message.contains("another history of the first \(new.size) entries") == true)
        let stranger = try SigningKey(generatedFor: exercise.log.name)
        try Data(try other.signed(by: stranger).bytes).write(to: URL(filePath: folder.witnessedPath))
        try folder.checkRollback(of: new)
    }
}
