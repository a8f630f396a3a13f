import Foundation
import Synchronization

/// A tar file on the disk: where its files lie, and their bytes when asked for.
///
/// Every byte counts: besides the contents there are headers with a checksum, zeros that fill blocks, and zeros at the end.
final class TarFile: Sendable {
    let path: String
    /// The place of each file's contents.
    let files: [String: Range<Int>]
    private let handle: Mutex<Handle>

    /// `FileHandle` is not Sendable; it is only touched under the lock.
    private struct Handle: @unchecked Sendable { var file: FileHandle }

    init(_ path: String) throws(ArchiveError) {
        self.path = path
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw ArchiveError(
                .cannotOpen, "There is no readable file at \(path).", remedy: "Look at the path.")
        }
        var files: [String: Range<Int>] = [:]
        var place = 0
        while true {
            let block = try TarFile.read(place..<place + TarHeader.blockSize, of: file, path)
            if block.allSatisfy({ $0 == 0 }) { break }
            let header = try TarFile.header(block, at: place, path)
            place += TarHeader.blockSize
            let end = place.addingReportingOverflow(header.size)
            guard !end.overflow, end.partialValue < .max - TarHeader.blockSize else {
                throw TarFile.damaged(path, place, "a size that no file has")
            }
            let fill = end.partialValue..<end.partialValue + header.padding
            guard try TarFile.read(fill, of: file, path).allSatisfy({ $0 == 0 }) else {
                throw TarFile.damaged(path, fill.lowerBound, "bytes between two files")
            }
            if header.kind == .file, files.updateValue(place..<end.partialValue, forKey: header.name) != nil {
                throw TarFile.damaged(path, place, "a second file \(header.name)")
            }
            place = fill.upperBound
        }
        try TarFile.checkEnd(of: file, from: place, path)
        self.files = files
        handle = Mutex(Handle(file: file))
    }

    deinit { handle.withLock { try? $0.file.close() } }

    /// The contents of a file; `nil` where there is none of that name.
    func contents(of name: String) throws(ArchiveError) -> [UInt8]? {
        guard let range = files[name] else { return nil }
        return try handle.withLock { handle throws(ArchiveError) in
            try TarFile.read(range, of: handle.file, path)
        }
    }

    private static func header(
        _ block: [UInt8], at place: Int, _ path: String
    ) throws(ArchiveError) -> TarHeader {
        do throws(TarHeader.Fault) {
            return try TarHeader(block: block)
        } catch {
            let what =
                switch error {
                case .checksum: "a header whose checksum is wrong"
                case .notUstar: "no header of the ustar form"
                case .kind(let kind): "an entry of kind \(kind), which is no plain file"
                case .field(let name): "a header whose \(name) cannot be read"
                }
            throw damaged(path, place, what)
        }
    }

    /// At least two blocks of zeros, and nothing but zeros.
    private static func checkEnd(of file: FileHandle, from start: Int, _ path: String) throws(ArchiveError) {
        guard let size = try? file.seekToEnd(), size >= UInt64(start + 2 * TarHeader.blockSize) else {
            throw damaged(path, start, "the end is missing")
        }
        var place = start
        while place < Int(size) {
            let next = min(place + 1 << 16, Int(size))
            guard try read(place..<next, of: file, path).allSatisfy({ $0 == 0 }) else {
                throw damaged(path, place, "bytes after the end")
            }
            place = next
        }
    }

    private static func read(
        _ range: Range<Int>, of file: FileHandle, _ path: String
    ) throws(ArchiveError) -> [UInt8] {
        guard !range.isEmpty else { return [] }
        do {
            try file.seek(toOffset: UInt64(range.lowerBound))
            let bytes = try file.read(upToCount: range.count) ?? Data()
            guard bytes.count == range.count else {
                throw damaged(path, range.lowerBound, "the file ends early")
            }
            return Array(bytes)
        } catch let error as ArchiveError {
            throw error
        } catch {
            throw ArchiveError(path, cannotBe: "read", SystemFault(error))
        }
    }

    private static func damaged(_ path: String, _ place: Int, _ what: String) -> ArchiveError {
        ArchiveError(
            .damaged, "\(path) is no whole tar: at byte \(place), \(what).",
            remedy: "Get the export again; keep the broken file.")
    }
}
