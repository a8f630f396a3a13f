import Foundation
import Synchronization

/// What was acknowledged, written at once: this process may be killed as well.
final class Acknowledgements: Sendable {
    private let file: Mutex<FileHandle>

    init(_ path: String) throws {
        if !FileManager.default.fileExists(atPath: path) { try Data().write(to: URL(fileURLWithPath: path)) }
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try handle.seekToEnd()
        file = Mutex(handle)
    }

    func note(_ index: Int, _ id: String) throws {
        try file.withLock { try $0.write(contentsOf: Data("\(index) \(id)\n".utf8)) }
    }
}
