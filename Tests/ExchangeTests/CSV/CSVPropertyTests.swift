import Statistics
import Testing

@testable import Exchange

@Suite struct `Any table` {
    private static let pieces = [
        "a", "Горлівка", "\"", "\"\"", ",", ";", "\t", "\n", "\r\n", "\r", " ", "Авдіївка, північ", "12",
        "-3.5", "…", "🕊",
    ]

    private func table(_ dice: inout SeededGenerator) -> [[String]] {
        let columns = dice.roll(1...9)
        var rows = [(1...columns).map { "column \($0)" }]
        for _ in 0..<dice.roll(0...30) {
            var row: [String] = []
            for _ in 0..<columns {
                var field = ""
                for _ in 0..<dice.roll(0...(dice.roll(0...9) == 0 ? 60 : 4)) {
                    field += dice.pick(Self.pieces)
                }
                row.append(field)
            }
            // A lone empty field would be an empty line.
            if columns == 1, row[0].isEmpty { row[0] = "x" }
            rows.append(row)
        }
        return rows
    }

    private func writing(_ dice: inout SeededGenerator) -> Writing {
        Writing(
            separator: dice.pick(CSVFormat.Separator.allCases), lineEnd: dice.pick(["\n", "\r\n", "\r"]),
            hasMark: dice.roll(0...1) == 1, endsLastLine: dice.roll(0...1) == 1,
            quotesAll: dice.roll(0...2) == 0)
    }

    private func cut(_ bytes: [UInt8], _ dice: inout SeededGenerator) -> [[UInt8]] {
        var pieces: [[UInt8]] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = min(rest.count, dice.roll(1...dice.pick([1, 3, 70, 400])))
            pieces.append(Array(rest.prefix(count)))
            rest = rest.dropFirst(count)
        }
        return pieces
    }

    @Test(arguments: 0..<20)
    func `comes back as it was written`(_ seed: UInt64) {
        var dice = SeededGenerator(seed: seed)
        for _ in 0..<20 {
            let rows = table(&dice)
            let writing = writing(&dice)
            let found = Reading(
                [writing.bytes(rows)], .init(separator: rows[0].count == 1 ? writing.separator : nil))
            #expect(found.rows == Array(rows.dropFirst()))
            #expect(found.fault == nil && found.refused == 0)
        }
    }

    @Test(arguments: 0..<20)
    func `gives the same rows however it is cut and however little is held at a time`(_ seed: UInt64) {
        var dice = SeededGenerator(seed: 1000 + seed)
        for _ in 0..<10 {
            let rows = table(&dice)
            let bytes = writing(&dice).bytes(rows)
            let whole = Reading([bytes])
            var format = CSVFormat()
            format.bufferBytes = dice.pick([1, 2, 3, 63, 64, 65, 200, 1 << 18])
            #expect(Reading(cut(bytes, &dice), format) == whole)
        }
    }

    @Test(arguments: 0..<24)
    func `is read, or refused at the same byte, as a reader does that looks at one byte after another`(
        _ seed: UInt64
    ) {
        var dice = SeededGenerator(seed: 2000 + seed)
        let shapes: [UInt8] = [0x22, 0x2C, 0x0A, 0x0D, 0x61, 0x20]
        let odd: [[UInt8]] = [
            [0xC3, 0xA9], [0xE2, 0x80, 0xA6], [0xF0, 0x9F, 0x95, 0x8A], [0xC3], [0xFF], [0xE2, 0x80],
        ]
        for _ in 0..<100 {
            var bytes: [UInt8] = []
            let oddness = dice.pick([0, 0, 20, 200])
            for _ in 0..<dice.roll(0...300) {
                if oddness > 0, dice.roll(0...oddness) == 0 {
                    bytes += dice.pick(odd)
                } else if dice.roll(0...3) > 0 {
                    bytes.append(0x61)
                } else if dice.roll(0...2) > 0 {
                    // What most likely is well formed.
                    bytes += Array(dice.pick([",", "\n", "\r\n", ",\"a\",", "\n\"b\"\"\",", ",\"\n\""]).utf8)
                } else {
                    bytes.append(dice.pick(shapes))
                }
            }
            var format = CSVFormat(separator: .comma, header: ["a", "b", "c"])
            format.bufferBytes = dice.pick([16, 64, 1 << 18])
            #expect(Reading(cut(bytes, &dice), format) == Reading(slowly: bytes))
        }
    }

    @Test(arguments: 0..<10)
    func `gives the same rows in parts, even if its fields look like rows`(_ seed: UInt64) throws {
        var dice = SeededGenerator(seed: 3000 + seed)
        var rows = [["a", "b", "c"]]
        for number in 0..<dice.roll(0...400) {
            var text = ""
            for _ in 0..<dice.roll(0...6) {
                text += dice.pick(["1,2,3\n", "\"", "x,y,z\r\n", "\n,,\n", "calm", "\n"])
            }
            rows.append(["\(number)", text, dice.pick(["", "x", "\n1,\"2\",3\n"])])
        }
        var writing = writing(&dice)
        writing.separator = .comma
        let bytes = writing.bytes(rows)
        try withFile(bytes) { path in
            for count in 1...7 {
                var format = CSVFormat()
                format.bufferBytes = dice.pick([16, 128, 1024])
                let parts = try CSVParts.read(path: path, format: format, count: count) {
                    reader throws(CSVFault) in
                    var found: [[String]] = []
                    var numbers: [Int] = []
                    while try reader.advance() {
                        found.append((0..<3).map { reader.text(at: $0) ?? "" })
                        numbers.append(reader.row)
                    }
                    return (found, numbers)
                }
                #expect(parts.flatMap(\.value.0) == Array(rows.dropFirst()))
                #expect(
                    parts.flatMap { part in part.value.1.map { $0 + part.rowsBefore } }
                        == Array(2..<(rows.count + 1)))
            }
        }
    }

    @Test func `tells a fault in parts with its row in the whole`() throws {
        let good = (1...500).map { "\($0),calm\n" }.joined()
        let text = "a,b\n" + good + "501,5\" gun\n" + good
        try withFile(Array(text.utf8)) { path in
            var format = CSVFormat()
            format.bufferBytes = 64
            for count in 1...5 {
                do throws(CSVFault) {
                    _ = try CSVParts.read(path: path, format: format, count: count) {
                        reader throws(CSVFault) in
                        while try reader.advance() {}
                        return 0
                    }
                    Issue.record("it was read")
                } catch {
                    #expect(error.code == .strayQuote)
                    #expect([error.row, error.column, error.byte] == [502, 2, 4 + good.utf8.count + 5])
                }
            }
        }
    }
}

extension Reading {
    /// The rules, one byte after another.
    init(slowly bytes: [UInt8]) {
        self.init()
        var row: [[UInt8]] = []
        var field: [UInt8] = []
        var number = 0
        enum State { case atStart, plain, quoted, afterQuote }
        var state = State.atStart
        var place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var opened = 0
        func fail(_ code: CSVFault.Code, _ byte: Int) -> (CSVFault.Code, [Int?]) {
            (code, [number + 1, row.count + 1, byte])
        }
        func length(at place: Int) -> Int? {
            for count in 1...4 where place + count <= bytes.count {
                if String(validating: bytes[place..<(place + count)], as: UTF8.self) != nil { return count }
            }
            return nil
        }
        func endRow(_ self: inout Reading) {
            number += 1
            let isBlank = row.isEmpty && field.isEmpty && state == .atStart
            row.append(field)
            if row.count == 3 {
                self.rows.append(row.map { String(decoding: $0, as: UTF8.self) })
                self.numbers.append(number)
            } else if !isBlank {
                self.refused += 1
            }
            row = []
            field = []
            state = .atStart
        }
        while place < bytes.count {
            guard let count = length(at: place) else {
                (fault, self.place) = fail(.malformedUTF8, place)
                return
            }
            let byte = bytes[place]
            switch (state, byte) {
            case (.quoted, 0x22): state = .afterQuote
            case (.quoted, _): field += bytes[place..<(place + count)]
            case (.afterQuote, 0x22):
                field.append(0x22)
                state = .quoted
            case (.atStart, 0x22):
                state = .quoted
                opened = place
            case (_, 0x2C):
                row.append(field)
                field = []
                state = .atStart
            case (_, 0x0A): endRow(&self)
            case (_, 0x0D):
                if place + 1 < bytes.count, bytes[place + 1] == 0x0A { place += 1 }
                endRow(&self)
            case (.afterQuote, _), (.plain, 0x22):
                (fault, self.place) = fail(.strayQuote, place)
                return
            default:
                field += bytes[place..<(place + count)]
                state = .plain
            }
            place += count
        }
        if state == .quoted {
            (fault, self.place) = fail(.unclosedQuote, opened)
        } else if state != .atStart || !row.isEmpty {
            endRow(&self)
        }
    }
}
