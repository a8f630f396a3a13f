import ArgumentParser
import Ceasefire
import Exchange
import Pages
import Record

struct Log: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the entries of a record, in the order in which they were received.",
        discussion: """
            EXAMPLES
              bishkek log demo
              bishkek log demo --from 100 --limit 20
            """)

    @Argument(help: "A record's folder, or a file exported from one.") var record: String
    @Option(help: "The first entry to list.") var from = 0
    @Option(help: "How many at most; all, if not given.") var limit: Int?
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if from < 0 { throw ValidationError("--from \(from): entries are counted from 0.") }
        if let limit, limit < 1 { throw ValidationError("--limit \(limit): ask for one entry or more.") }
    }

    func run() async throws {
        try await carryOut {
            let record = try await OpenRecord(record)
            let voids = Dictionary(record.ledger.voids.map { ($0.index, $0.refusal) }) { first, _ in first }
            let catalogue = Catalogue(View(record.ledger.process))
            let witnesses = await Witnesses(record.heads)
            var left = limit ?? record.ledger.size
            var next = from
            while left > 0 {
                let entries = try await record.archive.entries(from: next, limit: min(left, 256))
                if entries.isEmpty { break }
                for entry in entries {
                    show(
                        try LogEntry(leaf: entry.body), entry, at: next, voids[next], catalogue, record,
                        witnesses)
                    next += 1
                }
                left -= entries.count
            }
            if witnesses.areAsked, !output.json {
                print(Terminal.dim(witnesses.sentence(logged: record.ledger.size)))
            }
        }
    }

    private func show(
        _ entry: LogEntry, _ archived: ArchivedEntry, at index: Int, _ refusal: AdmissionRefusal?,
        _ catalogue: Catalogue, _ record: OpenRecord, _ witnesses: Witnesses
    ) {
        let admitted = record.ledger.admitted(archived.body, at: index)
        let doubt = record.ledger.doubts(about: index, entry.envelope).first
        if output.json {
            return output.print { w in
                w.openObject()
                w.member("index", index)
                w.member("id", archived.id)
                w.member("received", entry.received)
                w.member("act", admitted?.act.name)
                w.member("author", admitted?.author)
                w.member("actor", admitted?.actor)
                w.member("onBehalfOf", admitted?.onBehalfOf)
                if let admitted { w.truth("performed", admitted.isPerformed) }
                if let occurred = admitted?.occurred { w.answer("occurred", occurred) }
                if let source = admitted?.source { w.answer("source", source) }
                w.member("sealed", record.ledger.seal(at: index)?.seal.state.word)
                w.member("doubtful", doubt?.entry)
                w.member("void", refusal?.description)
                if witnesses.areAsked { w.truth("witnessed", witnesses.isWitnessed(index)) }
                w.closeObject()
            }
        }
        let number = String(repeating: " ", count: max(0, 4 - String(index).count)) + String(index)
        guard let admitted else {
            print("\(number)  VOID: \(refusal?.description ?? "of a kind that these rules do not know")")
            return
        }
        let how = admitted.isPerformed ? "performed by \(admitted.author)" : "attested by \(admitted.author)"
        let when = admitted.occurred.map { catalogue.words($0) } ?? catalogue.short(admitted.received)
        if let doubt {
            print("\(number)  \(Terminal.bold(catalogue.sentence(doubt)))")
        }
        print(
            "\(number)  \(when)  \(catalogue.sentence(Fact(admitted)))  \(Terminal.dim("(\(admitted.act.name), \(how))"))"
        )
    }
}
