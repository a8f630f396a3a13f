import Foundation
import Record

/// A file that is written beside an answer, whole or not at all.
enum OutputFile {
    /// - Parameter what: what it holds, as the beginning of a sentence.
    static func write(_ what: String, _ text: String, to path: String) throws {
        do {
            try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw Failure(
                "\(what) cannot be written to \(path): \(SystemFault(error)). "
                    + "Name a file in a folder that is there and may be written to.")
        }
    }
}
