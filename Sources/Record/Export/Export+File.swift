import Foundation

extension Export {
    /// Writes the tar to a file that does not exist yet.
    package func write(to path: String) async throws(ArchiveError) {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw ArchiveError(
                .cannotOpen, "There is already a file at \(path).", remedy: "Choose another name.")
        }
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let file = FileHandle(forWritingAtPath: path)
        else {
            throw ArchiveError(
                .cannotOpen, "\(path) cannot be written.", remedy: "Look at the folder's rights.")
        }
        defer { try? file.close() }
        try await write { bytes throws(ArchiveError) in
            do {
                try file.write(contentsOf: bytes)
            } catch {
                throw ArchiveError(path, cannotBe: "written", SystemFault(error))
            }
        }
        do {
            try file.synchronize()
        } catch {
            throw ArchiveError(path, cannotBe: "safely written", SystemFault(error))
        }
    }
}
