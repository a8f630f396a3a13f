/// A stretch of a table in memory, with the places of all that parts its fields and rows.
///
/// The stretch begins where a row begins. What remains behind its last whole row is looked at again when more bytes
/// have come, from that row's beginning, so that nothing about quotes or line ends is carried from one stretch to
/// the next.
struct CSVIndex: ~Copyable {
    /// What is wrong with the bytes, and where: an offset into the stretch.
    struct Flaw {
        var code: CSVFault.Code
        var place: Int

        init(_ code: CSVFault.Code, at place: Int) {
            self.code = code
            self.place = place
        }

        /// What is wrong, and what can be done.
        var message: String {
            code == .malformedUTF8
                ? "these bytes are not UTF-8. Save the table as UTF-8."
                : "a quotation mark stands where none may. Quote the whole field and write the mark twice within it."
        }
    }

    /// A block may be read beyond the end of what has been filled.
    private static let slack = 64

    private(set) var bytes: UnsafeMutableRawPointer
    private(set) var capacity: Int
    /// How many bytes hold something.
    private(set) var filled = 0
    /// The places of the bytes that end a field, in order.
    private(set) var separators: UnsafeMutablePointer<UInt32>
    private(set) var separatorCount = 0
    /// Which of the separators end a row.
    private(set) var rowEnds: UnsafeMutablePointer<UInt32>
    private(set) var rowCount = 0
    /// What stopped the indexing, if something did. All rows that end before it are whole.
    private(set) var flaw: Flaw?
    /// Whether the stretch ends within a quoted field.
    private(set) var endsInQuote = false

    init(capacity: Int) {
        // Enough to see a byte order mark.
        let capacity = max(8, capacity)
        self.capacity = capacity
        bytes = .allocate(byteCount: capacity + Self.slack, alignment: 64)
        bytes.initializeMemory(as: UInt8.self, repeating: 0, count: capacity + Self.slack)
        // One more than there are bytes: the end of the file ends a row too.
        separators = .allocate(capacity: capacity + 1)
        rowEnds = .allocate(capacity: capacity + 1)
    }

    deinit {
        bytes.deallocate()
        separators.deallocate()
        rowEnds.deallocate()
    }

    /// The memory behind what has been filled.
    private var room: UnsafeMutableRawBufferPointer { .init(start: bytes + filled, count: capacity - filled) }

    /// Fills that memory from a source.
    /// - Returns: whether the source has come to its end.
    mutating func fill(from source: CSVSource) throws(CSVFault) -> Bool {
        while filled < capacity {
            let count = try source.read(room)
            if count == 0 { return true }
            filled += count
        }
        return false
    }

    /// Forgets all bytes before `start`.
    mutating func drop(before start: Int) {
        filled -= start
        bytes.copyMemory(from: bytes + start, byteCount: filled)
        separatorCount = 0
        rowCount = 0
    }

    /// Makes room for twice as much, keeping what is there and forgetting its index.
    mutating func grow(to capacity: Int) {
        var larger = CSVIndex(capacity: capacity)
        larger.bytes.copyMemory(from: bytes, byteCount: filled)
        larger.filled = filled
        self = larger
    }

    /// Finds all that parts fields and rows from `start` on, where a row begins.
    /// - Parameter atEnd: whether nothing comes after what has been filled.
    mutating func index(from start: Int, separator: UInt8, atEnd: Bool) {
        var end = filled
        // Whether this return ends a row alone or with a line feed is not known yet.
        if !atEnd, end > start, byte(at: end - 1) == 0x0D { end -= 1 }

        let bytes = bytes
        let separators = separators
        let rowEnds = rowEnds
        var count = 0
        var rows = 0
        var flaw: Flaw?
        var utf8 = UTF8Check()
        var insideBefore: UInt64 = 0  // all ones within quotes
        var mayOpen: UInt64 = 1  // whether a quote may open at the first byte
        var mustEnd: UInt64 = 0  // whether the byte before closed a quoted field
        var afterReturn: UInt64 = 0  // whether the byte before was a return
        var place = start
        while place < end, flaw == nil {
            let block = CSVBlock(bytes + place, separator: separator)
            let valid: UInt64 = end - place >= 64 ? ~0 : (1 << UInt64(end - place)) - 1
            let quotes = block.quotes & valid
            let inside = CSVBlock.runningParity(quotes) ^ insideBefore
            let outside = ~inside & valid
            let returns = block.returns & outside
            let feeds = block.lineFeeds & outside
            let followers = feeds & (returns << 1 | afterReturn)  // the second halves of CRLF
            let ends = returns | (feeds & ~followers)
            var parting = ends | (block.separators & outside)
            let opening = quotes & inside
            let closing = quotes & ~inside
            let before = parting | closing | followers  // what an opening quote may stand behind
            let stray =
                (opening & ~(before << 1 | mayOpen))
                | ((closing << 1 | mustEnd) & valid & ~(parting | opening))

            if stray != 0 { flaw = Flaw(.strayQuote, at: place + stray.trailingZeroBitCount) }
            if !block.isASCII || utf8.wanted > 0 {
                let piece = UnsafeRawBufferPointer(start: bytes + place, count: min(64, end - place))
                if let broken = utf8.fault(in: piece, at: place), broken <= flaw?.place ?? .max {
                    flaw = Flaw(.malformedUTF8, at: broken)
                }
            }
            if let flaw { parting &= flaw.place < place ? 0 : (1 << UInt64(flaw.place - place)) - 1 }

            while parting != 0 {
                let bit = parting.trailingZeroBitCount
                separators[count] = UInt32(truncatingIfNeeded: place &+ bit)
                if ends & (1 &<< UInt64(bit)) != 0 {
                    rowEnds[rows] = UInt32(truncatingIfNeeded: count)
                    rows &+= 1
                }
                count &+= 1
                parting &= parting &- 1
            }
            insideBefore = 0 &- (inside >> 63)
            mayOpen = before >> 63
            mustEnd = closing >> 63
            afterReturn = returns >> 63
            place += 64
        }
        separatorCount = count
        rowCount = rows
        endsInQuote = flaw == nil && insideBefore != 0
        if atEnd, flaw == nil, utf8.wanted > 0 { flaw = Flaw(.malformedUTF8, at: utf8.start) }
        self.flaw = flaw
        if atEnd, flaw == nil, !endsInQuote { endLastRow(from: start) }
    }

    /// The end of the file ends a row as a line end does.
    private mutating func endLastRow(from start: Int) {
        let begins = rowCount == 0 ? start : self.start(after: Int(separators[Int(rowEnds[rowCount - 1])]))
        if begins >= filled { return }
        separators[separatorCount] = UInt32(truncatingIfNeeded: filled)
        rowEnds[rowCount] = UInt32(truncatingIfNeeded: separatorCount)
        separatorCount += 1
        rowCount += 1
    }

    /// Where the row begins that follows a row which ends at `place`.
    @inline(__always)
    func start(after place: Int) -> Int {
        if byte(at: place) == 0x0D, place + 1 < filled, byte(at: place + 1) == 0x0A { return place + 2 }
        return min(place + 1, filled)
    }

    @inline(__always)
    func byte(at place: Int) -> UInt8 { bytes.load(fromByteOffset: place, as: UInt8.self) }
}
