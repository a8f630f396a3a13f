package import Ceasefire
package import TransparencyLog

/// The one place where acts become entries: it admits them in order, and answers once they are durable.
///
/// Envelopes are read and their signatures checked on all cores before they wait their turn. A batch is admitted against a
/// state that includes its own earlier acts, and written in one transaction; that state is thrown away if the transaction
/// fails. Two sequencers on one archive are both served: whoever finds that the other was faster reads what it missed and
/// admits its batch again.
package actor Sequencer {
    /// How many acts one transaction writes.
    package static let batch = 256
    /// How long a batch waits for acts whose signatures are being checked.
    package static let patience = Swift.Duration.milliseconds(1)

    private let archive: any Archive
    private let key: SigningKey
    private let clock: @Sendable () -> Instant
    nonisolated let queue: AdmissionQueue
    /// What is durable.
    private var committed: Ledger
    /// What will be, once the batch at hand is durable. It is a twin and no copy, so that nothing is copied for a batch.
    private var ahead: Ledger
    private var head: Head?

    /// Takes up a record where it ends.
    ///
    /// - Parameter ledger: the record as far as somebody has read it already; from the beginning, if not given.
    /// - Throws: `wrongKey` if `key` is not the key that entry 0 names, `inconsistent` if entries and head do not fit
    ///   together, `newer` if the record has entries that this program cannot judge.
    package init(
        archive: any Archive, key: SigningKey, from ledger: Ledger = Ledger(retaining: .consequential),
        clock: @escaping @Sendable () -> Instant = { .now }
    ) async throws(ArchiveError) {
        self.archive = archive
        self.key = key
        self.clock = clock
        var ledger = ledger
        head = try await ledger.catchUp(with: archive)
        if let log = ledger.log, log != key.verifierKey {
            throw ArchiveError(
                .wrongKey, "The record is kept with the key \(log), not with \(key.verifierKey).",
                remedy:
                    "Give the log its own key. If it is lost, the origin has ended and a successor goes on: "
                    + "bishkek init NEW --origin NAME --succeeds OLD --reason lost-key.")
        }
        committed = ledger
        ahead = ledger
        queue = AdmissionQueue(Ground(ledger))
    }

    /// What is durable at this moment.
    package var ledger: Ledger { committed }
    package var checkpoint: SignedNote? { head?.note }

    /// Hands in an envelope and waits until it is durable.
    ///
    /// - Parameter simulated: when an exercise pretends to have received it.
    @concurrent
    package nonisolated func submit(_ json: [UInt8], receivedAt simulated: Instant? = nil) async -> Submission
    {
        let ground = queue.announce()
        let act: PreparedAct
        do throws(WireFault) {
            act = try PreparedAct(json: json, on: ground)
        } catch {
            queue.withdraw()
            return .refused(.form(error))
        }
        return await withCheckedContinuation { answer in
            let waiting = AdmissionQueue.Waiting(act: act, simulated: simulated, answer: answer)
            if queue.put(waiting) { Task { await run() } }
        }
    }

    private func run() async {
        while true {
            let deadline = ContinuousClock.now + Sequencer.patience
            while queue.isFilling(Sequencer.batch), ContinuousClock.now < deadline {
                try? await Task.sleep(for: .microseconds(250))
            }
            let batch = queue.take(Sequencer.batch)
            guard !batch.isEmpty else { return }
            await log(batch)
        }
    }

    private func log(_ batch: [AdmissionQueue.Waiting]) async {
        do throws(ArchiveError) {
            // Whether all that others have written was read. Appending finds out by itself; before an act is refused, it is
            // asked.
            var isCurrent = false
            while true {
                var admission = BatchAdmission(of: batch.count)
                for waiting in batch {
                    admission.admit(
                        waiting.act, simulated: waiting.simulated, now: clock(), into: &ahead)
                }
                if admission.isRefusing, !isCurrent {
                    isCurrent = true
                    if try await catchUp() { continue }
                }
                if admission.entries.isEmpty { return answer(batch, admission) }
                let head = try signedHead()
                let entries = admission.entries.map(\.archived)
                if try await archive.append(entries, head: head, expecting: committed.size) {
                    for entry in admission.entries { entry.follow(in: &committed) }
                    self.head = head
                    // Before anybody hears of it: whoever goes on at once is read on what was just logged.
                    queue.move(to: Ground(committed))
                    return answer(batch, admission)
                }
                ahead = committed
                isCurrent = true
                try await catchUp()
            }
        } catch {
            ahead = committed
            for waiting in batch { waiting.answer.resume(returning: .failed(error)) }
        }
    }

    /// Reads what another sequencer has written.
    /// - Returns: whether there was anything.
    @discardableResult
    private func catchUp() async throws(ArchiveError) -> Bool {
        var ledger = committed
        let size = ledger.size
        head = try await ledger.catchUp(with: archive)
        guard ledger.size > size else { return false }
        committed = ledger
        ahead = ledger
        queue.move(to: Ground(committed))
        return true
    }

    private func signedHead() throws(ArchiveError) -> Head {
        do throws(LogError) {
            let checkpoint = try Checkpoint(origin: key.name, size: ahead.size, root: ahead.root)
            return Head(
                frontier: ahead.nodes.frontier, root: ahead.root, note: try checkpoint.signed(by: key))
        } catch {
            throw ArchiveError(
                .wrongKey, "The log's key cannot sign the head: \(error)", remedy: "Give the log its own key."
            )
        }
    }

    private func answer(_ batch: [AdmissionQueue.Waiting], _ admission: BatchAdmission) {
        for (waiting, answer) in zip(batch, admission.answers) {
            switch answer {
            case .refused(let refusal): waiting.answer.resume(returning: .refused(refusal))
            case .entry(let index, let isRepeated):
                waiting.answer.resume(returning: receipt(for: waiting.act.id, at: index, isRepeated))
            }
        }
    }

    private func receipt(for id: TextDigest, at index: Int, _ isRepeated: Bool) -> Submission {
        do throws(LogError) {
            guard let head else {
                throw LogError(.outOfRange, "The record has no head yet.", section: "tlog-checkpoint")
            }
            return .logged(
                Receipt(
                    index: index, id: id, received: committed.received[index], isRepeated: isRepeated,
                    note: head.note,
                    inclusion: try MerkleTree.inclusionProof(of: index, in: head.size, from: committed.nodes))
            )
        } catch {
            return .failed(
                ArchiveError(.inconsistent, "No proof can be made: \(error)", remedy: "Run verify."))
        }
    }
}
