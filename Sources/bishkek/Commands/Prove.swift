import ArgumentParser
import Foundation
import Record

struct Prove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The proof that an entry is in the record, as a file that anybody can check.",
        discussion: """
            The proof is a C2SP tlog-proof: it carries the entry, the path to the root and the signed checkpoint.

            EXAMPLES
              bishkek prove demo 100 --output entry-100.proof
              bishkek verify entry-100.proof --log "$(cat log.vkey)"
            """)

    @Argument(help: "A record's folder, or a file exported from one.") var record: String
    @Argument(help: "The index of the entry.") var entry: Int
    @Option(help: "The file to write; standard output, if not given.") var output: String?
    @Flag(help: "Say in JSON what was proved, with the proof.") var json = false

    func run() async throws {
        try await carryOut {
            let record = try await OpenRecord(record)
            // Under a witnessed head, as soon as there is one that includes the entry.
            let witnessed = await record.heads?.witnessed.flatMap { $0.size > entry ? $0.note : nil }
            guard let proof = try await EntryProof(of: entry, in: record.archive, note: witnessed) else {
                throw Failure.usage(
                    "There is no entry \(entry): the record has entries 0 to \(record.ledger.size - 1).")
            }
            if let output { try write(proof, to: output) }
            if json {
                return OutputOptions.parseOrExit([]).print { w in
                    w.openObject()
                    w.member("entry", entry)
                    w.member("size", record.ledger.size)
                    w.member("proof", String(decoding: proof.bytes, as: UTF8.self))
                    w.closeObject()
                }
            }
            guard let output else { return FileHandle.standardOutput.write(Data(proof.bytes)) }
            print(
                "Wrote the proof of entry \(entry) under the head of \(record.ledger.size) entries to \(output)."
            )
        }
    }

    private func write(_ proof: EntryProof, to file: String) throws {
        do {
            try Data(proof.bytes).write(to: URL(fileURLWithPath: file), options: .withoutOverwriting)
        } catch {
            throw Failure("\(file) cannot be written: it may be there already. Choose another name.")
        }
    }
}
