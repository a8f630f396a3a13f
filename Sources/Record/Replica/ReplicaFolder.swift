import Foundation
package import TransparencyLog

/// Where a replica lies: a record's folder without the log's key, with what it must remember of its source.
package struct ReplicaFolder: Sendable {
    package let record: RecordFolder

    package init(_ path: String) { record = RecordFolder(path) }

    private static let header = "bishkek-replica@v1"

    /// What a replica is a replica of.
    package struct Origin: Sendable, Hashable {
        package var source: String
        package var log: VerifierKey

        package init(source: String, log: VerifierKey) {
            self.source = source
            self.log = log
        }
    }

    package var originPath: String { "\(record.path)/replica" }
    var incomingPath: String { "\(record.path)/incoming" }

    /// Whether somebody began a replica here.
    package var isReplica: Bool { FileManager.default.fileExists(atPath: originPath) }

    /// - Throws: `foreignFolder` if the file is none of ours.
    package func origin() throws(ReplicaFault) -> Origin? {
        guard let bytes = FileManager.default.contents(atPath: originPath) else { return nil }
        let lines = String(decoding: bytes, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        guard lines.count == 4, lines[0] == ReplicaFolder.header, lines[1].hasPrefix("source "),
            lines[2].hasPrefix("log "), lines[3].isEmpty,
            let log = try? VerifierKey(String(lines[2].dropFirst(4)))
        else {
            throw ReplicaFault(
                .foreignFolder, "\(originPath) does not say of what this is a replica.",
                remedy: "Choose another folder.")
        }
        return Origin(source: String(lines[1].dropFirst(7)), log: log)
    }

    func remember(_ origin: Origin) throws(ReplicaFault) {
        if try self.origin() == origin { return }
        let text = "\(ReplicaFolder.header)\nsource \(origin.source)\nlog \(origin.log)\n"
        do throws(ArchiveError) {
            try DurableFile.replace(originPath, with: Array(text.utf8))
        } catch {
            throw ReplicaFault(error)
        }
    }

    /// Refuses a folder that is something else: a keeper's, above all.
    func checkForeign() throws(ReplicaFault) {
        guard !isReplica else { return }
        for file in [record.databasePath, record.logKeyPath]
        where FileManager.default.fileExists(atPath: file) {
            throw ReplicaFault(
                .foreignFolder, "\(record.path) is the folder of a record that is kept here (\(file)).",
                remedy: "Mirror into a folder of its own.")
        }
    }

    /// The file of entries that follow the first `size`.
    func incomingPath(after size: Int) -> String { "\(incomingPath)/entries-\(size)" }

    /// Removes a database that was never finished: entries of a first copy are there until it is.
    func removeUnfinished() {
        guard FileManager.default.fileExists(atPath: incomingPath(after: 0)) else { return }
        for suffix in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: record.databasePath + suffix)
        }
    }

    func makeIncoming() throws(ReplicaFault) {
        do {
            try FileManager.default.createDirectory(
                atPath: incomingPath, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        } catch {
            throw ReplicaFault(
                .archive, "\(incomingPath) cannot be made: \(SystemFault(error)).",
                remedy: "Look at the folder's rights.")
        }
    }

    /// Removes what arrived, once it is taken in or found useless.
    func removeIncoming() { try? FileManager.default.removeItem(atPath: incomingPath) }
}
