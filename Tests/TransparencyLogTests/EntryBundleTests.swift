import Testing

@testable import TransparencyLog

@Suite struct `Entry bundles` {
    let two: [UInt8] = [0, 4, 0x42, 0x61, 0x6B, 0x75, 0, 0]

    @Test func `keep entries of every length, the empty and the longest`() throws {
        let bundle = try EntryBundle(index: 1067, width: 2, decoding: two)
        #expect(bundle.entries == [Array("Baku".utf8), []])
        #expect(bundle.bytes == two && bundle.path == "tile/entries/x001/067.p/2")
        let longest = Array(repeating: UInt8(7), count: 65_535)
        let bytes = try EntryBundle(index: 0, entries: [longest]).bytes
        #expect(bytes.count == 65_537 && bytes.prefix(2) == [0xFF, 0xFF])
        #expect(try EntryBundle(index: 0, width: 1, decoding: bytes).entries == [longest])
    }

    @Test func `that end early anywhere are refused`() {
        for count in 0..<two.count {
            #expect(throws: LogError(.malformedBundle)) {
                try EntryBundle(index: 0, width: 2, decoding: Array(two.prefix(count)))
            }
        }
    }

    @Test func `with bytes after the last entry are refused`() {
        for more in [[0], [0, 0], two] as [[UInt8]] {
            #expect(throws: LogError(.malformedBundle)) {
                try EntryBundle(index: 0, width: 2, decoding: two + more)
            }
        }
        #expect(throws: LogError(.malformedBundle)) { try EntryBundle(index: 0, width: 1, decoding: two) }
    }

    @Test(arguments: [0, 1, Int.max])
    func `do not take an entry of 65536 bytes, wherever it would stand`(index: Int) {
        #expect(throws: LogError(.entryTooLong)) {
            try EntryBundle(index: index, entries: [[], Array(repeating: 0, count: 65_536)])
        }
    }

    @Test(arguments: [0, 257, -1])
    func `of no possible width are refused`(width: Int) {
        #expect(throws: LogError(.malformedBundle)) { try EntryBundle(index: 0, width: width, decoding: []) }
        guard width >= 0 else { return }
        #expect(throws: LogError(.malformedBundle)) {
            try EntryBundle(index: 0, entries: Array(repeating: [], count: width))
        }
    }

    @Test func `before the first are refused`() {
        #expect(throws: LogError(.malformedBundle)) { try EntryBundle(index: -1, entries: [[]]) }
        #expect(throws: LogError(.malformedBundle)) {
            try EntryBundle(index: -1, width: 1, decoding: [0, 0])
        }
    }
}
