import Foundation
import Synchronization
import Testing

/// Two machines, as far as the programs can tell.
@Suite struct Mirroring {
    private let folder: Folder

    init() throws { folder = try Folder() }

    @Test func `the history of 1994 is served, mirrored, verified, and served again by its mirror`()
        async throws
    {
        let record = try await Bishkek1994.record
        let keeper = try await Program.serve(record)
        let mirrored = try await Program.run("mirror", keeper.url, folder("mirror"))
        #expect(mirrored.status == 0, "\(mirrored.errors)")
        #expect(mirrored.output.contains("Took in entries 0 to 224"))
        #expect(mirrored.errors.contains("100 %: 225 of 225 entries"))
        let verified = try await Program.run("verify", folder("mirror"), "--attachments")
        #expect(verified.status == 0, "\(verified.output)")
        // The same questions get the same answers, and the same export byte for byte.
        for question in [["status", "--at", "2021-01-01"], ["log"]] {
            let (theirs, ours) = (
                try await Program.run(question + [record]),
                try await Program.run(question + [folder("mirror")])
            )
            #expect(theirs.output == ours.output)
        }
        _ = try await Program.run("export", record, folder("record.tar"))
        _ = try await Program.run("export", folder("mirror"), folder("mirror.tar"))
        #expect(
            FileManager.default.contentsEqual(atPath: folder("record.tar"), andPath: folder("mirror.tar")))
        #expect(!FileManager.default.fileExists(atPath: folder("mirror/keys")))
        // A mirror of the mirror, with nobody else there.
        keeper.stop()
        let second = try await Program.serve(folder("mirror"))
        let again = try await Program.run("mirror", second.url + "/", folder("second"), "--json").object
        #expect(again["outcome"] as? String == "grown")
        #expect(again["size"] as? Int == 225)
        #expect(try await Program.run("verify", folder("second")).status == 0)
        second.stop()
        let silent = try await Program.run("mirror", folder("record.tar"), folder("second"))
        #expect(silent.status == 0)
        #expect(silent.output.contains("holds all 225 entries"))
    }

    @Test func `a mirror that is killed goes on where it stopped`() async throws {
        _ = try await Program.run("export", try await Bishkek1994.record, folder("record.tar"))
        let log = try #require(
            try await Program.run("export", try await Bishkek1994.record, folder("again.tar"), "--json")
                .object["log"]
                as? String)
        let files = try Tar.files(of: folder("record.tar"))
        let asked = Mutex(0)
        let slow = try UnreliableServer(files) { path, _ in
            guard path.hasPrefix("tile/entries/") else { return .well }
            let number = asked.withLock { asked in
                asked += 1
                return asked
            }
            return number == 1 ? .cut(60_000) : .slow(seconds: 600)
        }
        // The connection is cut once, and the next answer never comes: kill -9 comes while it waits for that.
        let process = try Program.begin("mirror", slow.url, folder("mirror"), "--log", log)
        for _ in 0..<1200 where asked.withLock({ $0 }) < 2 {
            try await Task.sleep(for: .milliseconds(50))
        }
        #expect(asked.withLock { $0 } >= 2)
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        let unfinished = try await Program.run("status", folder("mirror"))
        #expect(unfinished.status == 2)
        #expect(unfinished.errors.contains("is not complete yet. Run again: bishkek mirror"))
        let well = try UnreliableServer(files) { _, _ in .well }
        let run = try await Program.run("mirror", well.url, folder("mirror"))
        #expect(run.status == 0, "\(run.errors)")
        #expect(try await Program.run("verify", folder("mirror"), "--attachments").status == 0)
    }

    @Test func `who follows waits for a source that is silent, takes in what it has, and asks again`()
        async throws
    {
        let exported = try await Program.run(
            "export", try await Bishkek1994.record, folder("record.tar"), "--json")
        let log = try #require(try exported.object["log"] as? String)
        let isDown = Mutex(true)
        let server = try UnreliableServer(try Tar.files(of: folder("record.tar"))) { _, _ in
            isDown.withLock { $0 } ? .status(503) : .well
        }
        let process = try Program.begin(
            "mirror", server.url, folder("mirror"), "--log", log, "--follow", "--every", "1")
        for _ in 0..<1200 where server.requests.isEmpty { try await Task.sleep(for: .milliseconds(50)) }
        #expect(process.isRunning)
        isDown.withLock { $0 = false }
        var verified = try await Program.run("verify", folder("mirror"))
        for _ in 0..<120 where verified.status != 0 {
            try await Task.sleep(for: .milliseconds(500))
            verified = try await Program.run("verify", folder("mirror"))
        }
        #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
        let asked = server.requests.count
        for _ in 0..<1200 where server.requests.count == asked {
            try await Task.sleep(for: .milliseconds(50))
        }
        #expect(server.requests.last == "checkpoint")
        #expect(process.isRunning)
        process.interrupt()
        process.waitUntilExit()
    }

    @Test func `two stories are proved by a file that convinces a stranger`() async throws {
        let histories = try await TwoHistories(in: folder)
        let origin = try #require(
            try await Program.run("export", histories.first, folder("first.tar"), "--json").object["log"]
                as? String)
        _ = try await Program.run("export", histories.second, folder("second.tar"))
        _ = try await Program.run("mirror", folder("first.tar"), folder("mirror"))
        let found = try await Program.run("mirror", folder("second.tar"), folder("mirror"))
        #expect(found.status == 1)
        #expect(found.output.contains("has told two stories"))
        let forks = try FileManager.default.contentsOfDirectory(atPath: folder("mirror/forks"))
        let file = folder("mirror/forks/" + (try #require(forks.first)))
        let stranger = try await Program.run("verify", file)
        #expect(stranger.status == 0)
        #expect(stranger.output.contains("✓ passed: the proof holds."))
        #expect(stranger.output.contains("This does not show:"))
        #expect(try await Program.run("verify", file, "--log", origin).status == 0)
        #expect(try await Program.run("verify", file, "--json").object["fork"] as? String == origin)
        let status = try await Program.run("status", folder("mirror"))
        #expect(status.output.hasPrefix("FORK. The log of this record has told two stories"))
        #expect(
            try await Program.run("status", folder("mirror"), "--json").object["forks"] as? [String] == forks)
        let verified = try await Program.run("verify", folder("mirror"))
        #expect(verified.status == 1)
        #expect(verified.output.contains("Failed: the log of this record has told two stories."))
        var changed = Array(try Data(contentsOf: URL(filePath: file)))
        changed[changed.count - 9] ^= 1
        try Data(changed).write(to: URL(filePath: folder("changed.fork")))
        #expect(try await Program.run("verify", folder("changed.fork")).status == 1)
    }

    @Test func `it says plainly what cannot be mirrored`() async throws {
        let nothing = try await Program.run("mirror", folder("nothing"), folder("mirror"))
        #expect(nothing.status == 64)
        let keeper = try await Program.run("mirror", try await Bishkek1994.record, folder("mirror"))
        #expect(keeper.status == 64)
        #expect(keeper.errors.contains("is the folder of a record. Serve it, or export it"))
        let server = try UnreliableServer([:]) { _, _ in .well }
        let empty = try await Program.run("mirror", server.url, folder("mirror"), "--log", "nonsense")
        #expect(empty.status == 64)
        let noLog = try await Program.run("mirror", server.url, folder("mirror"))
        #expect(noLog.status == 1)
        #expect(noLog.errors.contains("does not say which key the log has"))
        _ = try await Program.run("export", try await Bishkek1994.record, folder("record.tar"))
        let into = try await Program.run("mirror", folder("record.tar"), try await Bishkek1994.record)
        #expect(into.status == 1)
        #expect(into.errors.contains("Mirror into a folder of its own."))
    }
}

/// The files in a plain tar.
private enum Tar {
    static func files(of path: String) throws -> [String: [UInt8]] {
        let tar = Array(try Data(contentsOf: URL(filePath: path)))
        var files: [String: [UInt8]] = [:]
        var position = 0
        while position + 512 <= tar.count, tar[position] != 0 {
            let name = String(decoding: tar[position..<(position + 100)].prefix { $0 != 0 }, as: UTF8.self)
            let size = tar[(position + 124)..<(position + 135)].reduce(0) { $0 * 8 + Int($1 & 7) }
            files[name] = Array(tar[(position + 512)..<(position + 512 + size)])
            position += 512 + (size + 511) / 512 * 512
        }
        return files
    }
}

/// A program that serves, until it is told to stop or forgotten.
final class Serving: Sendable {
    let url: String
    private let process: Process

    init(_ process: Process, url: String) {
        self.process = process
        self.url = url
    }

    func stop() {
        guard process.isRunning else { return }
        process.terminate()
        process.waitUntilExit()
    }

    deinit { if process.isRunning { process.terminate() } }
}

extension Program {
    /// Starts the program and does not wait for it.
    static func begin(_ arguments: String...) throws -> Process {
        let process = Process()
        process.executableURL = try binary
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    /// Serves a record on a port that is free, and waits until it answers.
    static func serve(_ record: String) async throws -> Serving {
        for _ in 0..<5 {
            let port = Int.random(in: 20_000..<60_000)
            let process = try begin("serve", record, "--port", "\(port)")
            let url = "http://127.0.0.1:\(port)"
            for _ in 0..<200 where process.isRunning {
                if UnreliableServer.isListening(on: port) { return Serving(process, url: url) }
                try await Task.sleep(for: .milliseconds(50))
            }
            process.terminate()
        }
        throw Missing(what: "server of \(record)")
    }
}
