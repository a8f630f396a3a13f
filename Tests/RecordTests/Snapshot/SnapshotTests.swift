import Ceasefire
import Foundation
import TransparencyLog
import Testing

@testable import Record

@Suite struct `Opening a record from a snapshot` {
    let exercise: Exercise
    let archive = MemoryArchive()
    let folder: TemporaryFolder

    init() throws {
        exercise = try Exercise()
        folder = try TemporaryFolder()
    }

    /// Letters, accounts, a withdrawal and many words from which nothing follows.
    private func talk(_ rounds: Int) async throws -> (Sequencer, SignedNote) {
        let (sequencer, note) = try await exercise.opened(archive)
        for round in 0..<rounds {
            let letter = InstrumentID("letter-\(round)") ?? "letter"
            for act: Act in [
                .introduced(letter), .stated("Shots were heard, day \(round)."), .stated("Quiet \(round)."),
            ] {
                _ = try await sequencer.submit(
                    try exercise.attested(act, of: "armenia", on: "1994-05-0\(1 + round % 9)").json
                ).receipt
            }
        }
        _ = try await sequencer.submit(
            try exercise.performed(
                .reference(.withdrawn(Withdrawal(entry: 2))), by: "kazimirov", seen: note
            ).json
        ).receipt
        return (sequencer, note)
    }

    private func day(_ text: String) throws -> Moment { try Moment(text, home: exercise.opening.home.offset) }

    private func read() async throws -> Ledger {
        var ledger = Ledger()
        try await ledger.catchUp(with: archive)
        return ledger
    }

    @Test func `what follows is the same as from reading everything`() async throws {
        _ = try await talk(12)
        let whole = try await read()
        let path = folder.file("snapshot")
        try #require(Snapshot(of: whole)).write(to: path)
        let snapshot = try #require(Snapshot(path))
        let opened = try #require(try await Ledger(snapshot, of: archive))
        #expect(opened.size == whole.size && opened.root == whole.root)
        #expect(opened.received == whole.received)
        #expect(opened.record == whole.record && opened.log == whole.log)
        #expect(opened.process.texts == whole.process.texts)
        #expect(opened.process.reference == whole.process.reference)
        #expect(opened.process.authorship == whole.process.authorship)
        #expect(opened.process.entries.count < whole.process.entries.count)
        #expect(opened.process.entries.suffix(10) == whole.process.entries.suffix(10))
        let (one, other) = (View(opened.process), View(whole.process))
        #expect(one.statuses(at: try day("1994-07-01")) == other.statuses(at: try day("1994-07-01")))
        #expect(one.facts.filter(\.act.isConsequential) == other.facts.filter(\.act.isConsequential))
        for index in 0..<whole.size {
            let body = try #require(try await archive.entry(at: index)).body
            #expect(opened.admitted(body, at: index) == whole.process.entry(at: index))
            #expect(opened.index(of: try LogEntry(leaf: body).envelope.id) == index)
        }
    }

    @Test func `a record that has grown since is read on from there`() async throws {
        let (sequencer, _) = try await talk(3)
        let snapshot = try #require(Snapshot(of: try await read()))
        _ = try await sequencer.submit(
            try exercise.attested(.introduced("letter-new"), of: "azerbaijan", on: "1994-05-09").json
        ).receipt
        var ledger = try #require(try await Ledger(snapshot, of: archive))
        try await ledger.catchUp(with: archive)
        #expect(try await read().root == ledger.root)
        #expect(ledger.process.texts.instruments["letter-new"] != nil)
    }

    @Test func `quotas count what was entered before the snapshot`() async throws {
        let limited = try Exercise(quotas: [Quota(participant: "kazimirov", entriesPerDay: 3)])
        let (sequencer, _) = try await limited.opened(archive)
        for number in 0..<3 {
            _ = try await sequencer.submit(
                try limited.attested(.stated("no. \(number)"), of: "armenia", on: "1994-05-09").json
            ).receipt
        }
        let snapshot = try #require(Snapshot(of: try await read()))
        let ledger = try #require(try await Ledger(snapshot, of: archive))
        #expect(ledger.process.authorship == (try await read()).process.authorship)
    }

    @Test func `a file that is cut, changed or of another record is left aside`() async throws {
        _ = try await talk(4)
        let path = folder.file("snapshot")
        try #require(Snapshot(of: try await read())).write(to: path)
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        for place in stride(from: 0, to: bytes.count, by: 7) {
            var changed = bytes
            changed[place] ^= 1
            try Data(changed).write(to: URL(fileURLWithPath: path))
            #expect(Snapshot(path) == nil)
        }
        try Data(bytes.dropLast()).write(to: URL(fileURLWithPath: path))
        #expect(Snapshot(path) == nil)
        #expect(Snapshot(folder.file("none")) == nil)
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let snapshot = try #require(Snapshot(path))
        let other = MemoryArchive()
        _ = try await Exercise(title: "Other talks").opened(other)
        #expect(try await Ledger(snapshot, of: other) == nil)
    }

    @Test func `a root that the log did not sign is left aside`() async throws {
        _ = try await talk(4)
        let snapshot = try #require(Snapshot(of: try await read()))
        let forged = MemoryArchive()
        var entries = try await archive.entries(from: 0, limit: .max)
        entries.swapAt(5, 6)
        try await forged.rewrite(entries, signedBy: exercise.log)
        #expect(try await Ledger(snapshot, of: forged) == nil)
    }
}

@Suite struct `Where a payload stands` {
    @Test func `every payload has its place, and only its first`() {
        var index = EntryIndex()
        let ids = (0..<5_000).map { TextDigest(of: Array("no. \($0)".utf8)) }
        for id in ids { index.append(id) }
        index.append(ids[7])
        index.append(nil)
        for (place, id) in ids.enumerated() { #expect(index[id] == place) }
        #expect(index[TextDigest(of: Array("another".utf8))] == nil)
    }
}
