package import TransparencyLog

/// Asks the witnesses of a policy to cosign the record's heads, one head after the other.
///
/// ```
/// head ─▶ every witness that is not still busy ─▶ cosignatures ─▶ quorum? ─▶ DIR/witnessed
/// ```
/// All are asked for the same head, so that their cosignatures add up. It stands beside the sequencer and not in its way: a
/// witness that keeps silent delays what is *witnessed*, never what is *logged*.
package actor Witnessing: CosignedHeads {
    /// How long a head waits for slow witnesses before the next one is taken.
    package static let patience = Swift.Duration.seconds(2)
    /// How many heads are remembered for cosignatures that come late.
    private static let remembered = 8

    private struct Standing {
        /// The size that the witness has cosigned last, as far as is known.
        var size = 0
        var isBusy = false
        var failures = 0
        var pausedUntil = ContinuousClock.now
    }

    private let archive: any Archive
    private let log: VerifierKey
    private let policy: WitnessPolicy
    private let folder: RecordFolder
    private let connection: any WitnessConnection
    private var standings: [VerifierKey: Standing] = [:]
    /// The heads asked for last, with their cosignatures, the newest at the end.
    private var notes: [SignedNote] = []
    private var newest: WitnessedHead?

    package init(
        _ archive: any Archive, log: VerifierKey, policy: WitnessPolicy, in folder: RecordFolder,
        through connection: any WitnessConnection
    ) {
        self.archive = archive
        self.log = log
        self.policy = policy
        self.folder = folder
        self.connection = connection
        newest = WitnessedFolder.kept(in: folder, log: log, by: policy.policy)
    }

    package var policyFile: [UInt8]? { policy.bytes }
    package var witnessed: WitnessedHead? { newest }

    package func cosigned(_ note: SignedNote) -> SignedNote {
        if let held = notes.last(where: { $0.text == note.text }) { return held }
        if let newest, newest.note.text == note.text { return newest.note }
        return note
    }

    /// Asks for each new head, at most once a second, until the task is called off.
    package func run() async {
        while !Task.isCancelled {
            await ask()
            try? await Task.sleep(for: .seconds(1))
        }
    }

    /// Asks for the head of this moment, and waits until all have answered who are not known to be slow.
    package func ask() async {
        guard let head = try? await archive.head() else { return }
        let note = remember(head.note)
        let due = policy.asked.filter { isDue($0, for: note) }
        for witness in due {
            standings[witness.key, default: Standing()].isBusy = true
            // On its own, so that whoever is silent holds up nobody else.
            Task { await askAlone(witness, for: note, of: head.size) }
        }
        let deadline = ContinuousClock.now + Witnessing.patience
        while ContinuousClock.now < deadline, due.contains(where: { standings[$0.key]?.isBusy ?? false }) {
            try? await Task.sleep(for: .milliseconds(10))
        }
    }

    private func isDue(_ witness: Policy.Witness, for note: SignedNote) -> Bool {
        if cosigned(note).signatures.contains(where: { $0.names(witness.key) }) { return false }
        guard let standing = standings[witness.key] else { return true }
        return !standing.isBusy && standing.pausedUntil <= .now
    }

    private func askAlone(_ witness: Policy.Witness, for note: SignedNote, of size: Int) async {
        let outcome = await outcome(of: witness, for: note, of: size)
        var standing = standings[witness.key] ?? Standing()
        standing.isBusy = false
        standing.failures = outcome == .cosigned ? 0 : standing.failures + 1
        if standing.failures > 0 {
            standing.pausedUntil = .now + .seconds(1 << min(standing.failures - 1, 6))
        }
        standings[witness.key] = standing
    }

    // MARK: One witness

    private func outcome(
        of witness: Policy.Witness, for note: SignedNote, of size: Int
    ) async -> WitnessOutcome {
        var old = standings[witness.key]?.size ?? 0
        // Twice: the first answer may say which size the witness has.
        for _ in 0..<2 {
            guard old <= size else { return .ahead(old) }
            guard let request = await request(from: old, to: size, note) else { return .silent }
            let url = Witnessing.address(witness)
            guard let answer = await connection.addCheckpoint(request, to: url) else { return .silent }
            switch answer.status {
            case 200: return take(answer, of: witness, for: note, of: size)
            case 409:
                guard let stored = Witnessing.size(answer.body) else { return refusal(answer) }
                old = stored
                standings[witness.key, default: Standing()].size = stored
            case 422 where old > 0: return .contradicted(old)
            default: return refusal(answer)
            }
        }
        return old > size ? .ahead(old) : .refused(status: 409, "It cosigns other heads meanwhile.")
    }

    private func request(from old: Int, to size: Int, _ note: SignedNote) async -> [UInt8]? {
        var proof: [Hash] = []
        if old > 0 {
            guard
                let found = try? await ArchiveNodes.consistencyProof(from: old, to: size, from: archive)
            else { return nil }
            proof = found
        }
        return try? AddCheckpointRequest(oldSize: old, proof: proof, note: note).bytes
    }

    private static func address(_ witness: Policy.Witness) -> String {
        let url = String(decoding: witness.url ?? [], as: UTF8.self)
        return (url.hasSuffix("/") ? String(url.dropLast()) : url) + "/add-checkpoint"
    }

    private static func size(_ body: [UInt8]) -> Int? {
        guard body.last == UInt8(ascii: "\n") else { return nil }
        return Int(String(decoding: body.dropLast(), as: UTF8.self))
    }

    private func refusal(_ answer: WitnessAnswer) -> WitnessOutcome {
        .refused(status: answer.status, String(decoding: answer.body.prefix(300), as: UTF8.self))
    }

    /// Adds the witness's signature to the head, if it holds; however many it answers, one.
    private func take(
        _ answer: WitnessAnswer, of witness: Policy.Witness, for note: SignedNote, of size: Int
    ) -> WitnessOutcome {
        var cosigned = self.cosigned(note)
        guard let signatures = try? NoteSignature.lines(answer.body) else { return refusal(answer) }
        do throws(LogError) {
            try cosigned.add(signatures, by: witness.key)
        } catch {
            return .refused(status: 200, error.message)
        }
        standings[witness.key, default: Standing()].size = size
        if let place = notes.firstIndex(where: { $0.text == note.text }) { notes[place] = cosigned }
        keep(cosigned)
        return .cosigned
    }

    private func remember(_ note: SignedNote) -> SignedNote {
        if let held = notes.first(where: { $0.text == note.text }) { return held }
        let note = cosigned(note)
        notes.append(note)
        if notes.count > Witnessing.remembered { notes.removeFirst() }
        return note
    }

    /// Keeps the newest head that meets the quorum, for later runs and for those who read the folder.
    private func keep(_ note: SignedNote) {
        guard let head = WitnessedHead(note, log: log, by: policy.policy),
            head.size >= newest?.size ?? 0
        else { return }
        newest = head
        // If it cannot be written, the next head is; what is kept is a copy of what witnesses can show.
        try? DurableFile.replace(folder.witnessedPath, with: note.bytes)
    }

    // MARK: The start

    /// Asks each witness what it has seen, before anything is taken.
    package func checkRollback() async -> RollbackCheck {
        guard let head = try? await archive.head() else { return .passed(answered: []) }
        let note = remember(head.note)
        var outcomes: [String: WitnessOutcome] = [:]
        await withTaskGroup(of: (String, WitnessOutcome).self) { group in
            for witness in policy.asked {
                group.addTask {
                    (witness.key.name, await self.outcome(of: witness, for: note, of: head.size))
                }
            }
            for await (name, outcome) in group { outcomes[name] = outcome }
        }
        for (name, outcome) in outcomes.sorted(by: { $0.key < $1.key }) {
            switch outcome {
            case .ahead, .contradicted: return .wentBack(witness: name, outcome)
            default: continue
            }
        }
        let answered = outcomes.filter { $0.value == .cosigned }.map(\.key).sorted()
        return answered.isEmpty ? .unanswered(outcomes) : .passed(answered: answered)
    }
}
