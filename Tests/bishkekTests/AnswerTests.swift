import Foundation
import Testing

@Suite struct `What the record answers about May 1994` {
    private func ask(_ command: String, _ rest: String...) async throws -> Program.Run {
        let run = try await Program.run([command, Bishkek1994.record] + rest)
        #expect(run.status == 0, "\(run.errors)")
        return run
    }

    // MARK: Why

    @Test func `why names the condition that rests on an inference of the recorder`() async throws {
        let lines = try await ask(
            "why", "ceasefire-letters-1994", "--party", "azerbaijan", "--at", "1994-05-12"
        ).output.split(separator: "\n")
        #expect(lines.first == "✓ In force for Azerbaijan since 12 May 1994, 00:01.")
        let inferred = lines.filter { $0.contains("an inference of the recorder") }
        #expect(inferred.count == 1)
        #expect(inferred.first?.contains("Vladimir Kazimirov gives notice of receipt") == true)
        #expect(inferred.first?.hasSuffix("#127") == true)
        #expect(lines.contains { $0.contains("Mamedrafi Mamedov signs for Azerbaijan, 9 May 1994  #122") })
        #expect(lines.filter { $0.hasPrefix("  ") }.allSatisfy { $0.contains("✓ met: ") })
    }

    @Test func `why says that the protocol binds nobody`() async throws {
        let answer = try await ask("why", "bishkek-protocol", "--party", "azerbaijan").output
        #expect(answer.contains("it appeals or declares, and binds nobody"))
    }

    @Test func `why says that the letters have rules, and none for Russia`() async throws {
        let answer = try await ask("why", "ceasefire-letters-1994", "--party", "russia").output
        #expect(answer.hasPrefix("○ Not addressed: Russia. The rules on its effect are for others."))
        #expect(answer.contains("The rules on its effect leave Russia out"))
    }

    // MARK: Texts

    @Test func `the copies of Bishkek and Baku differ in exactly two places`() async throws {
        let answer = try await ask("compare", "bishkek-protocol", "original", "photocopy-baku").output
        #expect(answer.contains("2 places differ."))
        #expect(answer.contains("{+международных +}наблюдателей"))
        #expect(answer.contains("[−захваченных −]{+оккупированных +}территорий"))
        #expect(answer.components(separatedBy: "\nClause ").count == 3)
    }

    @Test func `a text is found by copy, by language and by the first digits of its digest`() async throws {
        let byCopy = try await ask(
            "compare", "bishkek-protocol", "original", "photocopy-baku", "--json"
        ).object
        let a = try #require((byCopy["a"] as? [String: Any])?["text"] as? String)
        let b = try #require((byCopy["b"] as? [String: Any])?["text"] as? String)
        let byDigest = try await ask(
            "compare", "bishkek-protocol", String(a.prefix(8)), String(b.prefix(8)), "--json"
        ).object
        #expect(byDigest["places"] as? Int == 2)
        let byLanguage = try await ask("compare", "bishkek-protocol", "ru", "en", "--json").object
        #expect((byLanguage["a"] as? [String: Any])?["language"] as? String == "ru")
        #expect((byLanguage["b"] as? [String: Any])?["language"] as? String == "en")
    }

    @Test(arguments: [[], ["--copy", "photocopy-baku"], ["--language", "en"]])
    func `a plain text has the bytes of its digest`(choice: [String]) async throws {
        let arguments = ["text", try await Bishkek1994.record, "bishkek-protocol"] + choice
        let versions = try await Program.run(arguments + ["--json"]).object["versions"] as? [[String: Any]]
        let digest = try #require(versions?.first?["text"] as? String)
        let plain = try await Program.run(arguments + ["--plain"])
        let folder = try Folder()
        try Data(plain.bytes).write(to: folder.url.appending(path: "text"))
        #expect(try await sha256(folder("text")) == digest)
    }

    private func sha256(_ file: String) async throws -> String {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["openssl", "dgst", "-sha256", "-r", file]
        process.standardOutput = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        return String(String(decoding: output, as: UTF8.self).prefix(64))
    }

    @Test func `a text shows what was altered by hand`() async throws {
        let answer = try await ask("text", "bishkek-protocol", "--copy", "photocopy-baku").output
        #expect(answer.contains("Altered by hand in clause"))
        #expect(answer.contains("SHA-256 "))
    }

    // MARK: Signatures

    @Test func `Bakhmanov's signature is contested`() async throws {
        let answer = try await ask("signatures", "bishkek-protocol").output
        let line = try #require(answer.components(separatedBy: "\n\n").first { $0.hasPrefix("bakhmanov:") })
        #expect(line.contains("! inscribed (contested)"))
        #expect(line.contains("“Н. Бахманов” inscribed by hand"))
        #expect(line.contains("rival accounts: “Did Nizami Bakhmanov sign?”"))
        #expect(answer.hasPrefix("Signature: partial, 7 of 8 lines, 1 contested."))
    }

    @Test func `he signed according to the press, and did not according to memoirs and Wikipedia`()
        async throws
    {
        var states: [String: String] = [:]
        for source in ["memoirs", "Press", "PA-X", "Wikipedia"] {
            let answer = try await ask(
                "signatures", "bishkek-protocol", "--according-to", source, "--json"
            ).object
            let lines = try #require(answer["lines"] as? [[String: Any]])
            let line = try #require(lines.first { $0["line"] as? String == "bakhmanov" })
            states[source] = "\(line["state"] ?? "") \(line["signed"] ?? "")"
        }
        #expect(states["Press"] == "signed met")
        #expect(states["memoirs"] == "inscribed missing")
        #expect(states["Wikipedia"] == "inscribed missing")
        // PA-X says nothing about it, so that the others' accounts stand against each other.
        #expect(states["PA-X"] == "inscribed contested")
    }

    @Test func `who signed for Azerbaijan depends on whom one asks`() async throws {
        let wikipedia = try await ask("signatures", "bishkek-protocol", "--according-to", "Wikipedia").output
        let database = try await ask("signatures", "bishkek-protocol", "--according-to", "PA-X").output
        #expect(wikipedia.contains("Afiyaddin Jalilov signs for Azerbaijan"))
        #expect(!wikipedia.contains("Rasul Guliyev signs"))
        #expect(database.contains("Rasul Guliyev signs for Azerbaijan"))
        #expect(!database.contains("Jalilov signs"))
    }
}
