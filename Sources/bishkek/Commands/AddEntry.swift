import ArgumentParser
import Ceasefire
import Foundation
import Record
import Site
import TransparencyLog

struct AddEntry: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Hand a signed envelope in to a record, and say which entry it became.",
        discussion: """
            The envelope is handed to the record's folder, if you keep it, or to the server of its keeper. Handing the
            same one in again gives the same index and changes nothing. Your own folder is first compared with what its
            witnesses have seen.

            EXAMPLES
              bishkek add demo signature.json
              bishkek add https://record.example signature.json --receipt signature.proof
            """)

    @Argument(help: "The record's folder, or the address where its keeper serves it.") var record: String
    @Argument(help: "The file with the envelope (DSSE, JSON).") var envelope: String
    @Option(help: "Write the receipt here: a proof that anybody can check with verify.") var receipt: String?
    @Flag(help: "Hand in to your folder though no witness can say whether the record went back.")
    var withoutWitnesses = false
    @OptionGroup var output: OutputOptions

    func run() async throws {
        try await carryOut {
            guard let bytes = FileManager.default.contents(atPath: envelope) else {
                throw Failure.usage("There is no file \(envelope). Name one with a signed envelope.")
            }
            let isAddress = record.hasPrefix("http://") || record.hasPrefix("https://")
            let proof = try await isAddress ? send(Array(bytes)) : hand(in: Array(bytes))
            if let receipt { try write(proof, to: receipt) }
            if output.json {
                return output.print { w in
                    w.openObject()
                    w.member("entry", proof.proof.index)
                    w.member("proof", String(decoding: proof.bytes, as: UTF8.self))
                    w.closeObject()
                }
            }
            print(proof.proof.index)
        }
    }

    private func hand(in bytes: [UInt8]) async throws -> EntryProof {
        let keeper = try await Keeper(record)
        if let log = await keeper.sequencer.ledger.log {
            let (mayTake, why) = try await keeper.askRollback(try keeper.witnessing(log))
            guard mayTake || withoutWitnesses else {
                throw Failure(
                    "\(why) Nothing was handed in: try again when one answers, or with --without-witnesses if you are sure."
                )
            }
        }
        switch await keeper.sequencer.submit(bytes) {
        case .refused(let refusal): throw Failure("\(envelope) is not taken. \(refusal)")
        case .failed(let error):
            throw Failure("Whether \(envelope) was logged is not known: \(error) Hand it in again.")
        case .logged(let receipt):
            guard let entry = try await keeper.archive.entry(at: receipt.index) else {
                throw Failure("Entry \(receipt.index) cannot be read back. Run verify.")
            }
            return try EntryProof(receipt, leaf: entry.body)
        }
    }

    private func send(_ bytes: [UInt8]) async throws -> EntryProof {
        let base = record.hasSuffix("/") ? String(record.dropLast()) : record
        let answer: Outbound.Answer
        do {
            answer = try await Outbound().post(
                bytes, to: base + "/add?proof", type: "application/json", limit: 1 << 18)
        } catch {
            throw Failure("\(error)\nWhether \(envelope) was logged is not known; hand it in again.")
        }
        guard answer.status == 200 else {
            throw Failure("\(envelope) is not taken (\(answer.status)). \(said(answer))")
        }
        let proof = try EntryProof(parsing: answer.body)
        // What the server proves must be what was handed in, and not another act of the same index.
        guard try LogEntry(leaf: proof.leaf).envelope.payload == Envelope(json: bytes).payload else {
            throw Failure(
                "\(base) answers with the proof of another act. Keep \(envelope), and ask the keeper.")
        }
        return proof
    }

    /// The reason that the server gives; any other text, shortened.
    private func said(_ answer: Outbound.Answer) -> String {
        let json = try? JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any]
        return json?["detail"] as? String ?? String(decoding: answer.body.prefix(300), as: UTF8.self)
    }

    private func write(_ proof: EntryProof, to file: String) throws {
        do {
            try Data(proof.bytes).write(to: URL(fileURLWithPath: file), options: .withoutOverwriting)
        } catch {
            throw Failure(
                "The act is entry \(proof.proof.index), but \(file) cannot be written: it may be there already. "
                    + "Hand the same envelope in again, with another name for the receipt.")
        }
    }
}
