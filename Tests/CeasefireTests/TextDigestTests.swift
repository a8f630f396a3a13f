import Ceasefire
import Testing

@Suite struct `Digests of texts` {
    private let digits = "00112233445566778899aabbccddeeff0123456789abcdeffedcba9876543210"

    @Test func `64 digits come back as they were`() throws {
        let digest = try #require(TextDigest(hex: digits))
        #expect(digest.hex == digits)
        #expect(digest.bytes.prefix(4) == [0x00, 0x11, 0x22, 0x33])
        #expect(digest.bytes.suffix(4) == [0x76, 0x54, 0x32, 0x10])
        #expect(TextDigest(bytes: digest.bytes) == digest)
        #expect(TextDigest(hex: Array(digits.utf8)[...]) == digest)
    }

    @Test func `every byte but 0 to 9 and a to f is refused, at every place`() throws {
        for place in 0..<64 {
            let read = (UInt8.min...UInt8.max).filter { byte in
                var changed = Array(digits.utf8)
                changed[place] = byte
                guard let digest = TextDigest(hex: changed[...]) else { return false }
                return Array(digest.hex.utf8) == changed
            }
            #expect(read == Array("0123456789abcdef".utf8))
            let accepted = (UInt8.min...UInt8.max).filter { byte in
                var changed = Array(digits.utf8)
                changed[place] = byte
                return TextDigest(hex: changed[...]) != nil
            }
            #expect(accepted == read)
        }
    }

    @Test(arguments: [0, 1, 63, 65, 128]) func `another number of digits is refused`(count: Int) {
        #expect(TextDigest(hex: String(repeating: "a", count: count)) == nil)
    }
}
