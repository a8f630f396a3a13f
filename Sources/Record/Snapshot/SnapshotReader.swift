import Ceasefire
import Foundation
import TransparencyLog

/// Takes a snapshot's file apart, after its checksum was found right.
struct SnapshotReader {
    private let data: Data
    private var place: Int
    private let end: Int

    /// `nil` unless the file is whole.
    init?(_ data: Data) {
        let end = data.count - TextDigest.byteCount
        guard end > Snapshot.magic.count, data.starts(with: Snapshot.magic),
            let stated = TextDigest(bytes: data[end...]), TextDigest(of: data[..<end]) == stated
        else { return nil }
        self.data = data
        self.end = end
        place = Snapshot.magic.count
    }

    mutating func number() -> Int? {
        integers(1, of: UInt64.self)?.first.flatMap { Int(exactly: $0) }.flatMap {
            $0 <= data.count ? $0 : nil
        }
    }

    mutating func integers<Number: FixedWidthInteger>(_ count: Int, of type: Number.Type) -> [Number]? {
        let width = MemoryLayout<Number>.size
        return taken(count, width) { bytes in
            (0..<count).map {
                Number(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * width, as: Number.self))
            }
        }
    }

    mutating func hashes(_ count: Int) -> [Hash]? {
        taken(count, Hash.byteCount) { bytes in
            (0..<count).map { Hash(at: $0 * Hash.byteCount, in: bytes) }
        }
    }

    mutating func digests(_ count: Int) -> [TextDigest]? {
        let width = TextDigest.byteCount
        return taken(count, width) { bytes in
            (0..<count).compactMap {
                TextDigest(bytes: UnsafeRawBufferPointer(rebasing: bytes[($0 * width)..<(($0 + 1) * width)]))
            }
        }
    }

    /// The rest of the file, as so many lines.
    mutating func names(_ count: Int) -> [ParticipantID]? {
        let lines = data[place..<end].split(separator: UInt8(ascii: "\n"))
        let names = lines.compactMap { ParticipantID(String(decoding: $0, as: UTF8.self)) }
        return names.count == count && lines.count == count ? names : nil
    }

    private mutating func taken<Value>(
        _ count: Int, _ width: Int, _ read: (UnsafeRawBufferPointer) -> Value
    ) -> Value? {
        let (length, overflow) = count.multipliedReportingOverflow(by: width)
        guard !overflow, length <= end - place else { return nil }
        let part = data[place..<(place + length)]
        place += length
        return part.withUnsafeBytes(read)
    }
}
