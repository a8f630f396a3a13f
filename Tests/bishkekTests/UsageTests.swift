import Foundation
import Testing

/// What somebody typed that cannot be answered: each message says what, where, and what to do.
@Suite struct `Wrong usage` {
    private func wrong(_ arguments: [String], says: [String]) async throws {
        let run = try await Program.run(arguments)
        #expect(run.status == 64, "\(arguments) \(run.output)")
        #expect(run.bytes.isEmpty)
        for words in says { #expect(run.errors.contains(words), "\(run.errors)") }
    }

    @Test(arguments: ["status", "text", "compare", "signatures", "why"])
    func `an unknown instrument is answered with those there are`(command: String) async throws {
        let rest = ["compare": ["original", "copy"], "why": ["--party", "azerbaijan"]][command] ?? []
        try await wrong(
            [command, try await Bishkek1994.record, "bishkek-accord"] + rest,
            says: ["The record has no instrument “bishkek-accord”. It has: ", "bishkek-protocol"])
    }

    @Test func `an unknown party is answered with the parties of the instrument`() async throws {
        try await wrong(
            ["why", try await Bishkek1994.record, "ceasefire-letters-1994", "--party", "turkey"],
            says: ["no participant “turkey”", "ceasefire-letters-1994: azerbaijan, armenia, "])
    }

    @Test(arguments: ["status", "signatures", "why"])
    func `an unknown source is answered with those on disputed issues`(command: String) async throws {
        let rest = command == "why" ? ["--party", "azerbaijan"] : []
        try await wrong(
            [command, try await Bishkek1994.record, "bishkek-protocol", "--according-to", "Herodotus"] + rest,
            says: ["is called “Herodotus”", "V. Kazimirov, Peace to Karabakh (memoirs)"])
    }

    @Test func `part of a title that several sources share is not enough`() async throws {
        try await wrong(
            ["status", try await Bishkek1994.record, "--according-to", "a"],
            says: [
                "may be one of several sources; write more of the title", "PA-X Peace Agreements Database",
            ])
    }

    @Test func `an unknown copy is answered with the copies`() async throws {
        try await wrong(
            ["text", try await Bishkek1994.record, "bishkek-protocol", "--copy", "photocopy-paris"],
            says: ["no copy “photocopy-paris”. It has: ", "photocopy-baku"])
        try await wrong(
            ["compare", try await Bishkek1994.record, "bishkek-protocol", "original", "photocopy-paris"],
            says: ["no text “photocopy-paris”. Name a copy (", "photocopy-baku", "a language (en, ru)"])
    }

    @Test func `an unknown language is answered with the languages`() async throws {
        try await wrong(
            ["text", try await Bishkek1994.record, "bishkek-protocol", "--language", "hy"],
            says: ["no text of bishkek-protocol in “hy”. There is: en, ru."])
    }

    @Test(arguments: [
        "--at yesterday", "--at 1994-13", "--at 1994-02-30", "--at 1994-05-12T25:00+04:00",
        "--at 12.05.1994", "--known-on soon", "--published-by 5/9/94",
    ])
    func `what is no time is answered with how to write one`(option: String) async throws {
        let words = option.split(separator: " ").map(String.init)
        try await wrong(
            ["status", try await Bishkek1994.record] + words,
            says: ["\(option): ", "Write 1994-05-12, 1994-05 or 1994-05-12T00:01+04:00."])
    }

    @Test(arguments: [
        ["status"], ["log"], ["text", "letters"], ["compare", "letters", "a", "b"],
        ["signatures", "letters"],
        ["why", "letters", "--party", "azerbaijan"], ["prove", "0"], ["verify"], ["export", "record.tar"],
        ["serve"],
    ])
    func `a record that is not there is named`(command: [String]) async throws {
        var command = command
        command.insert("nowhere", at: 1)
        try await wrong(
            command,
            says: ["There is nothing at nowhere. Name a record's folder, or a file exported from one."])
    }

    @Test func `a folder that holds no record is told from one that does`() async throws {
        let folder = try Folder()
        try await wrong(
            ["status", folder.url.path],
            says: ["holds no record", "Make one: bishkek play HISTORY --into"])
    }

    @Test func `a history that is not there is named`() async throws {
        let folder = try Folder()
        try await wrong(
            ["play", "no-history", "--into", folder("record")],
            says: ["There is nothing at no-history. Name a history's folder."])
        #expect(!FileManager.default.fileExists(atPath: folder("record")))
    }

    @Test func `an entry that is not there is answered with those that are`() async throws {
        try await wrong(
            ["prove", try await Bishkek1994.record, "225"],
            says: ["There is no entry 225: the record has entries 0 to 224."])
    }

    @Test func `a checkpoint that is none is named`() async throws {
        let record = try await Bishkek1994.record
        try await wrong(
            ["verify", record, "--checkpoint", "no-checkpoint"], says: ["There is no file no-checkpoint."])
        let folder = try Folder()
        try Data("Dear diary\n".utf8).write(to: URL(filePath: folder("diary.txt")))
        try await wrong(
            ["verify", record, "--checkpoint", folder("diary.txt")],
            says: ["--checkpoint \(folder("diary.txt")) is no signed checkpoint: "])
    }

    @Test func `a log's key that is none is named`() async throws {
        let folder = try Folder()
        let record = try await Bishkek1994.record
        _ = try await Program.run("prove", record, "0", "--output", folder("0.proof"))
        _ = try await Program.run("export", record, folder("record.tar"))
        _ = try await Program.run("witness", "init", folder("geneva"), "--name", "geneva.example/w")
        try Data("Dear diary\n".utf8).write(to: URL(filePath: folder("diary.txt")))
        for command in [
            ["verify", record], ["verify", folder("record.tar")], ["verify", folder("0.proof")],
            ["mirror", folder("record.tar"), folder("mirror")], ["witness", "serve", folder("geneva")],
        ] {
            try await wrong(
                command + ["--log", "log.vkey"],
                says: ["--log log.vkey is no verifier key, and there is no such file: "])
            try await wrong(
                command + ["--log", folder("diary.txt")],
                says: ["--log \(folder("diary.txt")) holds no verifier key: "])
        }
    }

    @Test(arguments: [
        ["status"], ["log"], ["text"], ["compare", "demo", "bishkek-protocol", "original"],
        ["signatures", "demo"], ["why", "demo", "bishkek-protocol"], ["prove", "demo"],
        ["prove", "demo", "first"], ["verify"], ["export", "demo"], ["serve"], ["play", "history"],
        ["init", "demo"], ["sign"], ["log", "demo", "--from", "-1"], ["log", "demo", "--limit", "0"],
        ["serve", "demo", "--port", "0"], ["status", "demo", "--when", "1994"],
    ])
    func `what is missing or unknown is answered with the usage`(arguments: [String]) async throws {
        try await wrong(arguments, says: ["Error: ", "Usage: bishkek "])
    }

    @Test func `what is no record is not taken for one`() async throws {
        let folder = try Folder()
        try Data("Dear diary".utf8).write(to: URL(filePath: folder("diary.txt")))
        for command in ["status", "verify", "log"] {
            let run = try await Program.run(command, folder("diary.txt"))
            #expect(run.status == 1)
            #expect(run.errors.hasPrefix("bishkek: "), "\(run.errors)")
        }
    }
}
