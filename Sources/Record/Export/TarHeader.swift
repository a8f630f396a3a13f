/// The header of one file in a tar archive (POSIX ustar), with nothing in it that depends on when and by whom it was made.
struct TarHeader: Hashable {
    static let blockSize = 512

    enum Kind: Hashable { case file, folder }

    /// What makes a block no header, or one of something that a record does not have.
    enum Fault: Error, Hashable { case checksum, notUstar, kind(UInt8), field(String) }

    let name: String
    let size: Int
    let kind: Kind

    /// A header for a file; names have at most 100 bytes.
    init(name: String, size: Int) {
        self.name = name
        self.size = size
        kind = .file
    }

    init(block: [UInt8]) throws(Fault) {
        guard TarHeader.checksumField(of: block) == Array(block[148..<156]) else { throw .checksum }
        guard block[257..<263].elementsEqual("ustar\0".utf8) || block[257..<263].elementsEqual("ustar ".utf8)
        else {
            throw .notUstar
        }
        switch block[156] {
        case UInt8(ascii: "0"), 0: kind = .file
        case UInt8(ascii: "5"): kind = .folder
        default: throw .kind(block[156])
        }
        guard let size = TarHeader.octal(block[124..<136]) else { throw .field("size") }
        self.size = size
        let isPOSIX = block[262] == 0
        let prefix = isPOSIX ? TarHeader.text(block[345..<500]) : ""
        guard let prefix, let own = TarHeader.text(block[0..<100]), !own.isEmpty else { throw .field("name") }
        let path = prefix.isEmpty ? own : "\(prefix)/\(own)"
        name = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
    }

    var block: [UInt8] {
        var block = [UInt8](repeating: 0, count: TarHeader.blockSize)
        func put(_ text: String, at offset: Int) {
            block.replaceSubrange(offset..<offset + text.utf8.count, with: text.utf8)
        }
        put(name, at: 0)
        put("0000644\0", at: 100)
        put("0000000\0", at: 108)
        put("0000000\0", at: 116)
        put(TarHeader.octal(size, digits: 11) + "\0", at: 124)
        put("00000000000\0", at: 136)
        put("0", at: 156)
        put("ustar\0", at: 257)
        put("00", at: 263)
        block.replaceSubrange(148..<156, with: TarHeader.checksumField(of: block))
        return block
    }

    /// The zeros that fill the last block of the file.
    var padding: Int { (TarHeader.blockSize - size % TarHeader.blockSize) % TarHeader.blockSize }

    private static func checksumField(of block: [UInt8]) -> [UInt8] {
        var sum = 8 * Int(UInt8(ascii: " "))
        for (offset, byte) in block.enumerated() where !(148..<156).contains(offset) { sum += Int(byte) }
        return Array((octal(sum, digits: 6) + "\0 ").utf8)
    }

    private static func octal(_ number: Int, digits: Int) -> String {
        let text = String(number, radix: 8)
        return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }

    private static func octal(_ field: ArraySlice<UInt8>) -> Int? {
        let digits = field.prefix { (UInt8(ascii: "0")...UInt8(ascii: "7")).contains($0) }
        guard !digits.isEmpty,
            field.dropFirst(digits.count).allSatisfy({ $0 == 0 || $0 == UInt8(ascii: " ") })
        else {
            return nil
        }
        return Int(String(decoding: digits, as: UTF8.self), radix: 8)
    }

    private static func text(_ field: ArraySlice<UInt8>) -> String? {
        let text = field.prefix { $0 != 0 }
        guard field.dropFirst(text.count).allSatisfy({ $0 == 0 }) else { return nil }
        return String(validating: text, as: UTF8.self)
    }
}
