import Ceasefire
import Foundation
import Record
import Testing
import TransparencyLog

/// The exercise by the river with its keeper, and its witnesses in Geneva and Helsinki, each a program of its own.
@Suite struct `A record with witnesses` {
    private let folder: Folder
    private let log: VerifierKey

    init() async throws {
        folder = try Folder()
        let played = try await Program.run("play", Sources.exercise, "--into", folder("record"))
        try #require(played.status == 0, "\(played.errors)")
        log = try RecordFolder(folder("record")).logKey().verifierKey
    }

    private struct Cosigner {
        let served: Served
        let key: String
    }

    private func witness(_ name: String) async throws -> Cosigner {
        let made = try await Program.run(
            "witness", "init", folder(name), "--name", "\(name).example/w", "--json"
        ).object
        let key = try #require(made["witness"] as? String)
        return Cosigner(
            served: try await Served("witness", "serve", folder(name), "--log", log.description), key: key)
    }

    private func write(policy lines: [String], quorum: String) throws {
        let text = (["log \(log)"] + lines + ["quorum \(quorum)"]).joined(separator: "\n") + "\n"
        try Data(text.utf8).write(to: URL(filePath: folder("record/policy")))
    }

    /// An act that its party's own key signs, as the exercise made it.
    private func envelope(seen note: SignedNote, saying words: String) async throws -> String {
        let keys = try KeyFolder(folder("record-keys"), outside: RecordFolder(folder("record")))
        let author = try #require(ParticipantID("northbank"))
        let listed = try await Program.run("log", folder("record"), "--limit", "1", "--json").lines
        let id = try #require(listed.first?["id"] as? String)
        let opening = try #require(TextDigest(hex: id))
        let statement = ActStatement(
            record: RecordID(origin: log.name, opening: opening),
            act: .reference(.accounted(Account(statement: words))), author: author,
            seen: try SeenHead(note, signedBy: log))
        let envelope = try Envelope(statement, signedBy: try keys.keys(of: author))
        let file = folder("\(words).json")
        try Data(envelope.json).write(to: URL(filePath: file))
        return file
    }

    private func checkpoint(_ served: Served) async throws -> SignedNote {
        try SignedNote(parsing: try await served.ask("/checkpoint").bytes)
    }

    private func wait(_ what: String, until holds: () async throws -> Bool) async throws {
        for _ in 0..<200 {
            if try await holds() { return }
            try await Task.sleep(for: .milliseconds(100))
        }
        throw Program.Missing(what: what)
    }

    @Test func `is logged at once and witnessed soon, though one witness keeps silent`() async throws {
        let (geneva, helsinki) = (try await witness("geneva"), try await witness("helsinki"))
        // Vienna takes connections and never answers.
        let silent = try SilentHost()
        let vienna = try SigningKey(generatedFor: "vienna.example/w", algorithm: .ed25519Cosignature)
        try write(
            policy: [
                "witness geneva \(geneva.key) \(geneva.served.url)",
                "witness helsinki \(helsinki.key) \(helsinki.served.url)/",
                "witness vienna \(vienna.verifierKey) \(silent.url)",
                "group two 2 geneva helsinki vienna",
            ], quorum: "two")
        let serving = try await Served(
            "serve", folder("record"), "--add", "--publish", folder("published"))
        let file = try await envelope(seen: try await checkpoint(serving), saying: "agreed")
        let added = try await Program.run("add", serving.url, file)
        #expect(added.output == "21\n", "\(added.errors)")
        // Written for whoever asks first, and again once it is witnessed.
        #expect(try await serving.ask("/export.tar").bytes.count > 22)
        try await wait("cosigned checkpoint") {
            let note = try await checkpoint(serving)
            return try Checkpoint(parsing: note.text).size == 22 && note.signatures.count == 3
        }
        let keys = try [log.description, geneva.key, helsinki.key].map { try VerifierKey($0) }
        #expect(try await checkpoint(serving).verified(by: keys).count == 3)
        let policy = try Data(contentsOf: URL(filePath: folder("record/policy")))
        #expect(try await serving.ask("/policy").bytes == Array(policy))
        try await wait("publication with cosignatures") {
            FileManager.default.contents(atPath: folder("published/checkpoint")).map { Array($0) }
                == (try await checkpoint(serving).bytes)
        }
        #expect(FileManager.default.contents(atPath: folder("published/policy")) == policy)
        let export = Data(try await serving.ask("/export.tar").bytes)
        #expect(export.range(of: Data(try await checkpoint(serving).bytes)) != nil)
        #expect(export.range(of: policy) != nil)
        let words =
            "Logged: 22 entries. Witnessed: all of them, cosigned by geneva.example/w and helsinki.example/w."
        #expect(try await serving.ask("/record").text.contains(words))
        let entry = try await serving.ask("/record/21").text
        #expect(entry.contains("Logged and witnessed: cosigned by geneva.example/w and helsinki.example/w."))
        #expect(try await Program.run("log", folder("record")).output.contains(words))
        let listed = try await Program.run("log", folder("record"), "--json").lines
        #expect(listed.last?["witnessed"] as? Bool == true)
        let proof = try EntryProof(parsing: try await serving.ask("/record/21/proof").bytes)
        #expect(try proof.verify(Policy(parsing: Array(policy))).isQuorumMet)
    }

    @Test func `takes nothing once it went back behind what a witness has seen`() async throws {
        let geneva = try await witness("geneva")
        try write(policy: ["witness geneva \(geneva.key) \(geneva.served.url)"], quorum: "geneva")
        try FileManager.default.copyItem(atPath: folder("record"), toPath: folder("backup"))
        let serving = try await Served("serve", folder("record"), "--add")
        #expect(serving.output.contains("geneva.example/w: seen no more than the record holds."))
        let file = try await envelope(seen: try await checkpoint(serving), saying: "agreed")
        #expect(try await Program.run("add", serving.url, file).output == "21\n")
        try await wait("witnessed entry") { try await checkpoint(serving).signatures.count == 2 }
        try await serving.stop()
        let restored = try await Program.run(
            "serve", folder("backup"), "--add", "--port", String(Served.freePort()))
        #expect(restored.status == 1)
        #expect(
            restored.errors.contains("geneva.example/w has cosigned a head of 22 entries, and "),
            "\(restored.errors)")
        #expect(restored.errors.contains("holds 21: the record went back"))
        let handed = try await Program.run("add", folder("backup"), file)
        #expect(handed.status == 1 && handed.output.isEmpty)
        #expect(handed.errors.contains("holds 21: the record went back"), "\(handed.errors)")
        // Reading is no danger.
        _ = try await Served("serve", folder("backup"))
    }

    @Test func `starts read-only while no witness answers, unless told otherwise`() async throws {
        let geneva = try SigningKey(generatedFor: "geneva.example/w", algorithm: .ed25519Cosignature)
        let nowhere = "http://127.0.0.1:\(try Served.freePort())"
        try write(policy: ["witness geneva \(geneva.verifierKey) \(nowhere)"], quorum: "geneva")
        let file: String
        do {
            let serving = try await Served("serve", folder("record"), "--add")
            file = try await envelope(seen: try await checkpoint(serving), saying: "agreed")
            #expect(
                serving.errors.contains("geneva.example/w does not answer. Read-only;"), "\(serving.errors)")
            let added = try await Program.run("add", serving.url, file)
            #expect(added.errors.contains("read-only since no witness answered"), "\(added.errors)")
            let handed = try await Program.run("add", folder("record"), file)
            #expect(handed.status == 1)
            #expect(handed.errors.contains("geneva.example/w does not answer. Nothing was handed in"))
        }
        let serving = try await Served("serve", folder("record"), "--add", "--without-witnesses")
        #expect(try await Program.run("add", serving.url, file).output == "21\n")
        #expect(try await serving.ask("/record/21").text.contains("Logged, not yet witnessed."))
    }

    @Test func `takes nothing where an old file lies in place of the newer one`() async throws {
        let geneva = try await witness("geneva")
        try write(policy: ["witness geneva \(geneva.key) \(geneva.served.url)"], quorum: "geneva")
        let old = try Data(contentsOf: URL(filePath: folder("record/record.sqlite")))
        let serving = try await Served("serve", folder("record"), "--add")
        let file = try await envelope(seen: try await checkpoint(serving), saying: "agreed")
        #expect(try await Program.run("add", serving.url, file).output == "21\n")
        try await wait("witnessed entry") { try await checkpoint(serving).signatures.count == 2 }
        try await serving.stop()
        for name in ["record.sqlite-wal", "record.sqlite-shm"] {
            try? FileManager.default.removeItem(atPath: folder("record/\(name)"))
        }
        try old.write(to: URL(filePath: folder("record/record.sqlite")))
        // The keeper has no policy any more, and so nobody to ask.
        try FileManager.default.removeItem(atPath: folder("record/policy"))
        let port = String(try Served.freePort())
        for command in [
            ["serve", folder("record"), "--add", "--port", port], ["add", folder("record"), file],
        ] {
            let run = try await Program.run(command)
            #expect(run.status == 1 && run.output.isEmpty)
            #expect(
                run.errors.contains(
                    "witnessed is a head of 22 entries, and the record holds 21: it went back"),
                "\(run.errors)")
        }
    }

    @Test func `says that there is no rollback protection where nobody is asked`() async throws {
        let serving = try await Served("serve", folder("record"), "--add")
        #expect(serving.output.contains("No rollback protection: "))
        #expect(try await serving.ask("/policy").text == "log \(log)\nquorum none\n")
        #expect(try await serving.ask("/record").text.contains("No witness is asked"))
    }
}

@Suite struct `Publishing from the command line` {
    @Test func `what is published is what the site serves, and is never taken back`() async throws {
        let folder = try Folder()
        #expect(try await Program.run("play", Sources.exercise, "--into", folder("record")).status == 0)
        let made = try await Program.run("publish", folder("record"), "--into", folder("site"), "--json")
            .object
        #expect(made["size"] as? Int == 21)
        let serving = try await Served("serve", folder("record"))
        var names: [String] = []
        for name in FileManager.default.subpaths(atPath: folder("site")) ?? [] {
            guard let bytes = FileManager.default.contents(atPath: folder("site/\(name)")),
                !(try isFolder(folder("site/\(name)")))
            else { continue }
            names.append(name)
            #expect(try await serving.ask("/\(name)").bytes == Array(bytes), "\(name)")
        }
        #expect(Set(names).isSuperset(of: ["checkpoint", "log.vkey", "policy", "tile/0/000.p/21"]))
        let another = try await Program.run("play", Sources.exercise, "--into", folder("other"))
        #expect(another.status == 0)
        let refused = try await Program.run("publish", folder("other"), "--into", folder("site"))
        #expect(refused.status == 1)
        #expect(refused.errors.contains("publishes another log than"), "\(refused.errors)")
    }

    private func isFolder(_ path: String) throws -> Bool {
        try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType == .typeDirectory
    }
}
