import Foundation
import Record
import SQLiteArchive
import Testing
import TransparencyLog

@Suite struct `Acts under seal` {
    private let folder: Folder

    init() throws {
        folder = try Folder()
        let report = """
            - account.stated:
                statement: Shots were heard at the mill.
                topic: clash
                instruments: [truce]
            """
        try Data(report.utf8).write(to: folder.url.appending(path: "report.yaml"))
        for (name, seed) in [("mission", UInt8(60)), ("archive", 61), ("stranger", 62)] {
            let key = try RecipientKey(raw: [UInt8](repeating: seed, count: 32))
            try Data(key.pem.utf8).write(to: folder.url.appending(path: "\(name).pem"))
            try Data(key.recipient.pem.utf8).write(to: folder.url.appending(path: "\(name).pub.pem"))
        }
    }

    private var record: String { folder("record") }

    private func play() async throws {
        let run = try await Program.run("play", Sources.exercise, "--into", record, "--keys", folder("keys"))
        try #require(run.status == 0, "\(run.errors)")
    }

    private func signing(_ name: String, with key: String? = nil, to file: String) -> [String] {
        ["--by", name, "--sign", folder("keys/\(key ?? name).pem"), "--output", folder(file)]
    }

    private func seal(
        to names: [String] = ["mission", "archive"], _ more: [String] = []
    ) async throws -> Program.Run {
        let recipients = names.flatMap { ["--to", folder("\($0).pub.pem")] }
        return try await Program.run(
            ["seal", record, folder("report.yaml")] + recipients + signing("anna", to: "sealed.json") + more)
    }

    /// Hands an envelope in to the log, as its keeper takes it.
    private func handIn(_ file: String) async throws -> Int {
        let keeper = RecordFolder(record)
        let archive = try SQLiteArchive(opening: keeper.databasePath)
        let sequencer = try await Sequencer(archive: archive, key: try keeper.logKey())
        defer { try? archive.close() }
        let bytes = Array(try Data(contentsOf: folder.url.appending(path: file)))
        guard case .logged(let receipt) = await sequencer.submit(bytes) else {
            throw Program.Missing(what: "receipt for \(file)")
        }
        return receipt.index
    }

    private func check(_ topic: String) async throws -> [String: Any] {
        let run = try await Program.run("verify", record, "--json")
        #expect(run.status == 0)
        let checks = try #require(try run.object["checks"] as? [[String: Any]])
        return try #require(checks.first { $0["check"] as? String == topic })
    }

    private func seals() async throws -> [String] {
        let reasons = try #require(try await check("sealed")["reasons"] as? [[String: Any]])
        return try #require(reasons.first?["arguments"] as? [String])
    }

    @Test func `is written for some, read by them, and opened for all by one of them`() async throws {
        try await play()
        let sealed = try await seal()
        #expect(sealed.status == 0, "\(sealed.errors)")
        #expect(sealed.output.contains("Without this file it is lost for ever."))
        let kept = try FileManager.default.contentsOfDirectory(atPath: record + "/vault")
        #expect(kept.count == 1)
        #expect(sealed.output.contains(kept[0]))
        let mode = try FileManager.default.attributesOfItem(atPath: record + "/vault/" + kept[0])
        #expect(mode[.posixPermissions] as? Int == 0o600)
        let envelope = try String(contentsOfFile: folder("sealed.json"), encoding: .utf8)
        #expect(!envelope.contains("mill"))
        #expect(try await handIn("sealed.json") == 21)
        #expect(try await seals() == ["0", "1", "0"])
        let listed = try await Program.run("log", record, "--from", "21")
        #expect(listed.output.contains("under seal, withheld from all but those whom the author chose"))

        let wrong = try await Program.run("open", record, "21", "--key", folder("stranger.pem"))
        #expect(wrong.status == 1)
        #expect(wrong.errors.contains("nothing was sealed for the key"))
        let read = try await Program.run("open", record, "21", "--key", folder("archive.pem"))
        #expect(read.status == 0, "\(read.errors)")
        #expect(read.output.contains("Shots were heard at the mill."))
        #expect(read.output.contains("Nobody else was told."))
        #expect(try await seals() == ["0", "1", "0"])

        let opened = try await Program.run(
            ["open", record, "21", "--key", folder("mission.pem"), "--publish", "--json"]
                + signing("bela", with: "bela.2", to: "open.json"))
        #expect(opened.status == 0, "\(opened.errors)")
        let body = try #require(try opened.object["body"] as? [String: Any])
        #expect(body["statement"] as? String == "Shots were heard at the mill.")
        #expect(try await handIn("open.json") == 22)
        #expect(try await seals() == ["1", "0", "0"])
        let entry = try #require(try await Program.run("log", record, "--from", "21", "--json").lines.first)
        #expect(entry["sealed"] as? String == "opened")
        let status = try await Program.run("status", record, "truce", "--json").object
        let truce = try #require((status["instruments"] as? [[String: Any]])?.first)
        #expect((truce["observance"] as? [String: Any])?["state"] as? String == "breachReported")
        #expect(try await Program.run("log", record, "--from", "21").output.contains("opened by entry 22"))
        // Without the vault everything is as before.
        try FileManager.default.removeItem(atPath: record + "/vault")
        #expect(try await seals() == ["1", "0", "0"])
    }

    @Test func `is destroyed for ever when somebody says so, and the record stays whole`() async throws {
        try await play()
        _ = try await seal()
        #expect(try await handIn("sealed.json") == 21)
        let destroy = ["destroy", record, "21"] + signing("keeper", to: "destroyed.json")
        let asked = try await Program.run(destroy)
        #expect(asked.status == 64)
        #expect(
            asked.errors.contains(
                "Copies already opened cannot be reached. Nothing was done; to do it, add --yes."))
        #expect(try FileManager.default.contentsOfDirectory(atPath: record + "/vault").count == 1)
        let other = try await Program.run(
            ["destroy", record, "21", "--yes"] + signing("bela", with: "bela.2", to: "destroyed.json"))
        #expect(other.status == 1)
        #expect(other.errors.contains("to be the author of entry 21"))
        let done = try await Program.run(destroy + ["--yes", "--reason", "asked for"])
        #expect(done.status == 0, "\(done.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: record + "/vault").isEmpty)
        #expect(try await handIn("destroyed.json") == 22)
        #expect(try await seals() == ["0", "0", "1"])
        let gone = try await Program.run("open", record, "21", "--key", folder("archive.pem"))
        #expect(gone.status == 2)
        #expect(gone.errors.contains("is destroyed, as entry 22 says"))
        #expect(try await Program.run(destroy + ["--yes"]).status == 64)
    }

    @Test func `says what is missing before anything is written`() async throws {
        try await play()
        let seal = ["seal", record, folder("report.yaml"), "--to", folder("mission.pub.pem")]
        #expect(try await Program.run(seal).status == 64)
        let nobody = try await Program.run(
            ["seal", record, folder("report.yaml")] + signing("anna", to: "sealed.json"))
        #expect(nobody.status == 64)
        #expect(nobody.errors.contains("Name at least one public key with --to FILE."))
        let wrongKey = try await Program.run(
            seal + ["--by", "anna", "--sign", folder("keys/bela.pem"), "--output", folder("sealed.json")])
        #expect(wrongKey.status == 1)
        #expect(wrongKey.errors.contains("is none of anna that is in force"))
        try Data("- account.stated: {statement: x, instruments: [pact]}\n".utf8).write(
            to: folder.url.appending(path: "report.yaml"))
        let unknown = try await self.seal()
        #expect(unknown.status == 1)
        #expect(unknown.errors.contains("The record knows no instrument called “pact”."))
        try Data("- account.stated: {statment: x}\n".utf8).write(
            to: folder.url.appending(path: "report.yaml"))
        let slip = try await self.seal()
        #expect(slip.errors.contains("report.yaml:1: "))
        #expect(slip.errors.contains("statement"))
        #expect(!FileManager.default.fileExists(atPath: folder("sealed.json")))
        #expect(!FileManager.default.fileExists(atPath: record + "/vault"))
        let plain = try await Program.run("open", record, "3", "--key", folder("archive.pem"))
        #expect(plain.status == 64)
        #expect(plain.errors.contains("Entry 3 is not sealed. No entry of this record is."))
    }
}
