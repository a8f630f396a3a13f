import Foundation

/// Files that are there as a whole or not at all, whatever happens to the machine meanwhile.
package enum DurableFile {
    /// Writes a file under another name, waits for the disk, gives it its name, and waits for the folder.
    /// - Throws: `disk` with what the system says.
    package static func write(_ bytes: [UInt8], to path: String) throws(ArchiveError) {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let draft = "\(path).\(UUID().uuidString).part"
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            guard FileManager.default.createFile(atPath: draft, contents: nil),
                let file = FileHandle(forWritingAtPath: draft)
            else { throw CocoaError(.fileWriteNoPermission) }
            try file.write(contentsOf: bytes)
            try file.synchronize()
            try file.close()
            guard rename(draft, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        } catch {
            try? FileManager.default.removeItem(atPath: draft)
            throw ArchiveError(
                .disk, "\(path) cannot be written: \(error)",
                remedy: "Look at the disk and at the rights on the folder.")
        }
        let descriptor = open(folder, O_RDONLY)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}
