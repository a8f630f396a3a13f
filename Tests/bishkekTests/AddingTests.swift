import Foundation
import Testing

@Suite struct `Handing an envelope in` {
    private let folder: Folder

    init() throws { folder = try Folder() }

    /// The exercise by the river, played, and the envelope of one of its entries.
    private func played() async throws -> (record: String, envelope: String) {
        let played = try await Program.run("play", Sources.exercise, "--into", folder("record"))
        #expect(played.status == 0, "\(played.errors)")
        let reading = try await Served("serve", folder("record"))
        let envelope = try await reading.ask("/record/5/envelope")
        try Data(envelope.bytes).write(to: URL(filePath: folder("envelope.json")))
        return (folder("record"), folder("envelope.json"))
    }

    @Test func `the folder and the server give the same index and a receipt that verifies`() async throws {
        let (record, envelope) = try await played()
        let own = try await Program.run("add", record, envelope, "--receipt", folder("own.proof"))
        #expect(own.status == 0, "\(own.errors)")
        #expect(own.output == "5\n")
        let serving = try await Served("serve", record, "--add")
        let sent = try await Program.run("add", serving.url, envelope, "--receipt", folder("sent.proof"))
        #expect(sent.status == 0, "\(sent.errors)")
        #expect(sent.output == "5\n")
        let log = try await serving.ask("/log.vkey").text.trimmingCharacters(in: .newlines)
        for proof in ["own.proof", "sent.proof"] {
            let verified = try await Program.run("verify", folder(proof), "--log", log)
            #expect(verified.status == 0, "\(verified.errors)")
        }
        let json = try await Program.run("add", serving.url, envelope, "--json").object
        #expect(json["entry"] as? Int == 5)
        let again = try await Program.run("add", record, envelope, "--receipt", folder("own.proof"))
        #expect(again.status == 1)
        #expect(again.errors.contains("The act is entry 5, but"))
    }

    @Test func `what is no envelope is refused in the same words by folder and server`() async throws {
        let (record, _) = try await played()
        try Data("{}".utf8).write(to: URL(filePath: folder("empty.json")))
        let serving = try await Served("serve", record, "--add")
        let own = try await Program.run("add", record, folder("empty.json"))
        let sent = try await Program.run("add", serving.url, folder("empty.json"))
        for run in [own, sent] {
            #expect(run.status == 1)
            #expect(run.errors.contains("The act cannot be read: "), "\(run.errors)")
        }
        let missing = try await Program.run("add", record, folder("nothing.json"))
        #expect(missing.status == 64)
        #expect(missing.errors.contains("There is no file"))
    }

    @Test func `who has no key of the log, or is not there, takes nothing`() async throws {
        let (record, envelope) = try await played()
        let reading = try await Served("serve", record)
        let closed = try await Program.run("add", reading.url, envelope)
        #expect(closed.status == 1)
        #expect(closed.errors.contains("This server takes no entries: it was started without --add"))
        try await reading.stop()
        let gone = try await Program.run("add", reading.url, envelope)
        #expect(gone.status == 1)
        #expect(gone.errors.contains("Whether \(envelope) was logged is not known; hand it in again."))
        try FileManager.default.removeItem(atPath: record + "/keys/log.key")
        let keyless = try await Program.run("add", record, envelope)
        #expect(keyless.status == 1)
        #expect(keyless.errors.contains("has no log key"))
    }
}
