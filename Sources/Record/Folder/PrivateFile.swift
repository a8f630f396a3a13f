import Foundation

/// Files that only their owner can read.
package enum PrivateFile {
    /// Writes a new file with mode 0600. It never has another mode, and never replaces a file.
    package static func write(_ text: String, to path: String) throws(KeyFault) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard descriptor >= 0 || errno != EEXIST else {
            throw KeyFault(
                .file,
                "There is already a key at \(path), and none is ever written over. Choose another folder for the keys; "
                    + "if somebody else is making this record just now, let them finish.")
        }
        guard descriptor >= 0 else {
            throw KeyFault(.file, "\(path) cannot be made: \(SystemFault()).")
        }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try file.write(contentsOf: Data(text.utf8))
            try file.synchronize()
            try file.close()
        } catch {
            throw KeyFault(.file, "\(path) cannot be written: \(SystemFault(error)).")
        }
    }

    package static func read(_ path: String) throws(KeyFault) -> String {
        guard let bytes = FileManager.default.contents(atPath: path),
            let text = String(validating: bytes, as: UTF8.self)
        else { throw KeyFault(.file, "\(path) cannot be read.") }
        return text
    }

    /// Makes a folder with mode 0700, with those above it where they are missing.
    package static func makeFolder(_ path: String) throws(KeyFault) {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw KeyFault(.file, "The folder \(path) cannot be made: \(SystemFault(error)).")
        }
    }
}
