import Foundation
package import TransparencyLog

/// What a folder remembers of a log beside the record itself: every head ever seen, and proofs that it forked.
extension RecordFolder {
    package var headsPath: String { "\(path)/heads" }
    package var forksPath: String { "\(path)/forks" }

    /// Keeps a head for good, in a file of its own; keeping it twice changes nothing.
    package func keep(head note: SignedNote) throws(ArchiveError) {
        guard let head = try? Checkpoint(parsing: note.text) else { return }
        let file = "\(headsPath)/\(head.size)-\(head.root.hex)"
        guard !FileManager.default.fileExists(atPath: file) else { return }
        try DurableFile.replace(file, with: note.bytes)
    }

    /// The heads that `log` signed, the smallest first. What somebody else laid there is passed over.
    package func heads(of log: VerifierKey) -> [(head: Checkpoint, note: SignedNote)] {
        var heads: [(head: Checkpoint, note: SignedNote)] = []
        for bytes in RecordFolder.files(in: headsPath, limit: SignedNote.maximumByteCount) {
            guard let note = try? SignedNote(parsing: bytes.bytes), let head = try? note.head(of: log)
            else { continue }
            heads.append((head, note))
        }
        return heads.sorted { ($0.head.size, $0.head.root.hex) < ($1.head.size, $1.head.root.hex) }
    }

    /// Keeps the proof that the log has told two stories, and gives the name of its file.
    @discardableResult
    package func keep(fork: ForkProof) throws(ArchiveError) -> String {
        let roots = [fork.firstHead, fork.secondHead].map { "\($0.size)-\($0.root.hex.prefix(16))" }
        // Two heads of one size have no order: the same fork has the same name.
        let name = (fork.beginning == nil ? roots.sorted() : roots).joined(separator: "-") + ".fork"
        let file = "\(forksPath)/\(name)"
        if !FileManager.default.fileExists(atPath: file) { try DurableFile.replace(file, with: fork.bytes) }
        return file
    }

    /// The proofs that are kept here, by name, each of them checked; of `log` alone, where it is given.
    package func forks(of log: VerifierKey? = nil) -> [(name: String, proof: ForkProof)] {
        RecordFolder.files(in: forksPath, limit: ForkProof.maximumByteCount).compactMap { file in
            guard file.name.hasSuffix(".fork"), let proof = try? ForkProof(parsing: file.bytes),
                log == nil || proof.log == log
            else { return nil }
            return (file.name, proof)
        }
    }

    private static func files(in folder: String, limit: Int) -> [(name: String, bytes: [UInt8])] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.sorted().compactMap { name in
            guard let file = FileHandle(forReadingAtPath: "\(folder)/\(name)") else { return nil }
            defer { try? file.close() }
            guard let bytes = try? file.read(upToCount: limit + 1), bytes.count <= limit else { return nil }
            return (name, Array(bytes))
        }
    }
}
