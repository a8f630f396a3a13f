import Foundation
import Synchronization

/// Reads entries that arrived, in order and a stretch at a time.
package final class IncomingReader: Sendable {
    private let path: String
    private let state: Mutex<State>

    /// `FileHandle` is not Sendable; it is only touched under the lock.
    private struct State: @unchecked Sendable {
        var file: FileHandle?
        var rest: [UInt8] = []
    }

    /// How many bytes are read at a time.
    private static let stretch = 1 << 20

    init(_ path: String) {
        self.path = path
        state = Mutex(State(file: FileHandle(forReadingAtPath: path)))
    }

    deinit { state.withLock { try? $0.file?.close() } }

    /// The next entries; none at the end of the file, or where its last entry is not whole.
    package func entries() throws(ArchiveError) -> [ArchivedEntry] {
        try bodies().map { ArchivedEntry(body: $0) }
    }

    func bodies() throws(ArchiveError) -> [[UInt8]] {
        try state.withLock { state throws(ArchiveError) in
            do {
                let read = try state.file?.read(upToCount: IncomingReader.stretch) ?? Data()
                let bytes = state.rest + read
                var place = 0
                var bodies: [[UInt8]] = []
                while let body = IncomingReader.body(in: bytes, at: &place) { bodies.append(body) }
                state.rest = Array(bytes.dropFirst(place))
                return bodies
            } catch {
                throw ArchiveError(path, cannotBe: "read", SystemFault(error))
            }
        }
    }

    /// Entries as they lie in bundles, each with its length before it.
    static func bytes(of entries: [ArchivedEntry]) -> [UInt8] {
        entries.reduce(into: []) { bytes, entry in
            bytes += [UInt8(entry.body.count >> 8), UInt8(entry.body.count & 255)] + entry.body
        }
    }

    /// The entry whose length stands at `place`; `nil`, with `place` unchanged, where it is not whole.
    static func body(in bytes: [UInt8], at place: inout Int) -> [UInt8]? {
        guard place + 2 <= bytes.count else { return nil }
        let count = Int(bytes[place]) << 8 | Int(bytes[place + 1])
        guard place + 2 + count <= bytes.count else { return nil }
        defer { place += 2 + count }
        return Array(bytes[(place + 2)..<(place + 2 + count)])
    }
}
