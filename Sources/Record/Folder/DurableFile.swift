import Foundation

/// Files that are there as a whole or not at all, also after the power failed.
package enum DurableFile {
    /// Writes a file under a temporary name, makes it durable and gives it its name. That the name itself is durable
    /// needs ``settle(folder:)``.
    package static func write(_ bytes: [UInt8], to path: String) throws(ArchiveError) {
        let temporary = path + ".new"
        // What an interrupted run left under the temporary name is written over.
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw unwritten(path) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try file.write(contentsOf: bytes)
            try file.synchronize()
            try file.close()
        } catch {
            throw ArchiveError(path, cannotBe: "written", SystemFault(error))
        }
        guard rename(temporary, path) == 0 else { throw unwritten(path) }
    }

    /// Makes the names in a folder durable.
    package static func settle(folder: String) throws(ArchiveError) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw unwritten(folder) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw unwritten(folder) }
    }

    /// Makes or replaces a file, and its folder where there is none, durably before it returns.
    package static func replace(_ path: String, with bytes: [UInt8]) throws(ArchiveError) {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw ArchiveError(folder, cannotBe: "made", SystemFault(error))
        }
        try write(bytes, to: path)
        try settle(folder: folder)
    }

    private static func unwritten(_ path: String) -> ArchiveError {
        ArchiveError(path, cannotBe: "written", SystemFault())
    }
}
