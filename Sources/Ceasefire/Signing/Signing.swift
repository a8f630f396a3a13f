/// Lines, copies and what was put on them: the fold of the acts of signing.
public struct Signing: Hashable, Sendable {
    public struct OpenLine: Hashable, Sendable {
        public var entry: Int
        public var line: Line
        /// The entry of the signature that fills it, as far as no account disputes that.
        public var signedBy: Int?
    }

    public internal(set) var openings: [InstrumentID: SigningOpening] = [:]
    public internal(set) var openedBy: [InstrumentID: Int] = [:]
    public internal(set) var lines: [InstrumentID: [LineID: OpenLine]] = [:]
    /// In the order of the signature block.
    public internal(set) var lineOrder: [InstrumentID: [LineID]] = [:]
    public internal(set) var copies: [InstrumentID: [CopyID: CopyMaking]] = [:]
    var copiedBy: [InstrumentID: [CopyID: Int]] = [:]
    public internal(set) var copyOrder: [InstrumentID: [CopyID]] = [:]

    public init() {}

    mutating func fold(_ act: SigningAct, of entry: Entry) {
        switch act {
        case .opened(let act):
            openings[act.instrument] = act
            openedBy[act.instrument] = entry.index
            for line in act.lines { insert(line, of: act.instrument, entry.index) }
        case .lineProposed(let act): insert(act.line, of: act.instrument, entry.index)
        case .copied(let act):
            copies[act.instrument, default: [:]][act.copy] = act
            copiedBy[act.instrument, default: [:]][act.copy] = entry.index
            copyOrder[act.instrument, default: []].append(act.copy)
        case .signed(let act):
            if let line = act.line { lines[act.instrument]?[line]?.signedBy = entry.index }
        case .withdrawn(let act):
            if let line = act.line { lines[act.instrument]?[line]?.signedBy = nil }
        case .lineObjected, .inscribed, .initialled, .confirmed, .refused, .declared, .objected, .transmitted,
            .certified:
            break
        }
    }

    /// What is said of a line or a copy already named, once that is corrected.
    mutating func restate(_ act: SigningAct) {
        switch act {
        case .opened(let act):
            openings[act.instrument] = act
            for line in act.lines { lines[act.instrument]?[line.line]?.line = line }
            let block = act.lines.map(\.line)
            let proposed = (lineOrder[act.instrument] ?? []).filter { !block.contains($0) }
            lineOrder[act.instrument] = block + proposed
        case .lineProposed(let act): lines[act.instrument]?[act.line.line]?.line = act.line
        case .copied(let act): copies[act.instrument]?[act.copy] = act
        default: break
        }
    }

    private mutating func insert(_ line: Line, of instrument: InstrumentID, _ entry: Int) {
        lines[instrument, default: [:]][line.line] = OpenLine(entry: entry, line: line)
        lineOrder[instrument, default: []].append(line.line)
    }
}
