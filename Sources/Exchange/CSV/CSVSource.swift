import Foundation

#if canImport(Glibc)
    import Glibc
#endif

/// Where the bytes of a table come from.
struct CSVSource {
    /// Fills the front of the memory it is given and says how much of it; zero at the end.
    let read: (UnsafeMutableRawBufferPointer) throws(CSVFault) -> Int

    /// A stretch of an open file.
    init(_ file: CSVFile, from offset: Int = 0) {
        var place = offset
        read = { memory throws(CSVFault) in
            let count = try file.fill(memory, at: place)
            place += count
            return count
        }
    }

    init(_ bytes: [UInt8]) {
        self.init(pieces: [bytes])
    }

    /// Pieces that come one after another, as from a pipe.
    init(pieces: [[UInt8]]) {
        var waiting = pieces.filter { !$0.isEmpty }[...]
        var taken = 0
        read = { memory throws(CSVFault) in
            guard let piece = waiting.first else { return 0 }
            let count = min(memory.count, piece.count - taken)
            memory.copyBytes(from: piece[taken..<taken + count])
            taken += count
            if taken == piece.count {
                waiting.removeFirst()
                taken = 0
            }
            return count
        }
    }
}

/// A file that is open until nobody holds it.
final class CSVFile: Sendable {
    private let descriptor: Int32
    private let path: String
    private let closes: Bool
    /// A pipe can only be read in its order, and has no size.
    let isSeekable: Bool
    let size: Int

    init(path: String) throws(CSVFault) {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        closes = true
        if descriptor < 0 { throw Self.fault(path) }
        var status = stat()
        if fstat(descriptor, &status) != 0 {
            let fault = Self.fault(path)
            close(descriptor)
            throw fault
        }
        isSeekable = status.st_mode & S_IFMT == S_IFREG
        size = isSeekable ? Int(status.st_size) : 0
    }

    /// What is piped into the program.
    static let standardInput = CSVFile(descriptor: 0)

    private init(descriptor: Int32) {
        self.descriptor = descriptor
        path = "standard input"
        closes = false
        isSeekable = false
        size = 0
    }

    deinit {
        if closes { close(descriptor) }
    }

    func fill(_ memory: UnsafeMutableRawBufferPointer, at offset: Int) throws(CSVFault) -> Int {
        while true {
            let count =
                isSeekable
                ? pread(descriptor, memory.baseAddress, memory.count, off_t(offset))
                : read(descriptor, memory.baseAddress, memory.count)
            if count >= 0 { return count }
            if errno != EINTR { throw Self.fault(path) }
        }
    }

    private static func fault(_ path: String) -> CSVFault {
        CSVFault(
            .unreadableFile,
            "\(path) cannot be read: \(String(cString: strerror(errno))). Check the name and the permissions."
        )
    }
}
