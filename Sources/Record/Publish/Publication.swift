import Ceasefire
import Foundation
package import TransparencyLog

/// A folder of static files by which anybody verifies a record: any web server, object store or stick can hold it
/// (tlog-tiles v0.1.0).
///
/// ```
/// attachments, bundles, tiles ─▶ durable ─▶ log.vkey, policy ─▶ checkpoint
/// ```
/// The checkpoint is replaced last, so that whoever reads it finds all that it speaks of; an interrupted publication is
/// simply done again. Files once announced stay, since somebody may hold an older checkpoint.
package struct Publication: Sendable {
    package let folder: String
    private let log: VerifierKey
    private var published: SignedNote?
    private var attached: Set<TextDigest> = []
    private var policy: [UInt8] = []
    /// Folders in which names are not yet durable.
    private var unsettled: Set<String> = []

    /// Takes up a folder where it ends, or makes a new one.
    /// - Throws: `foreign` if the folder publishes another log, `damaged` if its checkpoint is not what the log signed.
    package init(into folder: String, log: VerifierKey) throws(ArchiveError) {
        self.folder = folder
        self.log = log
        guard let bytes = FileManager.default.contents(atPath: "\(folder)/checkpoint") else { return }
        let key = FileManager.default.contents(atPath: "\(folder)/log.vkey")
        guard key.map({ $0.elementsEqual("\(log)\n".utf8) }) ?? true else {
            throw ArchiveError(
                .foreign, "\(folder) publishes another log than \(log.name).",
                remedy: "Choose another folder.")
        }
        do throws(LogError) {
            let note = try SignedNote(parsing: Array(bytes))
            _ = try note.verified(by: [log])
            published = note
        } catch {
            throw ArchiveError(
                .damaged, "\(folder)/checkpoint is not what the log signed: \(error)",
                remedy: "Find out who wrote it; then publish into an empty folder.")
        }
    }

    /// Publishes the archive's head, if it is not yet.
    /// - Parameters:
    ///   - cosigned: the head with the cosignatures that it has; used if it is that head.
    ///   - policy: whom to trust; the log alone, where absent.
    /// - Returns: how many entries are published now.
    /// - Throws: `inconsistent` if more, or something else, is published than the archive holds.
    package mutating func publish(
        _ archive: any Archive, cosigned: SignedNote? = nil, policy: [UInt8]? = nil
    ) async throws(ArchiveError) -> Int {
        guard let head = try await archive.head() else {
            guard published == nil else { throw .wentBack("\(folder) publishes entries", to: 0) }
            throw ArchiveError(
                .cannotOpen, "The record has no entries yet.", remedy: "Open the process first.")
        }
        let note = cosigned.flatMap { $0.text == head.note.text ? $0 : nil } ?? head.note
        let policy = policy ?? Array("log \(log)\nquorum none\n".utf8)
        let files = try await publishAttachments(archive)
        if published?.bytes == note.bytes, self.policy == policy, !files { return head.size }
        let old = try await checkedSize(archive, head)
        try await publishTiles(archive, from: old, to: head.size)
        try write(Array("\(log)\n".utf8), to: "log.vkey")
        try write(policy, to: "policy")
        try settle()
        try write(note.bytes, to: "checkpoint")
        try settle()
        published = note
        self.policy = policy
        return head.size
    }

    /// The size that is published, once it is sure that the archive goes on from there.
    private func checkedSize(_ archive: any Archive, _ head: Head) async throws(ArchiveError) -> Int {
        guard let published else { return 0 }
        let old: Checkpoint
        do throws(LogError) {
            old = try Checkpoint(parsing: published.text)
        } catch {
            throw ArchiveError(
                .damaged, "\(folder)/checkpoint: \(error)", remedy: "Publish into an empty folder.")
        }
        guard old.size <= head.size else {
            throw .wentBack("\(folder) publishes \(old.size) entries", to: head.size)
        }
        let proof = try await ArchiveNodes.consistencyProof(from: old.size, to: head.size, from: archive)
        do throws(LogError) {
            try MerkleTree.verifyConsistency(
                from: old.size, root: old.root, to: head.size, root: head.root, proof: proof)
        } catch {
            throw ArchiveError(
                .inconsistent,
                "\(folder) publishes another history of the first \(old.size) entries than the record holds.",
                remedy:
                    "Publish nothing more. Keep both checkpoints: together they prove that this log has forked."
            )
        }
        return old.size
    }

    // MARK: Files

    /// - Returns: whether there were new ones.
    private mutating func publishAttachments(_ archive: any Archive) async throws(ArchiveError) -> Bool {
        var hasNew = false
        for digest in try await archive.attachments() where !attached.contains(digest) {
            let name = "sha256/\(digest.hex)"
            if !FileManager.default.fileExists(atPath: "\(folder)/\(name)") {
                guard let bytes = try await archive.attachment(digest) else { continue }
                guard digest.names(bytes) else {
                    throw ArchiveError(
                        .inconsistent, "The file kept as \(digest) has other bytes than were signed.",
                        remedy: "Restore it from a mirror; nothing was published.")
                }
                try write(bytes, to: name)
                hasNew = true
            }
            attached.insert(digest)
        }
        return hasNew
    }

    private mutating func publishTiles(
        _ archive: any Archive, from old: Int, to size: Int
    ) async throws(ArchiveError) {
        for start in stride(from: old / 256 * 256, to: size, by: 256) {
            let entries = try await archive.entries(from: start, limit: min(256, size - start))
            let bundle = try Publication.bundle(start / 256, entries)
            try write(bundle.bytes, to: bundle.path)
        }
        for tile in try Publication.tiles(from: old, to: size) {
            let hashes = try await archive.hashes(
                level: tile.level, from: tile.index * 256, limit: tile.width)
            try write(hashes.flatMap(\.bytes), to: tile.path)
        }
    }

    private static func bundle(_ index: Int, _ entries: [ArchivedEntry]) throws(ArchiveError) -> EntryBundle {
        do throws(LogError) {
            return try EntryBundle(index: index, entries: entries.map(\.body))
        } catch {
            throw unreadable(error)
        }
    }

    private static func tiles(from old: Int, to size: Int) throws(ArchiveError) -> [Tile] {
        do throws(LogError) {
            return try Tile.tiles(from: old, to: size)
        } catch {
            throw unreadable(error)
        }
    }

    private static func unreadable(_ error: LogError) -> ArchiveError {
        ArchiveError(.inconsistent, "The record cannot be published: \(error)", remedy: "Run verify.")
    }

    private mutating func write(_ bytes: [UInt8], to name: String) throws(ArchiveError) {
        let file = URL(fileURLWithPath: folder).appendingPathComponent(name)
        var parent = file.deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
        } catch {
            throw ArchiveError(parent.path, cannotBe: "made", SystemFault(error))
        }
        try DurableFile.write(bytes, to: file.path)
        for _ in name.split(separator: "/") {
            unsettled.insert(parent.path)
            parent = parent.deletingLastPathComponent()
        }
    }

    /// The names of what was written last, so that no checkpoint is more durable than what it speaks of.
    private mutating func settle() throws(ArchiveError) {
        for folder in unsettled { try DurableFile.settle(folder: folder) }
        unsettled = []
    }
}
