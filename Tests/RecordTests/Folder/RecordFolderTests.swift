import Ceasefire
import Foundation
import Record
import Testing
import TransparencyLog

@Suite struct `The record's folder` {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func mode(of path: String) throws -> Int {
        try #require(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
    }

    @Test func `the log's key is its owner's alone, and is never written over`() throws {
        let record = RecordFolder(folder.file("record"))
        let key = try record.create(origin: "bishkek.example")
        #expect(try record.logKey().verifierKey == key.verifierKey)
        #expect(try mode(of: record.logKeyPath) == 0o600)
        #expect(try mode(of: folder.file("record/keys")) == 0o700)
        #expect(throws: KeyFault(.file, "")) { try record.create(origin: "bishkek.example") }
    }

    @Test func `participants' keys never lie under it, by whatever way`() throws {
        let record = RecordFolder(folder.file("record"))
        _ = try record.create(origin: "bishkek.example")
        try FileManager.default.createSymbolicLink(
            atPath: folder.file("elsewhere"), withDestinationPath: folder.file("record/keys"))
        for path in [
            "record", "record/keys", "record/keys/own/deeper", "record/../record/keys", "elsewhere",
            "elsewhere/x",
        ] {
            #expect(throws: KeyFault(.insideRecord, ""), "\(path)") {
                try KeyFolder(folder.file(path), outside: record)
            }
        }
        #expect(throws: Never.self) { try KeyFolder(folder.file("record-keys"), outside: record) }
    }

    @Test func `a participant's keys are PEM files that openssl reads`() throws {
        let keys = try KeyFolder(folder.file("own"), outside: RecordFolder(folder.file("record")))
        let classic = try keys.create(for: "azerbaijan")
        let lattice = try keys.create(.mldsa65, for: "azerbaijan")
        #expect(try keys.keys(of: "azerbaijan").map(\.publicKey) == [classic.publicKey, lattice.publicKey])
        #expect(try keys.keys(of: "armenia").isEmpty)
        #expect(try mode(of: folder.file("own/azerbaijan.pem")) == 0o600)
        #expect(throws: KeyFault(.file, "")) { try keys.create(for: "azerbaijan") }
        switch try folder.run("openssl", "pkey", "-in", "own/azerbaijan.pem", "-noout", "-check") {
        case nil: print("openssl is not installed: the cross-check was left out")
        case let status: #expect(status == 0)
        }
    }
}
