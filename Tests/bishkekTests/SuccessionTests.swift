import Foundation
import Testing

@Suite struct `Going on after an end` {
    private let folder: Folder

    init() throws { folder = try Folder() }

    /// A copy of the exercise by the river, with `old` replaced by `new` in one of its files.
    private func history(
        _ name: String, _ changes: [(file: String, old: String, new: String)]
    ) throws -> String {
        let copy = folder.url.appending(path: name)
        try FileManager.default.copyItem(at: URL(filePath: Sources.exercise), to: copy)
        for (file, old, new) in changes {
            let path = copy.appending(path: file)
            let text = try String(contentsOf: path, encoding: .utf8)
            try #require(text.contains(old))
            try text.replacing(old, with: new).write(to: path, atomically: true, encoding: .utf8)
        }
        return copy.path
    }

    @Test func `a successor commits to the record whose log's key is lost`() async throws {
        _ = try await Program.run("play", Sources.exercise, "--into", folder("old"))
        _ = try await Program.run("export", folder("old"), folder("old.tar"))
        let made = try await Program.run(
            "init", folder("next"), "--origin", "example.org/orla-2", "--succeeds", folder("old.tar"),
            "--reason", "lost-key")
        #expect(made.status == 0, "\(made.errors)")
        #expect(made.output.contains("It will succeed example.org/orla from its head of 21 entries on"))
        let second = try history(
            "second", [("history.yaml", "origin: example.org/orla", "origin: example.org/orla-2")])
        let played = try await Program.run("play", second, "--into", folder("next"))
        #expect(played.status == 0, "\(played.errors)")
        for old in ["old", "old.tar"] {
            let run = try await Program.run("verify", folder("next"), "--predecessor", folder(old))
            #expect(run.status == 0, "\(run.output) \(run.errors)")
            #expect(run.output.contains("It succeeds example.org/orla at 21 entries"))
            #expect(run.output.contains("is the one that is named, in all of its first 21 entries."))
        }
        // Another play of the same history has other keys, and is another record.
        _ = try await Program.run("play", Sources.exercise, "--into", folder("other"))
        let other = try await Program.run("verify", folder("next"), "--predecessor", folder("other"))
        #expect(other.status == 1)
        #expect(other.output.contains("The record brought along is not the one that is named: its log is"))
    }

    @Test func `an origin that ended is never used again, and only a whole record is succeeded`() async throws
    {
        _ = try await Program.run("play", Sources.exercise, "--into", folder("old"))
        let same = try await Program.run(
            "init", folder("next"), "--origin", "example.org/orla", "--succeeds", folder("old"), "--reason",
            "fork")
        #expect(same.status == 64)
        #expect(same.errors.contains("is never used again"))
        for options in [["--succeeds", folder("old")], ["--reason", "fork"]] {
            let half = try await Program.run(
                ["init", folder("next"), "--origin", "example.org/orla-2"] + options)
            #expect(half.status == 64)
        }
        _ = try await Program.run("export", folder("old"), folder("old.tar"))
        var bytes = try Data(contentsOf: URL(filePath: folder("old.tar")))
        let place = try #require(bytes.firstRange(of: Data("\"payload\"".utf8)))
        bytes[place.upperBound + 20] ^= 1
        try bytes.write(to: URL(filePath: folder("old.tar")))
        let damaged = try await Program.run(
            "init", folder("next"), "--origin", "example.org/orla-2", "--succeeds", folder("old.tar"),
            "--reason", "unreproducible")
        #expect(damaged.status == 1)
        #expect(damaged.errors.contains("Choose a copy that does"))
        #expect(!FileManager.default.fileExists(atPath: folder("next")))
    }

    @Test func `what a key signed that others may have had is listed as doubtful`() async throws {
        let history = try history(
            "stolen",
            [
                (
                    "acts/truce.yaml", "  for: northbank\n  received: 2031-04-02T09:00",
                    "  for: northbank\n  label: signed\n  received: 2031-04-02T09:00"
                ),
                (
                    "acts/truce.yaml", "- entry.withdrawn:",
                    "- key.compromised: {participant: anna, key: current, from: signed, reason: a stolen bag}\n"
                        + "  by: northbank\n\n- entry.withdrawn:"
                ),
            ])
        let played = try await Program.run("play", history, "--into", folder("record"))
        #expect(played.status == 0, "\(played.errors)")
        let entries = try await Program.run("log", folder("record"), "--json").lines
        let doubtful = entries.filter { $0["doubtful"] != nil }
        let mark = try #require(entries.first { $0["act"] as? String == "key.compromised" }?["index"] as? Int)
        #expect(doubtful.compactMap { $0["act"] as? String } == ["signature.affixed"])
        #expect(doubtful.compactMap { $0["doubtful"] as? Int } == [mark])
        let listed = try await Program.run("log", folder("record"))
        #expect(listed.output.contains("Doubtful: it is signed with a key of Anna Vale"))
        let verified = try await Program.run("verify", folder("record"))
        #expect(verified.status == 0)
        #expect(verified.output.contains("doubtful: a key of anna signed it"))
        // The signature counts as before.
        let status = try await Program.run("status", folder("record"), "--at", "2031-04-03T12:00+02:00")
        #expect(status.output.contains("✓ In force for Northbank since 3 April 2031, 06:00."))
    }
}
