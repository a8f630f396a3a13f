import Foundation
import Testing

@Suite struct `Verifying from outside` {
    private let folder: Folder

    init() throws { folder = try Folder() }

    /// The record in one file, and its log's verifier key.
    private func export() async throws -> (file: String, log: String) {
        let answer = try await Program.run("export", Bishkek1994.record, folder("record.tar"), "--json")
            .object
        return (folder("record.tar"), try #require(answer["log"] as? String))
    }

    // MARK: Records and exports

    @Test func `the folder and its export pass`() async throws {
        let file = try await export().file
        for path in [try await Bishkek1994.record, file] {
            let run = try await Program.run("verify", path, "--attachments")
            #expect(run.status == 0, "\(run.output)")
            #expect(run.output.contains("This proves:"))
            #expect(run.output.contains("This does not prove:"))
        }
    }

    @Test func `an export answers as the folder does`() async throws {
        let file = try await export().file
        let question = ["bishkek-protocol", "--at", "2021-01-01"]
        let ofFile = try await Program.run(["status", file] + question)
        #expect(ofFile.status == 0)
        #expect(ofFile.output == (try await Program.run(["status", Bishkek1994.record] + question).output))
    }

    @Test func `an export with one byte changed fails`() async throws {
        let file = try await export().file
        var bytes = try Data(contentsOf: URL(filePath: file))
        let word = try #require(bytes.firstRange(of: Data("захваченных".utf8)))
        bytes[word.lowerBound + 1] ^= 1
        try bytes.write(to: URL(filePath: folder("tampered.tar")))
        let run = try await Program.run("verify", folder("tampered.tar"))
        #expect(run.status == 1, "\(run.output)")
        #expect((run.output + run.errors).localizedCaseInsensitiveContains("fail"))
        #expect(!run.output.contains("✓ Passed"))
    }

    @Test func `an export that is cut off fails`() async throws {
        let file = try await export().file
        let bytes = try Data(contentsOf: URL(filePath: file))
        try bytes.prefix(bytes.count / 2).write(to: URL(filePath: folder("half.tar")))
        #expect(try await Program.run("verify", folder("half.tar")).status == 1)
    }

    @Test func `an export is never written over a file`() async throws {
        let file = try await export().file
        let again = try await Program.run("export", Bishkek1994.record, file)
        #expect(again.status == 1)
        #expect(again.errors.contains("There is already a file at \(file). Choose another name."))
    }

    @Test func `a record is checked against the log's key`() async throws {
        let (file, log) = try await export()
        let other = try await Program.run("init", folder("other"), "--origin", "example.org/other", "--json")
        let key = try #require(try other.object["log"] as? String)
        for path in [try await Bishkek1994.record, file] {
            let unknown = try await Program.run("verify", path)
            #expect(unknown.output.contains("The log's key, as entry 0 names it: \(log)"))
            #expect(unknown.output.contains("That this is the log you mean"))
            let right = try await Program.run("verify", path, "--log", log)
            #expect(right.status == 0, "\(right.output)")
            #expect(right.output.contains("The log is the one whose key you gave."))
            let wrong = try await Program.run("verify", path, "--log", key)
            #expect(wrong.status == 1, "\(wrong.output)")
            #expect(wrong.output.contains("Failed: this is the record of another log"))
            #expect(wrong.output.contains("Entry 0 names the log's key \(log); you gave \(key)."))
        }
        #expect(try await Program.run("verify", file, "--json").object["log"] as? String == log)
    }

    @Test func `a checkpoint held from earlier is checked, and one of another history proves a fork`()
        async throws
    {
        let histories = try await TwoHistories(in: folder)
        let earlier = try await export(histories.first, as: "first-head")
        let ours = try await Program.run("verify", histories.first, "--checkpoint", earlier)
        #expect(ours.status == 0, "\(ours.output)")
        let theirs = try await Program.run("verify", histories.second, "--checkpoint", earlier)
        #expect(theirs.status == 1, "\(theirs.output)")
        #expect(theirs.output.contains("the log of this record has told two stories"))
        let forks = try FileManager.default.contentsOfDirectory(atPath: histories.second + "/forks")
        let proof = histories.second + "/forks/" + (try #require(forks.first))
        #expect(try await Program.run("verify", proof).status == 0)
    }

    @Test func `a checkpoint that the log has not signed accuses nobody`() async throws {
        let histories = try await TwoHistories(in: folder)
        let record = try await Bishkek1994.record
        let other = try await export(histories.first, as: "first-head")
        let own = try String(contentsOfFile: try await export(record, as: "own"), encoding: .utf8)
        // One of another log, and one with another root under a signature that was for something else.
        let lines = own.split(separator: "\n", omittingEmptySubsequences: false)
        let forged = own.replacing(lines[2], with: Data(repeating: 7, count: 32).base64EncodedString())
        try Data(forged.utf8).write(to: URL(filePath: folder("forged")))
        for file in [other, folder("forged")] {
            let run = try await Program.run("verify", record, "--checkpoint", file)
            #expect(run.status == 2, "\(run.output)")
            #expect(run.output.contains("is not one that this log signed, and proves nothing about it"))
            #expect(!run.output.contains("two stories"))
        }
    }

    /// The checkpoint of a record, in a file.
    private func export(_ record: String, as name: String) async throws -> String {
        _ = try await Program.run("export", record, folder(name + ".tar"))
        try Data(try await checkpoint(of: folder(name + ".tar"))).write(to: URL(filePath: folder(name)))
        return folder(name)
    }

    private func checkpoint(of file: String) async throws -> [UInt8] {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["tar", "xf", file, "-O", "checkpoint"]
        process.standardOutput = pipe
        try process.run()
        return Array(try pipe.fileHandleForReading.readToEnd() ?? Data())
    }

    // MARK: Proofs

    @Test func `a proof passes with the log's key, fails with another, and says nothing without`()
        async throws
    {
        let log = try await export().log
        let file = folder("entry-100.proof")
        let made = try await Program.run("prove", Bishkek1994.record, "100", "--output", file)
        #expect(made.output.contains("Wrote the proof of entry 100 under the head of 225 entries"))

        let right = try await Program.run("verify", file, "--log", log)
        #expect(right.status == 0, "\(right.errors)")
        #expect(right.output.contains("✓ passed: entry 100: name.inscribed by recorder is in the record"))

        let other = try await Program.run("init", folder("other"), "--origin", "example.org/other", "--json")
        let key = try #require(try other.object["log"] as? String)
        let wrong = try await Program.run("verify", file, "--log", key)
        #expect(wrong.status == 1)
        #expect(!wrong.output.contains("passed"))

        let without = try await Program.run("verify", file)
        #expect(without.status == 2)
        #expect(without.errors.contains("--log KEY"))
    }

    @Test func `a key with the log's name but another's bytes proves nothing`() async throws {
        let file = folder("entry.proof")
        _ = try await Program.run("prove", Bishkek1994.record, "5", "--output", file)
        let made = try await Program.run(
            "init", folder("other"), "--origin", "example.org/bishkek-1994", "--json")
        let key = try #require(try made.object["log"] as? String)
        #expect(try await Program.run("verify", file, "--log", key).status == 1)
    }

    @Test func `a proof is printed too, and its key may lie in a file`() async throws {
        let log = try await export().log
        let printed = try await Program.run("prove", Bishkek1994.record, "0")
        #expect(printed.output.hasPrefix("c2sp.org/tlog-proof@v1\n"))
        try Data(printed.bytes).write(to: URL(filePath: folder("0.proof")))
        try Data("\(log)\n".utf8).write(to: URL(filePath: folder("log.vkey")))
        let run = try await Program.run("verify", folder("0.proof"), "--log", folder("log.vkey"))
        #expect(run.status == 0, "\(run.errors)")
    }

    @Test func `a proof with another entry in it fails`() async throws {
        let log = try await export().log
        let printed = try await Program.run("prove", Bishkek1994.record, "7").output
        let moved = printed.replacing("\nindex 7\n", with: "\nindex 8\n")
        #expect(moved != printed)
        try Data(moved.utf8).write(to: URL(filePath: folder("moved.proof")))
        #expect(try await Program.run("verify", folder("moved.proof"), "--log", log).status == 1)
    }
}
