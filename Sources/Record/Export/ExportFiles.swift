import Foundation

/// Where the files of an export lie, by their names.
protocol ExportFiles: Sendable {
    var names: [String] { get }
    /// `nil` where there is none of that name.
    func contents(of name: String) throws(ArchiveError) -> [UInt8]?
}

extension TarFile: ExportFiles {
    var names: [String] { Array(files.keys) }
}

/// The files as they are published: in a folder, where those of earlier heads lie beside them.
struct PublishedFiles: ExportFiles {
    let folder: String

    var names: [String] { FileManager.default.subpaths(atPath: folder) ?? [] }

    func contents(of name: String) throws(ArchiveError) -> [UInt8]? {
        let path = "\(folder)/\(name)"
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw ArchiveError(.disk, "\(path) cannot be read.", remedy: "Look at its rights.")
        }
        return Array(bytes)
    }
}
