import Ceasefire
package import TransparencyLog

/// Checks a whole record, from its bytes to what the rules make of it, with nothing but the record itself and what the
/// one who asks brings along.
package struct Verifier: Sendable {
    /// The log's key, where it is known from elsewhere.
    package var log: VerifierKey?
    /// Heads of the same log from elsewhere: an earlier visit, another mirror, a newspaper.
    package var held: [(head: Checkpoint, note: SignedNote)]
    /// Whose cosignatures are asked for.
    package var policy: Policy?
    /// The record that this one is said to succeed.
    package var predecessor: (any Archive)?
    /// Whether a missing attachment leaves the answer open.
    package var asksForAttachments: Bool

    package init(
        log: VerifierKey? = nil, held: [(head: Checkpoint, note: SignedNote)] = [], policy: Policy? = nil,
        asksForAttachments: Bool = false
    ) {
        self.log = log
        self.held = held
        self.policy = policy
        self.asksForAttachments = asksForAttachments
    }

    /// - Parameter progress: hears how many entries were checked so far.
    /// - Throws: only if the archive cannot be read; whatever is wrong with what was read is in the answer.
    package func verify(
        _ archive: any Archive, progress: (Int) -> Void = { _ in }
    ) async throws(ArchiveError) -> Verification {
        var ledger = Ledger(retaining: .consequential)
        return try await verify(archive, into: &ledger, progress: progress)
    }

    /// The same, with what the check has read.
    /// - Parameter ledger: an empty one; it says what is kept of the entries.
    package func verify(
        _ archive: any Archive, into ledger: inout Ledger, progress: (Int) -> Void = { _ in }
    ) async throws(ArchiveError) -> Verification {
        var verification = Verification(expecting: log, asksForAttachments: asksForAttachments)
        var audit = TextAudit()
        var contradicting: [SeenHead] = []
        try await ledger.advance(from: archive) { entry in
            verification.take(entry)
            if case .broken(.seenContradicts) = entry.outcome, let seen = entry.act?.seen {
                contradicting.append(seen)
            }
            if case .admitted = entry.outcome, let act = entry.act {
                audit.note(act.statement.act, at: entry.index)
            }
            if entry.index % Ledger.stretch == 0 { progress(entry.index) }
        }
        progress(ledger.size)
        try await ledger.recallRevisions(from: archive)
        verification.record = ledger.record
        verification.log = ledger.log
        verification.size = ledger.size
        verification.root = ledger.root
        verification.isExercise = ledger.isExercise
        try await checkHead(ledger, archive, &verification)
        try await checkDoubts(ledger, archive, &verification)
        checkSeals(ledger, &verification)
        try await checkPredecessor(ledger, &verification)
        if let log = ledger.log, let head = try await archive.head() {
            for seen in contradicting {
                let fork = await ForkProof(seen: seen, log: log, head: head.note, rows: archive)
                if let fork { verification.take(fork: fork) }
            }
        }
        try await checkNodes(ledger, archive, &verification)
        try await checkHeld(ledger, archive, &verification)
        try await checkAttachments(audit, archive, &verification)
        verification.count(.texts, audit.count)
        try await audit.check(against: archive) { verification.add($0, to: .texts, as: .failed) }
        checkCopies(ledger.process, &verification)
        return verification
    }

    private func checkHead(
        _ ledger: Ledger, _ archive: any Archive, _ verification: inout Verification
    ) async throws(ArchiveError) {
        verification.count(.head)
        if let log, log != ledger.log {
            let found = ledger.log?.description ?? "none"
            verification.add(Verification.Reason(.logDiffers, found, log.description), to: .head, as: .failed)
        }
        guard let head = try await archive.head() else {
            return verification.add(Verification.Reason(.headMissing), to: .head, as: .failed)
        }
        do throws(LogError) {
            let checkpoint = try Checkpoint(parsing: head.note.text)
            guard let log = ledger.log else {
                throw LogError(.noKnownSignature, "Entry 0 names no log key.", section: "signed-note v1.0.0")
            }
            _ = try head.note.verified(by: [log])
            if checkpoint.origin != ledger.record?.origin {
                throw LogError(
                    .wrongKey, "It is a head of \(checkpoint.origin).", section: "tlog-checkpoint v1.0.0")
            }
            for size in [checkpoint.size, head.size] where size != ledger.size {
                let reason = Verification.Reason(.sizeDiffers, String(size), String(ledger.size))
                verification.add(reason, to: .head, as: .failed)
            }
            for root in [checkpoint.root, head.root, head.frontier.root] where root != ledger.root {
                let reason = Verification.Reason(.rootDiffers, root.base64, ledger.root.base64)
                verification.add(reason, to: .head, as: .failed)
            }
            try checkCosignatures(head.note, &verification)
        } catch {
            verification.add(Verification.Reason(.headNotSigned, error.description), to: .head, as: .failed)
        }
    }

    private func checkCosignatures(
        _ note: SignedNote, _ verification: inout Verification
    ) throws(LogError) {
        guard let policy else { return }
        let evaluation = try policy.evaluate(note)
        verification.count(.cosignatures, policy.witnesses.count)
        for cosignature in evaluation.cosignatures {
            verification.add(
                Verification.Reason(.cosigned, cosignature.key.name), to: .cosignatures, as: .passed)
        }
        if !evaluation.isQuorumMet {
            let count = String(evaluation.cosignatures.count)
            verification.add(Verification.Reason(.quorumNotMet, count), to: .cosignatures, as: .failed)
        }
    }

    private func checkNodes(
        _ ledger: Ledger, _ archive: any Archive, _ verification: inout Verification
    ) async throws(ArchiveError) {
        let lowest = archive.keepsLeavesWithEntries ? 1 : 0
        if lowest == 1 { verification.count(.tiles, ledger.size) }
        for level in lowest..<8 {
            let count = ledger.size >> (8 * level)
            var place = 0
            while place < count {
                let kept = try await archive.hashes(
                    level: level, from: place, limit: min(4096, count - place))
                if kept.isEmpty {
                    let reason = Verification.Reason(.nodeDiffers, "\(level)/\(place)")
                    verification.add(reason, to: .tiles, as: .failed)
                    break
                }
                for (offset, hash) in kept.enumerated()
                where (try? ledger.nodes.node(level: 8 * level, index: place + offset)) != hash {
                    let reason = Verification.Reason(.nodeDiffers, "\(level)/\(place + offset)")
                    verification.add(reason, to: .tiles, as: .failed)
                }
                verification.count(.tiles, kept.count)
                place += kept.count
            }
        }
    }

    private func checkHeld(
        _ ledger: Ledger, _ archive: any Archive, _ verification: inout Verification
    ) async throws(ArchiveError) {
        let own = try await archive.head()
        for (head, note) in held {
            verification.count(.consistency)
            guard let log = ledger.log else { continue }
            do throws(LogError) {
                _ = try note.head(of: log)
            } catch {
                // Anybody can write down a head: what the log has not signed says nothing about the log.
                let reason = Verification.Reason(
                    .heldNotSigned, String(head.size), head.origin, error.message)
                verification.add(reason, to: .consistency, as: .indeterminate)
                continue
            }
            if head.size > ledger.size {
                let reason = Verification.Reason(.wentBack, String(head.size), String(ledger.size))
                verification.add(reason, to: .consistency, as: .failed)
            } else if ledger.root(at: head.size) != head.root {
                if let own, let fork = try? ForkProof(log: log, note, own.note, tree: ledger.nodes) {
                    verification.take(fork: fork)
                } else {
                    let reason = Verification.Reason(.forked, String(head.size))
                    verification.add(reason, to: .consistency, as: .failed)
                }
            }
        }
    }

    private func checkAttachments(
        _ audit: TextAudit, _ archive: any Archive, _ verification: inout Verification
    ) async throws(ArchiveError) {
        for (digest, entry) in audit.mentioned.sorted(by: { ($0.value, $0.key) < ($1.value, $1.key) }) {
            verification.count(.attachments)
            guard let bytes = try await archive.attachment(digest) else {
                let reason = Verification.Reason(.attachmentMissing, entry: entry, digest.hex)
                verification.add(reason, to: .attachments, as: .indeterminate)
                continue
            }
            let found = TextDigest(of: bytes)
            if found != digest {
                let reason = Verification.Reason(.attachmentDiffers, entry: entry, digest.hex, found.hex)
                verification.add(reason, to: .attachments, as: .failed)
            }
        }
        // What nobody refers to proves nothing, but must not lie about its name.
        for digest in try await archive.attachments() where audit.mentioned[digest] == nil {
            verification.count(.attachments)
            guard let bytes = try await archive.attachment(digest) else { continue }
            let found = TextDigest(of: bytes)
            if found != digest {
                let reason = Verification.Reason(.attachmentDiffers, digest.hex, found.hex)
                verification.add(reason, to: .attachments, as: .failed)
            }
        }
    }

    private func checkCopies(_ process: Process, _ verification: inout Verification) {
        let view = View(process)
        for instrument in process.texts.order {
            let copies = process.signing.copies[instrument]?.keys.sorted() ?? []
            guard copies.count > 1 else { continue }
            verification.count(.identicality)
            let answer = view.identicality(of: copies, of: instrument)
            let reason = Verification.Reason(.copies, instrument.text, answer.rawValue)
            verification.add(reason, to: .identicality, as: .passed)
        }
    }
}
