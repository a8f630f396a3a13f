import Exchange

/// Deaths by week and side B in a table of the GED layout: of state-based violence, dated to the week or better.
struct CSVGrouping {
    /// Pairs of a week and a side.
    var groups = 0
    /// Rows that were counted.
    var events = 0
    /// The sum of the best estimates.
    var deaths = 0

    /// Reads the table at `path` in parts at the same time and sorts the groups by week and side.
    /// - Parameter parts: how many; nil for one for each processor.
    static func run(path: String, parts: Int? = nil) throws(CSVFault) -> CSVGrouping {
        let found = try CSVParts.read(path: path, count: parts) { reader throws(CSVFault) in
            try WeekTable(of: &reader)
        }
        guard var table = found.first?.value else { return CSVGrouping() }
        for part in found.dropFirst() { table.add(part.value) }
        var grouping = CSVGrouping()
        for group in table.sorted() {
            grouping.groups += 1
            grouping.events += Int(group.events)
            grouping.deaths += Int(group.deaths)
        }
        return grouping
    }
}

/// Events and deaths by week and side, in one open-addressed table.
private struct WeekTable: Sendable {
    struct Group: Sendable {
        /// The Monday above 16 bits of the side's number; no group has key −1.
        var key = -1
        // Half words, so that a quarter of a million groups stay small. Sums beyond them stay at the most they hold.
        var events: UInt32 = 0
        var deaths: UInt32 = 0

        mutating func add(_ other: Group) {
            events = Self.sum(events, other.events)
            deaths = Self.sum(deaths, other.deaths)
        }

        private static func sum(_ left: UInt32, _ right: UInt32) -> UInt32 {
            let (sum, overflows) = left.addingReportingOverflow(right)
            return overflows ? .max : sum
        }
    }

    private var sides = NameTable()
    private var slots = [Group](repeating: Group(), count: 1 << 15)
    private var count = 0

    init(of reader: inout CSVReader) throws(CSVFault) {
        let kind = try reader.header.index(of: "type_of_violence")
        let precision = try reader.header.index(of: "date_prec")
        let start = try reader.header.index(of: "date_start")
        let sideB = try reader.header.index(of: "side_b")
        let best = try reader.header.index(of: "best")
        while try reader.advance() {
            guard reader.integer(at: kind).value == 1, let dated = reader.integer(at: precision).value,
                dated <= 2,
                let day = reader.day(at: start).value
            else { continue }
            let side = reader.withBytes(at: sideB) { sides.number(of: $0) }
            add(
                Group(
                    key: DayNumber.monday(of: day) << 16 | side, events: 1,
                    deaths: UInt32(clamping: reader.integer(at: best).value ?? 0)))
        }
    }

    mutating func add(_ other: WeekTable) {
        var numbers: [Int] = []
        for index in 0..<other.sides.count {
            numbers.append(sides.number(of: Array(other.sides.name(index)).span))
        }
        for group in other.slots where group.key != -1 {
            var group = group
            group.key = group.key & ~0xFFFF | numbers[group.key & 0xFFFF]
            add(group)
        }
    }

    func sorted() -> [Group] {
        let byName = (0..<sides.count).sorted { sides.name($0).lexicographicallyPrecedes(sides.name($1)) }
        var ranks = [Int](repeating: 0, count: sides.count)
        for (rank, side) in byName.enumerated() { ranks[side] = rank }
        var groups: [Group] = []
        groups.reserveCapacity(count)
        for var group in slots where group.key != -1 {
            group.key = group.key & ~0xFFFF | ranks[group.key & 0xFFFF]
            groups.append(group)
        }
        groups.sort { $0.key < $1.key }
        return groups
    }

    private mutating func add(_ group: Group) {
        if 4 * count >= 3 * slots.count { grow() }
        var slot = Self.hash(group.key) & (slots.count - 1)
        while slots[slot].key != group.key {
            if slots[slot].key == -1 {
                count += 1
                slots[slot].key = group.key
                break
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot].add(group)
    }

    private mutating func grow() {
        let old = slots
        slots = [Group](repeating: Group(), count: 2 * old.count)
        count = 0
        for group in old where group.key != -1 { add(group) }
    }

    private static func hash(_ key: Int) -> Int {
        let mixed = UInt64(bitPattern: Int64(key)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed >> 32)
    }
}

/// Names by the order in which they were met first. There may be 65,536 of them.
private struct NameTable: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var hashes: [UInt64] = []
    private var slots = [Int32](repeating: -1, count: 1 << 17)

    var count: Int { ends.count }

    func name(_ number: Int) -> ArraySlice<UInt8> {
        bytes[(number == 0 ? 0 : ends[number - 1])..<ends[number]]
    }

    mutating func number(of name: Span<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325  // FNV-1a
        for index in name.indices { hash = (hash ^ UInt64(name[index])) &* 0x100_0000_01B3 }
        var slot = Int(truncatingIfNeeded: hash & UInt64(slots.count - 1))
        while slots[slot] != -1 {
            let number = Int(slots[slot])
            if hashes[number] == hash, isSame(name, number) { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        precondition(count < 1 << 16, "more names than a key has room for")
        for index in name.indices { bytes.append(name[index]) }
        ends.append(bytes.count)
        hashes.append(hash)
        slots[slot] = Int32(count - 1)
        return count - 1
    }

    private func isSame(_ name: Span<UInt8>, _ number: Int) -> Bool {
        let start = number == 0 ? 0 : ends[number - 1]
        if ends[number] - start != name.count { return false }
        for index in name.indices where name[index] != bytes[start + index] { return false }
        return true
    }
}
