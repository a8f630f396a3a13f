/// Whether bytes are UTF-8, asked piece by piece (Unicode Standard, table 3-7).
struct UTF8Check {
    /// How many bytes the character at hand still needs.
    private(set) var wanted = 0
    /// Where that character began.
    private(set) var start = 0
    private var least: UInt8 = 0x80
    private var most: UInt8 = 0xBF

    /// Where the first character begins that is none, if there is one in these bytes.
    mutating func fault(in bytes: UnsafeRawBufferPointer, at offset: Int) -> Int? {
        for (index, byte) in bytes.enumerated() {
            if wanted > 0 {
                guard byte >= least, byte <= most else { return start }
                least = 0x80
                most = 0xBF
                wanted -= 1
                continue
            }
            if byte < 0x80 { continue }
            start = offset + index
            switch byte {
            case 0xC2...0xDF: wanted = 1
            case 0xE0: (wanted, least) = (2, 0xA0)  // shorter forms exist below
            case 0xED: (wanted, most) = (2, 0x9F)  // surrogates above
            case 0xE1...0xEF: wanted = 2
            case 0xF0: (wanted, least) = (3, 0x90)
            case 0xF4: (wanted, most) = (3, 0x8F)  // nothing beyond U+10FFFF
            case 0xF1...0xF3: wanted = 3
            default: return start
            }
        }
        return nil
    }
}
