import ArgumentParser
import Ceasefire
import Foundation
import Record

/// Who signs an act that is handed in later, and where the signed envelope is written.
struct SigningOptions: ParsableArguments {
    @Option(help: "The participant who states it.") var by: String?
    @Option(help: "A file with that participant's private key (PEM); once for each key that must sign.")
    var sign: [String] = []
    @Option(help: "The file to write the signed envelope to, for handing in.") var output: String?

    /// The author, with keys that are in force in the record.
    func author(in record: OpenRecord) async throws -> Author {
        guard let by, !sign.isEmpty else {
            throw Failure.usage("Who signs? Name the participant with --by and the key with --sign FILE.")
        }
        guard let id = ParticipantID(by), record.ledger.process.participation.participants[id] != nil else {
            throw Failure.usage(
                "The record has no participant “\(by)”. It has: "
                    + record.ledger.process.participation.order.map(\.text).joined(separator: ", ") + ".")
        }
        guard let note = try await record.archive.head()?.note else {
            throw Failure("The record has no signed head.", code: 2)
        }
        let keys = try sign.map { try PrivateKey(pem: try FileText.read($0)) }
        return try Author(id, signing: keys, in: record.ledger, at: note)
    }

    /// Refuses to go on where the envelope could not be written.
    func checkOutput() throws -> String {
        guard let output else {
            throw Failure.usage("Where does the signed envelope go? Name a file with --output.")
        }
        guard !FileManager.default.fileExists(atPath: output) else {
            throw Failure.usage("There is already a file at \(output). Choose another name.")
        }
        return output
    }

    func write(_ envelope: Envelope, to file: String) throws {
        do {
            try Data(envelope.json).write(to: URL(fileURLWithPath: file), options: .withoutOverwriting)
        } catch {
            throw Failure("\(file) cannot be written: \(SystemFault(error)).")
        }
    }

    /// What to do with the envelope.
    static func next(_ file: String) -> String {
        "Nothing is in the record yet. Hand it in: curl --data-binary @\(file) http://HOST/add"
    }
}

/// The text of a small file that is named on the command line.
enum FileText {
    static func read(_ path: String) throws -> String {
        guard let bytes = FileManager.default.contents(atPath: path),
            let text = String(validating: bytes, as: UTF8.self)
        else { throw Failure.usage("There is no file of text at \(path).") }
        return text
    }
}
