import Ceasefire
import Foundation
import Record
import Testing
import TransparencyLog

/// Requests and statuses that others published, sent to the program over HTTP.
@Suite(.enabled(if: WitnessVectors.folder != nil, "the folder of published vectors is not here"))
struct `The published witness requests` {
    private let folder: Folder

    init() throws { folder = try Folder() }

    @Test func `get the published statuses, and a cosignature that holds`() async throws {
        let log = try VerifierKey(
            String(decoding: try WitnessVectors.bytes("log.vkey"), as: UTF8.self)
                .trimmingCharacters(in: .newlines))
        let made = try await Program.run(
            "witness", "init", folder("baku"), "--name", "witness.example/baku", "--json"
        ).object
        let key = try VerifierKey(try #require(made["witness"] as? String))
        var serving = try await Served("witness", "serve", folder("baku"), "--log", log.description)
        let steps: [(file: String, status: Int, size: String)] = [
            ("r300", 200, ""), ("r300", 409, "300\n"), ("rbadproof", 422, ""), ("runk", 404, ""),
            ("rbadsig", 403, ""), ("rold", 400, ""), ("r1000", 200, ""), ("r0", 409, "1000\n"),
        ]
        for (file, status, size) in steps {
            if file == "r1000" {
                // What it has cosigned outlives the program.
                try await serving.stop()
                serving = try await Served("witness", "serve", folder("baku"), "--log", log.description)
            }
            let body = try WitnessVectors.bytes("witness/\(file)")
            let answer = try await serving.ask("/add-checkpoint", body)
            #expect(answer.status == status, "\(file): \(answer.text)")
            if status == 409 {
                #expect(answer.type == "text/x.tlog.size")
                #expect(answer.text == size)
            }
            if status == 200 {
                var note = try AddCheckpointRequest(parsing: body).note
                for signature in try NoteSignature.lines(answer.bytes) { note.add(signature) }
                let time = try #require(try note.verified(by: [key]).first?.timestamp)
                #expect(abs(Double(time) - Date().timeIntervalSince1970) < 600)
            }
        }
        let shown = try await serving.ask("/\(TextDigest(of: Array(log.name.utf8)).hex)/checkpoint")
        let note = try SignedNote(parsing: shown.bytes)
        #expect(try note.verified(by: [log, key]).count == 2)
        #expect(try Checkpoint(parsing: note.text).size == 1000)
        let other = TextDigest(of: Array("elsewhere.example".utf8)).hex
        #expect(try await serving.ask("/\(other)/checkpoint").status == 404)
    }
}

/// They lie beside the repository and not in it.
enum WitnessVectors {
    static let folder: URL? = {
        let shared =
            ProcessInfo.processInfo.environment["BISHKEK_SHARED"].map { URL(filePath: $0) }
            ?? Sources.package.deletingLastPathComponent().appending(path: "shared")
        let folder = shared.appending(path: "vectors/interop-log")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }()

    static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: try #require(folder).appending(path: name)))
    }
}
