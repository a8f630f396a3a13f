import Foundation
import Testing

/// The shapes that docs/command-line.md describes. They only grow.
@Suite struct `Answers in JSON` {
    private func answer(_ command: String, _ rest: String...) async throws -> [String: Any] {
        let run = try await Program.run([command, Bishkek1994.record] + rest + ["--json"])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.isEmpty)
        return try run.object
    }

    private func first(_ name: String, of object: [String: Any]) throws -> [String: Any] {
        try #require((object[name] as? [[String: Any]])?.first)
    }

    @Test func `status has a list of instruments, each with its effects`() async throws {
        let status = try await answer("status", "--at", "2021-01-01")
        #expect(Set(status.keys) == ["record", "size", "exercise", "asOf", "forks", "instruments"])
        #expect((status["record"] as? String)?.hasPrefix("example.org/bishkek-1994") == true)
        #expect(status["size"] as? Int == 225)
        #expect(status["exercise"] as? Bool == false)
        let asOf = try #require(status["asOf"] as? [String: Any])
        #expect(asOf["edtf"] as? String == "2021-01-01")
        #expect(asOf["earliest"] as? String == "2020-12-31T20:00:00.000Z")
        let instruments = try #require(status["instruments"] as? [[String: Any]])
        for instrument in instruments {
            let members = [
                "instrument", "text", "signature", "effects", "observance", "relations", "nestedIn", "nests",
            ]
            #expect(Set(instrument.keys) == Set(members))
        }
        let letters = try #require(
            instruments.first { $0["instrument"] as? String == "ceasefire-letters-1994" })
        let effect = try first("effects", of: letters)
        #expect(effect["party"] as? String == "azerbaijan")
        #expect(effect["state"] as? String == "inForce")
        #expect(
            effect["since"] as? [String: String]
                == ["earliest": "1994-05-11T20:01:00.000Z", "latest": "1994-05-11T20:01:00.000Z"])
        let bonds = try #require(effect["bonds"] as? [[String: Any]])
        let until = Dictionary(
            uniqueKeysWithValues: bonds.map { ($0["towards"] as? String ?? "", $0["until"] as? String) })
        #expect(until["armenia"] == "2020-11-09T21:00:00.000Z")
        #expect(until["artsakh"] == "2023-12-31T20:00:00.000Z")
    }

    @Test func `why has a tree of reasons with verdicts and entries`() async throws {
        let why = try await answer(
            "why", "ceasefire-letters-1994", "--party", "azerbaijan", "--at", "1994-05-12")
        #expect(Set(why.keys) == ["instrument", "party", "asOf", "effects", "why"])
        let root = try first("why", of: why)
        #expect(Set(root.keys) == ["reason", "verdict", "since", "entries", "choices", "parts"])
        #expect((root["reason"] as? [String: Any])?["code"] as? String == "inForce")
        var leaves: [[String: Any]] = []
        var open = [root]
        while let node = open.popLast() {
            let parts = try #require(node["parts"] as? [[String: Any]])
            if parts.isEmpty { leaves.append(node) }
            open += parts
        }
        let done = leaves.compactMap { $0["reason"] as? [String: Any] }.filter {
            $0["code"] as? String == "done"
        }
        #expect(
            done.allSatisfy { $0["act"] is String && $0["entry"] is Int && $0["moment"] is [String: Any] })
        #expect(done.contains { $0["act"] as? String == "signature.affixed" })
    }

    @Test func `signatures has the lines with what makes each up`() async throws {
        let signatures = try await answer("signatures", "bishkek-protocol")
        #expect(Set(signatures.keys) == ["instrument", "asOf", "copies", "identicality", "lines"])
        let lines = try #require(signatures["lines"] as? [[String: Any]])
        #expect(lines.count == 8)
        let contested = try #require(lines.last)
        #expect(contested["line"] as? String == "bakhmanov")
        #expect(contested["signed"] as? String == "contested")
        #expect(contested["flags"] as? [String] == ["byHand"])
        let inscription = try first("inscriptions", of: contested)
        #expect(Set(inscription.keys) == ["name", "hand", "copy", "entry"])
        #expect(try first("signatures", of: contested)["issue"] is String)
        #expect(try first("choices", of: contested)["code"] as? String == "issue")
    }

    @Test func `text has its versions, alterations and words`() async throws {
        let text = try await answer("text", "bishkek-protocol", "--copy", "photocopy-baku")
        #expect(Set(text.keys) == ["instrument", "versions", "alterations", "text"])
        #expect(
            Set(try first("versions", of: text).keys) == ["text", "language", "basis", "copies", "entry"])
        let alteration = try first("alterations", of: text)
        #expect(alteration["before"] as? String == "захваченных")
        #expect(alteration["after"] as? String == "оккупированных")
        #expect((text["text"] as? String)?.contains("оккупированных") == true)
    }

    @Test func `compare has the clauses that differ, in runs of words`() async throws {
        let compare = try await answer("compare", "bishkek-protocol", "original", "photocopy-baku")
        #expect(Set(compare.keys) == ["instrument", "a", "b", "sameOperativeText", "places", "clauses"])
        #expect(compare["places"] as? Int == 2)
        #expect(compare["sameOperativeText"] as? Bool == false)
        let clauses = try #require(compare["clauses"] as? [[String: Any]])
        #expect(clauses.map { $0["clause"] as? String } == ["4", "5"])
        let runs = clauses.flatMap { $0["runs"] as? [[String: String]] ?? [] }
        #expect(runs.allSatisfy { $0.count == 1 })
        #expect(Set(runs.flatMap(\.keys)) == ["kept", "deleted", "inserted"])
    }

    @Test func `log has one object a line`() async throws {
        let run = try await Program.run(
            "log", Bishkek1994.record, "--from", "98", "--limit", "5", "--json")
        let lines = try run.lines
        #expect(lines.map { $0["index"] as? Int } == [98, 99, 100, 101, 102])
        for line in lines {
            for member in ["id", "received", "act", "author"] { #expect(line[member] is String) }
            #expect(line["performed"] as? Bool == false)
            #expect(line["source"] is [String: Any])
            #expect(line["void"] == nil)
        }
        #expect(lines[2]["act"] as? String == "name.inscribed")
        let past = try await Program.run("log", Bishkek1994.record, "--from", "225")
        #expect(past.status == 0 && past.bytes.isEmpty)
    }

    @Test func `verify has its checks with reasons`() async throws {
        let verify = try await answer("verify")
        #expect(Set(verify.keys) == ["verdict", "record", "log", "size", "root", "exercise", "checks"])
        #expect(verify["verdict"] as? String == "passed")
        let checks = try #require(verify["checks"] as? [[String: Any]])
        for check in checks {
            #expect(Set(check.keys) == ["check", "verdict", "count", "reasons", "reasonCount"])
        }
        let reasons = checks.flatMap { $0["reasons"] as? [[String: Any]] ?? [] }
        #expect(!reasons.isEmpty)
        #expect(reasons.allSatisfy { $0["code"] is String && $0["arguments"] is [String] })
    }

    @Test func `what is made is named`() async throws {
        let folder = try Folder()
        let made = try await Program.run("init", folder("record"), "--origin", "example.org/orla", "--json")
        #expect(Set(try made.object.keys) == ["folder", "log"])
        let played = try await Program.run("play", Sources.exercise, "--into", folder("record"), "--json")
        #expect(Set(try played.object.keys) == ["folder", "entries", "exercise", "keys"])
        #expect(try played.object["exercise"] as? Bool == true)
        let exported = try await Program.run("export", folder("record"), folder("record.tar"), "--json")
        #expect(Set(try exported.object.keys) == ["file", "size", "root", "log"])
        let log = try #require(try exported.object["log"] as? String)
        #expect(try made.object["log"] as? String == log)

        let file = folder("entry.proof")
        let proof = try await Program.run("prove", folder("record"), "5", "--output", file, "--json")
        #expect(Set(try proof.object.keys) == ["entry", "size", "proof"])
        let written = try String(contentsOf: URL(filePath: file), encoding: .utf8)
        #expect(try proof.object["proof"] as? String == written)
        let verified = try await Program.run("verify", file, "--log", log, "--json")
        #expect(Set(try verified.object.keys) == ["verdict", "entry", "act", "author"])
    }

    @Test func `a verdict that is not passed is JSON too`() async throws {
        let folder = try Folder()
        _ = try await Program.run("export", Bishkek1994.record, folder("record.tar"))
        var bytes = try Data(contentsOf: URL(filePath: folder("record.tar")))
        let word = try #require(bytes.firstRange(of: Data("захваченных".utf8)))
        bytes[word.lowerBound + 1] ^= 1
        try bytes.write(to: URL(filePath: folder("tampered.tar")))
        let run = try await Program.run("verify", folder("tampered.tar"), "--json")
        #expect(run.status == 1)
        #expect(try run.object["verdict"] as? String == "failed")
    }
}
