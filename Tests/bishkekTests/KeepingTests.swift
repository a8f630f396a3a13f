import Foundation
import Testing

@Suite struct `Keeping a record` {
    private let folder: Folder

    init() throws { folder = try Folder() }

    // MARK: Making and playing

    @Test func `a folder is made first and played into later`() async throws {
        let made = try await Program.run("init", folder("record"), "--origin", "example.org/orla")
        #expect(made.status == 0)
        #expect(made.output.contains("The log's verifier key, for everybody: example.org/orla+"))
        let empty = try await Program.run("status", folder("record"))
        #expect(empty.status == 1)
        #expect(empty.errors.contains("has no entries yet. Play a history into it: bishkek play"))
        let played = try await Program.run("play", Sources.exercise, "--into", folder("record"))
        #expect(played.status == 0, "\(played.errors)")
        #expect(try await Program.run("verify", folder("record")).status == 0)
    }

    @Test func `a folder that is there is not made again`() async throws {
        _ = try await Program.run("init", folder("record"), "--origin", "example.org/orla")
        let again = try await Program.run("init", folder("record"), "--origin", "example.org/orla")
        #expect(again.status == 1)
        #expect(again.errors.contains("Choose another folder; a record is never written over."))
    }

    @Test func `a history is not played into the log of another origin`() async throws {
        _ = try await Program.run("init", folder("record"), "--origin", "example.org/other")
        let played = try await Program.run("play", Sources.exercise, "--into", folder("record"))
        #expect(played.status == 1)
        #expect(played.errors.contains("is the log of example.org/other, and the history of example.org/"))
    }

    @Test func `a history is not played twice into one folder`() async throws {
        #expect(try await Program.run("play", Sources.exercise, "--into", folder("record")).status == 0)
        let again = try await Program.run("play", Sources.exercise, "--into", folder("record"))
        #expect(again.status == 1)
        #expect(again.errors.contains("holds 21 entries already. Play a history into a folder of its own."))
        #expect(try await Program.run("log", folder("record"), "--json").lines.count == 21)
    }

    @Test func `of two plays at once into one folder one wins, and nothing is lost`() async throws {
        async let first = Program.run("play", Sources.history, "--into", folder("record"))
        async let second = Program.run("play", Sources.history, "--into", folder("record"))
        let runs = try await [first, second]
        #expect(Set(runs.map(\.status)) == [0, 1], "\(runs.map(\.errors))")
        #expect(runs.allSatisfy { ($0.status == 0) == $0.errors.isEmpty })
        #expect(try await Program.run("verify", folder("record")).status == 0)
        #expect(try await Program.run("log", folder("record"), "--json").lines.count == 225)
    }

    @Test func `nobody's key is kept in the record's folder`() async throws {
        let inside = try await Program.run(
            "play", Sources.exercise, "--into", folder("record"), "--keys", folder("record/people"))
        #expect(inside.status == 1)
        #expect(inside.errors.contains("Keep participants' keys elsewhere"))
        _ = try await Program.run(
            "play", Sources.exercise, "--into", folder("record"), "--keys", folder("people"))
        let kept = try FileManager.default.subpathsOfDirectory(atPath: folder("record")).sorted()
        #expect(kept == ["keys", "keys/log.key", "record.sqlite"])
        for key in ["anna.pem", "northbank.pem", "keeper.pem"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: folder("people/" + key))
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
    }

    // MARK: Exercises

    @Test func `an exercise says that it is one`() async throws {
        let played = try await Program.run("play", Sources.exercise, "--into", folder("record"))
        #expect(played.output.contains("EXERCISE: performed by generated keys"))
        let status = try await Program.run("status", folder("record"), "--at", "2031-04-03T12:00+02:00")
        #expect(status.output.hasPrefix("EXERCISE. Nothing in this record happened.\n"))
        #expect(status.output.contains("✓ In force for Northbank since 3 April 2031, 06:00."))
        let verified = try await Program.run("verify", folder("record"))
        #expect(verified.output.contains("This is an exercise: nothing in it happened."))
    }

    @Test func `what was known on a day leaves out what was received later`() async throws {
        _ = try await Program.run("play", Sources.exercise, "--into", folder("record"))
        func eastbank(knownOn day: String) async throws -> String {
            let answer = try await Program.run(
                "signatures", folder("record"), "truce", "--at", "2031-04-10", "--known-on", day, "--json"
            ).object
            let lines = try #require(answer["lines"] as? [[String: Any]])
            return try #require(lines.first { $0["line"] as? String == "eastbank" }?["signed"] as? String)
        }
        // Signed on the 3rd, heard of on the 5th.
        #expect(try await eastbank(knownOn: "2031-04-04") == "missing")
        #expect(try await eastbank(knownOn: "2031-04-06") == "met")
    }
}

@Suite struct `Trying again` {
    @Test func `a history with a mistake leaves nothing in the way of its correction`() async throws {
        let folder = try Folder()
        let history = folder.url.appending(path: "history")
        try FileManager.default.copyItem(at: URL(filePath: Sources.history), to: history)
        let file = history.appending(path: "acts/1994-ceasefire-letters.yaml")
        let right = try String(contentsOf: file, encoding: .utf8)
        try right.replacing("actor: mamedov", with: "actor: mamedof").write(
            to: file, atomically: true, encoding: .utf8)
        let record = folder.url.appending(path: "record").path
        let refused = try await Program.run("play", history.path, "--into", record)
        #expect(refused.status == 1)
        #expect(refused.errors.contains("there is no participant “mamedof” so far"))
        #expect(refused.errors.contains("Nothing was kept. Correct it and play again."))
        try right.write(to: file, atomically: true, encoding: .utf8)
        #expect(try await Program.run("play", history.path, "--into", record).status == 0)
    }

    @Test func `a text with other bytes than were signed is not shown`() async throws {
        let folder = try Folder()
        let export = folder.url.appending(path: "record.tar")
        _ = try await Program.run("export", try await Bishkek1994.record, export.path)
        var bytes = try Data(contentsOf: export)
        let words = try #require(bytes.range(of: Data("Places for signature".utf8)))
        bytes[words.lowerBound] = UInt8(ascii: "F")
        try bytes.write(to: export)
        for copy in ["--language", "--plain"] {
            let answer = try await Program.run(
                ["text", export.path, "bishkek-protocol", "--language", "en"]
                    + (copy == "--plain" ? ["--plain"] : []))
            #expect(answer.status == 1)
            #expect(answer.errors.contains("has other bytes than were signed"))
        }
    }
}
