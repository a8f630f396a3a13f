import Ceasefire
import Foundation
package import TransparencyLog

/// A copy of a record that somebody else keeps: it follows the log, believes nothing, and forgets no head.
///
/// Entries arrive in a file of their own, so that an interrupted copy goes on where it stopped. They are taken in with one
/// transaction, once they make the root that the log signed, every earlier head is one of theirs, and every envelope is
/// signed by a key in force. Whatever contradicts a head that the log signed is kept as a proof of a fork.
package actor Replica {
    let folder: ReplicaFolder
    let source: any LogSource
    let told: @Sendable (ReplicaNews) -> Void
    private let open: @Sendable (RecordFolder, _ isNew: Bool) throws(ArchiveError) -> any Archive
    private let stated: VerifierKey?
    private let name: String
    /// Known once the source was asked.
    private(set) var key: VerifierKey?
    var archive: (any Archive)?
    /// What is held, replayed; read on from where it was. Nobody looks at its entries, so few of them are kept.
    private var ledger = Ledger(retaining: .consequential)
    private var mentioned: Set<TextDigest> = []
    private var isOpened = false
    /// The roots of earlier heads that were found to be those of what is held.
    var fitting: Set<Hash> = []

    /// - Parameter name: how the source is called in the file that remembers it.
    /// - Parameter log: the log's key, where it is known from elsewhere.
    /// - Parameter open: opens the archive of a folder, or makes a new one.
    package init(
        _ folder: ReplicaFolder, of source: any LogSource, called name: String, log: VerifierKey?,
        open: @escaping @Sendable (RecordFolder, _ isNew: Bool) throws(ArchiveError) -> any Archive,
        told: @escaping @Sendable (ReplicaNews) -> Void = { _ in }
    ) {
        self.folder = folder
        self.source = source
        self.name = name
        self.open = open
        self.told = told
        stated = log
    }

    /// The log's key, as far as it is known.
    package var log: VerifierKey? { key }

    /// Asks the source once, and takes in what is new.
    package func follow() async throws(ReplicaFault) -> ReplicaOutcome {
        do {
            return try await step()
        } catch {
            throw ReplicaFault(error)
        }
    }

    private func step() async throws -> ReplicaOutcome {
        try folder.checkForeign()
        let log = try await logKey()
        let (note, theirs) = try await newestHead(of: log)
        try folder.remember(ReplicaFolder.Origin(source: name, log: log))
        try await openArchive(log)
        // Before anything else: what the log has signed must not be forgotten.
        try folder.record.keep(head: note)
        guard let archive, let ours = try await archive.head() else {
            return try await take(note, theirs, after: nil, log)
        }
        if let fork = try await contradiction(to: ours, in: archive, log) { return try kept(fork) }
        if theirs.size > ours.size { return try await take(note, theirs, after: ours, log) }
        guard try await ArchiveNodes.root(of: theirs.size, from: archive) == theirs.root else {
            return try kept(try await proof(log, note, ours.note, archive))
        }
        try await pullAttachments(archive)
        return theirs.size == ours.size
            ? .same(size: ours.size) : .stale(theirs: theirs.size, ours: ours.size)
    }

    // MARK: What the source says of itself

    private func logKey() async throws -> VerifierKey {
        let remembered = try folder.origin()?.log
        if let stated, let remembered, stated != remembered {
            throw ReplicaFault(
                .key, "The folder mirrors the log \(remembered), not \(stated).",
                remedy: "Mirror another log into a folder of its own.")
        }
        if let known = stated ?? remembered {
            key = known
            return known
        }
        guard let bytes = try await file("log.vkey", limit: 1 << 12) else {
            throw ReplicaFault(
                .key, "\(name) does not say which key the log has, and nobody else did.",
                remedy: "Give it: --log KEY.")
        }
        let text = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        do throws(LogError) {
            let found = try VerifierKey(text)
            if key != found { told(.trusting(found)) }
            key = found
            return found
        } catch {
            throw ReplicaFault(
                .key, "\(name) gives no key of a log: \(error)", remedy: "Give the log's key: --log KEY.")
        }
    }

    private func newestHead(of log: VerifierKey) async throws -> (SignedNote, Checkpoint) {
        guard let bytes = try await file("checkpoint", limit: SignedNote.maximumByteCount) else {
            throw ReplicaFault(
                .noLog, "There is no log at \(name): it has no file “checkpoint”.",
                remedy: "Name the address below which checkpoint and tile/… lie.")
        }
        let (note, head) = try signed(bytes, by: log)
        guard head.size > 0 else {
            throw ReplicaFault(
                .noEntries, "The log at \(name) has no entries yet.", remedy: "Come back later.")
        }
        return (note, head)
    }

    private func signed(
        _ bytes: [UInt8], by log: VerifierKey
    ) throws(ReplicaFault) -> (SignedNote, Checkpoint) {
        do throws(LogError) {
            let note = try SignedNote(parsing: bytes)
            return (note, try note.head(of: log))
        } catch {
            throw ReplicaFault(
                .key, "The checkpoint at \(name) is not one that \(log.name) signed: \(error)",
                remedy: "Look at the address and at the key.")
        }
    }

    func file(_ path: String, limit: Int) async throws(SourceFault) -> [UInt8]? {
        try await source.file(path, from: 0, limit: limit)?.bytes
    }

    // MARK: What is held

    private func openArchive(_ log: VerifierKey) async throws {
        if !isOpened {
            folder.removeUnfinished()
            if FileManager.default.fileExists(atPath: folder.record.databasePath) {
                archive = try open(folder.record, false)
            }
            isOpened = true
        }
        guard let archive, let head = try await archive.head(), ledger.size < head.size else { return }
        try await replay(archive, to: head.size)
        guard ledger.log == log, ledger.root == head.root else {
            throw ArchiveError(
                .inconsistent, "The replica at \(folder.record.path) is not what \(log.name) signed.",
                remedy: "Run verify; mirror again into another folder.")
        }
    }

    /// Replays on from what was replayed, and notes the files that entries refer to.
    /// - Returns: the first broken entry, and the heads seen that do not fit.
    @discardableResult
    private func replay(
        _ archive: any Archive, to size: Int
    ) async throws(ArchiveError) -> (broken: (index: Int, why: AdmissionRefusal)?, seen: [SeenHead]) {
        var found: (broken: (index: Int, why: AdmissionRefusal)?, seen: [SeenHead]) = (nil, [])
        var next = ledger
        var files = mentioned
        ledger = Ledger(retaining: .consequential)
        try await next.advance(from: archive, to: size) { entry in
            if let act = entry.act { files.formUnion(act.statement.act.attachments) }
            guard case .broken(let why) = entry.outcome else { return }
            if found.broken == nil { found.broken = (entry.index, why) }
            if case .seenContradicts = why, let seen = entry.act?.statement.seen { found.seen.append(seen) }
        }
        // What is broken is replayed from the beginning the next time.
        if found.broken == nil { ledger = next }
        mentioned = files
        return found
    }

    // MARK: Taking in

    private func take(
        _ note: SignedNote, _ theirs: Checkpoint, after ours: Head?, _ log: VerifierKey
    ) async throws -> ReplicaOutcome {
        let held = folder.record.heads(of: log)
        let incoming: IncomingEntries
        switch try await entries(note, theirs, after: ours, held, log) {
        case .forked(let fork): return try kept(fork)
        case .arrived(let entries): incoming = entries
        }
        for (head, earlier) in held where head.size > incoming.first && head.size <= theirs.size {
            guard await incoming.roots[head.size] != head.root else { continue }
            return try kept(try await proof(log, earlier, note, incoming))
        }
        told(.checking(theirs.size))
        let (broken, seen) = try await replay(incoming, to: theirs.size)
        for head in seen {
            if let fork = await ForkProof(seen: head, log: log, head: note, rows: incoming) {
                return try kept(fork)
            }
        }
        if let broken { throw fault(of: broken, theirs) }
        guard ledger.log == log else { throw otherKey(log) }
        try await importing(incoming, ours?.size ?? 0)
        if let archive { try await pullAttachments(archive) }
        return .grown(from: ours?.size ?? 0, to: theirs.size)
    }

    /// Writes everything that arrived, or nothing.
    private func importing(_ incoming: IncomingEntries, _ size: Int) async throws(ArchiveError) {
        guard let head = try await incoming.head() else { return }
        let archive: any Archive
        if let held = self.archive { archive = held } else { archive = try open(folder.record, true) }
        self.archive = archive
        let reader = incoming.reader()
        let next: @Sendable () throws(ArchiveError) -> [ArchivedEntry] = { () throws(ArchiveError) in
            try reader.entries()
        }
        guard try await archive.append(to: head, expecting: size, next: next) else {
            throw ArchiveError(
                .busy, "Somebody else wrote into \(folder.record.path).",
                remedy: "Let one mirror run at a time.")
        }
        folder.removeIncoming()
    }

    /// Asks for the files that entries refer to and that are not here; those with other bytes are not kept.
    private func pullAttachments(_ archive: any Archive) async throws {
        let present = Set(try await archive.attachments())
        var missing = 0
        let wanted = mentioned.subtracting(present).sorted()
        for digest in wanted {
            var bytes: [UInt8]?
            do throws(SourceFault) {
                bytes = try await file("sha256/\(digest.hex)", limit: Replica.attachmentLimit)
            } catch {
                guard error.code == .broken else { throw error }
            }
            if let bytes, digest.names(bytes) {
                _ = try await archive.keep(attachment: bytes)
            } else {
                missing += 1
            }
        }
        if !wanted.isEmpty { told(.attachments(present: mentioned.count - missing, missing: missing)) }
    }

    /// The greatest length of an attachment in bytes that is taken.
    package static let attachmentLimit = 1 << 28

    private func fault(
        of broken: (index: Int, why: AdmissionRefusal), _ theirs: Checkpoint
    ) -> ReplicaFault {
        if broken.index == 0, case .form = broken.why {
            return ReplicaFault(
                .noRecord,
                "\(name) is a log of \(theirs.size) entries, all as it signed them, but no record of a ceasefire: "
                    + "entry 0 is no act. \(broken.why)",
                remedy: "Only records are mirrored here.")
        }
        return ReplicaFault(
            .brokenLog,
            "The log at \(name) signed an entry \(broken.index) that no log may sign: \(broken.why)",
            remedy:
                "Nothing of it was taken in. The head that it signed is kept in \(folder.record.headsPath).")
    }

    private func otherKey(_ log: VerifierKey) -> ReplicaFault {
        ReplicaFault(
            .key, "Entry 0 gives the log another key than the one that signs: \(log).",
            remedy: "Look at the address and at the key.")
    }
}
