import Testing

@testable import Exchange

@Suite struct `Reading a table` {
    private func reading(_ text: String, _ format: CSVFormat = .init()) -> Reading {
        Reading([Array(text.utf8)], format)
    }

    @Test func `rows follow the header, and the header is row 1`() throws {
        let found = reading("town,count\nHorlivka,12\nAvdiivka,7\n")
        #expect(found.rows == [["Horlivka", "12"], ["Avdiivka", "7"]])
        #expect(found.numbers == [2, 3])
    }

    @Test func `quoted fields hold separators, line ends and quotation marks`() {
        let found = reading("town,note\n\"Horlivka, north\",\"he said \"\"stop\"\"\nand left\"\n")
        #expect(found.rows == [["Horlivka, north", "he said \"stop\"\nand left"]])
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `every line end ends a row`(_ end: String) {
        #expect(reading("a,b\(end)1,2\(end)\"3\",\"4\"\(end)").rows == [["1", "2"], ["3", "4"]])
        #expect(reading("a,b\(end)1,2\(end)3,4").rows == [["1", "2"], ["3", "4"]])
    }

    @Test func `line ends may be mixed`() {
        #expect(
            reading("a,b\r1,2\n3,4\r\n5,6\r\r\n7,8").rows == [
                ["1", "2"], ["3", "4"], ["5", "6"], ["7", "8"],
            ])
    }

    @Test func `a byte order mark is no part of the first name`() throws {
        let reader = try CSVReader(bytes: Array("\u{FEFF}\"town\",count\n".utf8))
        #expect(reader.header.names == ["town", "count"])
    }

    @Test(arguments: CSVFormat.Separator.allCases)
    func `the separator is the one the header holds most of`(_ separator: CSVFormat.Separator) throws {
        let rows = [["town, or village", "count; of shots", "note"], ["Horlivka", "1,5", "a\tb"]]
        var writing = Writing(separator: separator)
        writing.quotesAll = true
        let reader = try CSVReader(bytes: writing.bytes(rows))
        let found = reader.separator
        #expect(found == separator)
        #expect(reader.header.names == rows[0])
    }

    @Test func `a separator that is given is taken`() {
        #expect(reading("a;b,c\n1;2,3\n", .init(separator: .comma)).rows == [["1;2", "3"]])
    }

    @Test func `empty lines are skipped and counted`() throws {
        var reader = try CSVReader(bytes: Array("\n\r\na,b\n\n1,2\n\r\n3,4\n\n".utf8))
        var rows: [Int] = []
        while try reader.advance() { rows.append(reader.row) }
        #expect(rows == [5, 7])
        let blank = reader.blankRows
        #expect(blank == 5)
    }

    @Test func `an empty field in a table of one column is a row only in quotation marks`() {
        #expect(reading("a\n\n\"\"\n1\n").rows == [[""], ["1"]])
    }

    @Test func `rows of another length are left out with their number`() throws {
        var reader = try CSVReader(bytes: Array("a,b\n1,2\n3\n4,5,6\n7,8\n".utf8))
        var rows: [Int] = []
        while try reader.advance() { rows.append(reader.row) }
        #expect(rows == [2, 5])
        #expect(reader.refusals.count == 2)
        #expect(reader.refusals.first.map(\.row) == [3, 4])
        #expect(reader.refusals.first.map(\.byte) == [8, 10])
        #expect(reader.refusals.first[0].reason.hasPrefix("1 field where the header has 2."))
    }

    @Test func `a table may have a header and nothing else`() {
        #expect(reading("a,b").rows == [])
        #expect(reading("a,b\n").fault == nil)
    }

    @Test func `names can be given for a table that has none`() {
        let found = reading("1,2\n3,4\n", .init(header: ["a", "b"]))
        #expect(found.rows == [["1", "2"], ["3", "4"]])
        #expect(found.numbers == [1, 2])
    }

    @Test func `names are found whatever their case and spaces`() throws {
        let header = try CSVReader(bytes: Array(" Period Start ,best.guess,\n".utf8)).header
        #expect(try header.index(of: "period_start") == 0)
        #expect(try header.index(of: "Best-Guess") == 1)
        #expect(header.label(of: 2) == "(column 3, no name)")
    }

    @Test func `columns that are not asked for may lack a name or share one`() throws {
        var reader = try CSVReader(bytes: Array("n,,n,m\n1,2,3,4\n".utf8))
        let column = try reader.header.index(of: "m")
        #expect(try reader.advance())
        let found = reader.integer(at: column)
        #expect(found == .value(4))
    }

    @Test func `the bytes of a field are lent without copies of its text`() throws {
        var reader = try CSVReader(bytes: Array("side\n\"Supporters of \"\"A\"\"\"\nKNU\n".utf8))
        var found: [String] = []
        while try reader.advance() {
            found.append(
                reader.withBytes(at: 0) { bytes in
                    String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self)
                })
        }
        #expect(found == ["Supporters of \"A\"", "KNU"])
    }

    @Test func `a file is read like bytes`() throws {
        try withFile(Array("a,b\n1,2\n".utf8)) { path in
            var reader = try CSVReader(path: path)
            #expect(try reader.advance())
            let found = reader.text(at: 1)
            #expect(found == "2")
            #expect(try !reader.advance())
        }
    }
}
