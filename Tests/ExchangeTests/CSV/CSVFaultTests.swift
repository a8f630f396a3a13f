import Testing

@testable import Exchange

@Suite struct `Faults of a table` {
    /// A row that fits the 64 bytes in which a table is looked at, so that a fault can lie in the second.
    private let long = "Stanytsia Luhanska,Zolote,Petrivske,Horlivka,Avdiivka,Yasynuvata\n"

    private func fault(_ text: String, _ format: CSVFormat = .init()) -> CSVFault? {
        fault(Array(text.utf8), format)
    }

    private func fault(_ bytes: [UInt8], _ format: CSVFormat = .init()) -> CSVFault? {
        do throws(CSVFault) {
            var reader = try CSVReader(bytes: bytes, format: format)
            while try reader.advance() {}
            return nil
        } catch {
            return error
        }
    }

    private func expect(
        _ fault: CSVFault?, _ code: CSVFault.Code, row: Int? = nil, column: Int? = nil, byte: Int? = nil,
        at location: SourceLocation = #_sourceLocation
    ) {
        #expect(fault?.code == code, sourceLocation: location)
        #expect([fault?.row, fault?.column, fault?.byte] == [row, column, byte], sourceLocation: location)
    }

    @Test func `a file that is not there`() {
        do throws(CSVFault) {
            _ = try CSVReader(path: "/nowhere/violations.csv")
            Issue.record("it was read")
        } catch {
            #expect(error.code == .unreadableFile)
            #expect(error.description.contains("/nowhere/violations.csv cannot be read: No such file"))
        }
    }

    @Test func `a folder`() {
        do throws(CSVFault) {
            _ = try CSVReader(path: "/")
            Issue.record("it was read")
        } catch {
            #expect(error.code == .unreadableFile)
        }
    }

    @Test func `bytes that are not UTF-8, with row, column and place`() {
        expect(
            fault(Array("a,b\n1,caf".utf8) + [0xE9] + Array(",\n".utf8)), .malformedUTF8, row: 2, column: 2,
            byte: 9)
        expect(fault(Array("a,b\n1,2\n3,x".utf8) + [0xC3]), .malformedUTF8, row: 3, column: 2, byte: 11)
        expect(fault([0x61, 0xFF, 0x0A]), .malformedUTF8, row: 1, column: 1, byte: 1)
    }

    @Test(
        arguments: [
            [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80],
            [0xF0, 0x8F, 0xBF, 0xBF],
            [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82], [0xE2, 0x82, 0x41],
        ] as [[UInt8]])
    func `a sequence that Unicode does not allow, wherever it lies`(_ sequence: [UInt8]) {
        for before in 0..<130 {
            let text = "a\n" + String(repeating: "x", count: before)
            expect(
                fault(Array(text.utf8) + sequence + Array("\n1\n".utf8)), .malformedUTF8, row: 2, column: 1,
                byte: 2 + before)
        }
    }

    @Test func `UTF-16 is named`() {
        for bytes: [UInt8] in [
            [0xFF, 0xFE, 0x61, 0], [0xFE, 0xFF, 0, 0x61], [0x61, 0, 0x2C, 0], [0, 0x61, 0, 0x2C],
        ] {
            expect(fault(bytes), .malformedUTF8, row: 1, column: 1, byte: 0)
            #expect(fault(bytes)?.message.contains("UTF-16") == true)
        }
    }

    @Test func `what is packed or a spreadsheet is named`() {
        for (bytes, word): ([UInt8], String) in [
            ([0x1F, 0x8B, 8, 0], "gzip"), ([0x50, 0x4B, 3, 4, 20, 0], "spreadsheet"),
        ] {
            expect(fault(bytes), .malformedUTF8, row: 1, column: 1, byte: 0)
            #expect(fault(bytes)?.message.contains(word) == true)
        }
        #expect(fault(Array("PK,n\n1,2\n".utf8)) == nil)
    }

    @Test func `a quotation mark within a field that is not quoted`() {
        expect(fault("a,b\n1,2\n3,5\" gun\n"), .strayQuote, row: 3, column: 2, byte: 11)
        expect(
            fault(long + "1,2,3,4,5,5\" gun\n"), .strayQuote, row: 2, column: 6, byte: long.utf8.count + 11)
    }

    @Test func `text behind a closing quotation mark`() {
        expect(fault("a,b\n\"1\"x,2\n"), .strayQuote, row: 2, column: 1, byte: 7)
        expect(fault("a,b\n\"1\" ,2\n"), .strayQuote, row: 2, column: 1, byte: 7)
    }

    @Test func `the rows before a fault are handed out`() {
        let found = Reading([Array("a,b\n1,2\n3,4\n5,x\"\n".utf8)])
        #expect(found.rows == [["1", "2"], ["3", "4"]])
        #expect(found.fault == .strayQuote)
    }

    @Test func `a quotation mark that is not closed`() {
        expect(fault("a,b\n1,2\n3,\"four\n5,6\n"), .unclosedQuote, row: 3, column: 2, byte: 10)
        expect(fault("a,b\n\"1"), .unclosedQuote, row: 2, column: 1, byte: 4)
        expect(fault("a,\"b\n"), .unclosedQuote, row: 1, column: 2, byte: 2)
    }

    @Test func `a field over the limit`() {
        let format = CSVFormat(maximumFieldBytes: 5)
        expect(fault("a,b\n12345,12345\n", format), .fieldTooLong, present: false)
        expect(fault("a,b\n1,123456\n", format), .fieldTooLong, row: 2, column: 2, byte: 6)
    }

    private func expect(_ fault: CSVFault?, _ code: CSVFault.Code, present: Bool) {
        #expect((fault?.code == code) == present)
    }

    @Test func `a row over the limit, whether it ends or not`() {
        let format = CSVFormat(maximumRowBytes: 8)
        expect(fault("a,b\n1234,678\n", format), .rowTooLong, present: false)
        expect(fault("a,b\n1234,678\r\n", format), .rowTooLong, present: false)
        expect(fault("a,b\n1234,6789\n", format), .rowTooLong, row: 2, byte: 4)
        var small = format
        small.bufferBytes = 4
        expect(fault("a,b\n1234,678\r\n1,2", small), .rowTooLong, present: false)
        expect(
            fault("a,b\n1,2\n\"" + String(repeating: "\n", count: 99), small), .rowTooLong, row: 3, byte: 8)
        expect(fault(String(repeating: "a", count: 99), small), .rowTooLong, row: 1, byte: 0)
    }

    @Test func `more columns than the limit`() {
        expect(fault("a,b,c\n", .init(maximumColumns: 2)), .tooManyColumns, row: 1)
    }

    @Test func `a ragged row where it ends the reading`() {
        expect(fault("a,b\n1,2\n3\n", .init(raggedRows: .refuseFile)), .raggedRow, row: 3, byte: 8)
    }

    @Test func `no header`() {
        expect(fault(""), .missingHeader, row: 1)
        expect(fault("\n\n"), .missingHeader, row: 3)
        expect(fault(",,\n1,2,3\n"), .missingHeader, row: 1)
        expect(fault("1,2", .init(header: [])), .missingHeader)
    }

    @Test func `a column that is not there, and one that is there twice`() throws {
        let header = try CSVReader(bytes: Array("side,count,Count\n".utf8)).header
        #expect(throws: CSVFault(.missingColumn, "")) { try header.index(of: "town") }
        do throws(CSVFault) {
            _ = try header.index(of: "count")
            Issue.record("it was found")
        } catch {
            expect(error, .ambiguousColumn, row: 1, column: 3)
            #expect(error.message == "columns 2 and 3 are both called “count”. Rename one.")
        }
    }

    @Test func `options that make no sense`() {
        expect(fault("a\n", .init(maximumFieldBytes: 0)), .malformedFormat)
        expect(fault("a\n", .init(maximumRowBytes: .max)), .malformedFormat)
        expect(fault("a\n", .init(separator: .comma, decimalMark: .comma)), .malformedFormat)
    }

    @Test func `every kind of fault is told with its place and a remedy`() {
        let fault = CSVFault(.strayQuote, "a mark too many. Remove it.", row: 3, column: 2, byte: 11)
        #expect(fault.description == "row 3, column 2, byte 11: a mark too many. Remove it.")
        #expect(fault == CSVFault(.strayQuote, "other words"))
    }
}
