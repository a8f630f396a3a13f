import Foundation

/// A log as static files in a folder: unpacked, mounted, or published there.
package struct FolderSource: LogSource {
    private let folder: String

    package init(_ folder: String) { self.folder = folder }

    package func file(
        _ path: String, from start: Int, limit: Int
    ) async throws(SourceFault) -> SourceFile? {
        let place = "\(folder)/\(path)"
        guard FileManager.default.fileExists(atPath: place) else { return nil }
        do {
            guard let file = FileHandle(forReadingAtPath: place) else {
                throw SourceFault(.broken, "\(place) cannot be read.")
            }
            defer { try? file.close() }
            try file.seek(toOffset: UInt64(start))
            let bytes = try file.read(upToCount: limit + 1) ?? Data()
            guard bytes.count <= limit else { throw SourceFault(.broken, "\(place) is too long.") }
            return SourceFile(Array(bytes))
        } catch let fault as SourceFault {
            throw fault
        } catch {
            throw SourceFault(.broken, "\(place) cannot be read: \(SystemFault(error)).")
        }
    }
}
