import Ceasefire
import Record
import Testing
import TransparencyLog

@Suite struct `A rewritten history` {
    private let exercise: Exercise
    private let archive = MemoryArchive()

    init() throws { exercise = try Exercise() }

    enum Change: CaseIterable, Sendable {
        case swapped, dropped, duplicated, cutShort

        func callAsFunction(_ history: [ArchivedEntry]) -> [ArchivedEntry] {
            var changed = history
            switch self {
            case .swapped: changed.swapAt(2, 4)
            case .dropped: changed.remove(at: 3)
            case .duplicated: changed.insert(history[2], at: 4)
            case .cutShort: changed.removeLast(2)
            }
            return changed
        }
    }

    /// Six entries, a minute apart; gives the head that the parties took home.
    private func write() async throws -> (head: Checkpoint, note: SignedNote) {
        let (sequencer, note) = try await exercise.opened(archive)
        let start = try #require(Instant(rfc3339: "2030-05-12T00:01:00.000Z"))
        for number in 1...5 {
            let act = try exercise.performed(.stated("report \(number)"), by: "armenia", seen: note)
            let received = start.advanced(seconds: Int64(number) * 60)
            _ = try await sequencer.submit(act.json, receivedAt: received).receipt
        }
        let head = try #require(try await archive.head()).note
        return (try Checkpoint(parsing: head.text), head)
    }

    @Test(arguments: Change.allCases)
    func `does not fit the head that was signed`(change: Change) async throws {
        _ = try await write()
        try await archive.rewrite(change(archive.entries(from: 0, limit: 9)))
        let verification = try await Verifier().verify(archive)
        #expect(verification.verdict == .failed)
        #expect(verification[.head].verdict == .failed)
    }

    @Test(arguments: Change.allCases)
    func `is found out by anybody who holds the earlier head, even when the keeper signs it`(
        change: Change
    ) async throws {
        let held = try await write()
        try await archive.rewrite(change(archive.entries(from: 0, limit: 9)), signedBy: exercise.log)
        let verification = try await Verifier(held: [held]).verify(archive)
        #expect(verification[.head].verdict == .passed)
        let expected: Verification.Reason.Code =
            [.dropped, .cutShort].contains(change) ? .wentBack : .forkProved
        #expect(verification[.consistency].reasons.map(\.code) == [expected])
        #expect(verification.verdict == .failed)
    }

    @Test func `without an earlier head shows only what contradicts itself`() async throws {
        _ = try await write()
        let honest = try await archive.entries(from: 0, limit: 9)
        for change in Change.allCases {
            try await archive.rewrite(change(honest), signedBy: exercise.log)
            let verdict = try await Verifier().verify(archive).verdict
            // What was never there leaves no trace: this is what witnesses and mirrors are for.
            #expect(verdict == ([.dropped, .cutShort].contains(change) ? .passed : .failed), "\(change)")
        }
    }
}
