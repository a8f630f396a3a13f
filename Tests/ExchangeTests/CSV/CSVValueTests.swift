import Ceasefire
import Statistics
import Testing

@testable import Exchange

@Suite struct `Values of fields` {
    /// The one field of a table, quoted where it must be.
    private func field<Answer>(
        _ text: String, _ format: CSVFormat = .init(separator: .semicolon),
        _ read: (borrowing CSVReader) -> Answer
    ) throws -> Answer {
        var reader = try CSVReader(
            bytes: Writing(quotesAll: true).bytes([["value"], [text]]), format: format)
        let isThere = try reader.advance()
        try #require(isThere)
        return read(reader)
    }

    private func integer(_ text: String) throws -> CSVCell<Int> { try field(text) { $0.integer(at: 0) } }
    private func decimal(_ text: String) throws -> CSVCell<Double> { try field(text) { $0.decimal(at: 0) } }
    private func moment(_ text: String) throws -> CSVCell<CSVMoment> { try field(text) { $0.moment(at: 0) } }

    @Test func `whole numbers`() throws {
        for (text, number) in [
            ("0", 0), ("007", 7), ("-12", -12), ("+5", 5), (" 3 ", 3), ("3.0", 3),
            ("9223372036854775807", Int.max),
            ("-9223372036854775808", Int.min),
        ] {
            #expect(try integer(text) == .value(number), "\(text)")
        }
        for text in [
            "x", "1x", "1.5", "1.", "-", "+", "1e3", "1 2", "9223372036854775808", "-9223372036854775809",
            ".0", "٣", "0x1",
        ] {
            #expect(try integer(text) == .unreadable, "\(text)")
        }
    }

    @Test func `nothing is missing and not zero`() throws {
        for text in ["", "  ", "NA", "na", "NaN", "NULL", "null"] {
            #expect(try integer(text) == .missing, "\(text)")
            #expect(try decimal(text) == .missing, "\(text)")
            #expect(try moment(text) == .missing, "\(text)")
        }
        #expect(try field("NA") { $0.text(at: 0) } == "NA")
        #expect(try field("") { $0.text(at: 0) } == nil)
    }

    @Test func `decimal numbers are the nearest to what is written`() throws {
        for text in [
            "0", "0.1", "-0.1", "39.81744", "46.583333", "1e22", "1e23", "123456789012345678901234567890",
            "1e-5", "5e-324",
            "1.7976931348623157e308", "0.000000000000000000000000000001", "9007199254740993", "2.5E+3",
            "+1.5", ".5", "5.",
            "000000000000000000000012.5", "8.5e-10",
        ] {
            let written = text.hasSuffix(".") ? String(text.dropLast()) : text
            #expect(try decimal(text) == .value(#require(Double(written))), "\(text)")
        }
        for text in [
            "x", "1,5", "inf", "nan1", "infinity", "1e", "e5", ".", "-", "0x10", "1e999", "1.2.3", "--1",
            "1 000",
        ] {
            #expect(try decimal(text) == .unreadable, "\(text)")
        }
    }

    @Test func `decimal numbers at random come back`() throws {
        var dice = SeededGenerator(seed: 5)
        for _ in 0..<2000 {
            let number =
                Double(dice.roll(-1_000_000...1_000_000)) / Double(dice.pick([1, 10, 1000, 7, 1_000_000]))
            let found = "\(number)".utf8.withContiguousStorageIfAvailable {
                CSVNumber.decimal(UnsafeRawBufferPointer($0), mark: 0x2E)
            }
            #expect(found == .value(number))
        }
    }

    @Test func `a comma may mark the fraction`() throws {
        let format = CSVFormat(separator: .semicolon, decimalMark: .comma)
        #expect(try field("46,583333", format) { $0.decimal(at: 0) } == .value(46.583333))
        #expect(try field("1234567890123456,5", format) { $0.decimal(at: 0) } == .value(1234567890123456.5))
        #expect(try field("1.5", format) { $0.decimal(at: 0) } == .unreadable)
        #expect(try field("12,0", format) { $0.integer(at: 0) } == .value(12))
    }

    @Test func `dates with and without a time`() throws {
        let day = try #require(DayNumber.of(year: 2020, month: 7, day: 27))
        #expect(try moment("2020-07-27") == .value(CSVMoment(day: day)))
        #expect(try moment("2020-07-27 00:00:00.000") == .value(CSVMoment(day: day, second: 0)))
        #expect(try moment("2020-07-27T06:30Z") == .value(CSVMoment(day: day, second: 23400, offset: 0)))
        #expect(
            try moment("2020-07-27t06:30:15+04:00")
                == .value(CSVMoment(day: day, second: 23415, offset: 14400)))
        #expect(try moment("2020-07-27T06:30-0330").value?.offset == -12600)
        #expect(try moment("2020-07-27T02:00+04").value?.seconds == Double(day) * 86400 - 7200)
        #expect(try moment("2020-07-27T00:00:00.25Z").value?.second == 0.25)
        #expect(try field("2020-07-27T02:00+04") { $0.day(at: 0) } == .value(day))
        for text in [
            "2020-7-27", "2020-02-30", "2019-02-29", "2020-13-01", "2020-00-10", "0000-01-01", "27.07.2020",
            "7/27/2020",
            "2020-07-27x", "2020-07-27 ", "2020-07-27T", "2020-07-27T24:00", "2020-07-27T06",
            "2020-07-27T06:60",
            "2020-07-27T06:30:61", "2020-07-27T06:30:00.", "2020-07-27T06:30+", "2020-07-27T06:30+4:00",
            "2020-07-27T06:30+15:00", "2020-07-27T06:30 Z", "20200727", "-020-07-27",
        ] where text != "2020-07-27 " {
            #expect(try moment(text) == .unreadable, "\(text)")
        }
    }
}

@Suite struct `Day numbers` {
    @Test func `1 January 1970 is day 0`() {
        #expect(DayNumber.of(year: 1970, month: 1, day: 1) == 0)
        #expect(DayNumber.text(0) == "1970-01-01")
        #expect(DayNumber.parse("1994-05-12") == 8897)
        #expect(DayNumber.parse(" 2020-11-10T00:00+03:00") == 18576)
        #expect(DayNumber.parse("soon") == nil)
    }

    @Test func `each day follows the one before, over eight centuries`() {
        var number = DayNumber.of(year: 1600, month: 1, day: 1) ?? 0
        for year in 1600..<2400 {
            for month in 1...12 {
                for day in 1...CivilTime.days(inMonth: month, of: year) {
                    if DayNumber.of(year: year, month: month, day: day) != number
                        || DayNumber.parts(of: number) != .init(year: year, month: month, day: day)
                    {
                        Issue.record("\(year)-\(month)-\(day)")
                    }
                    number += 1
                }
            }
        }
        #expect(number == DayNumber.of(year: 2400, month: 1, day: 1))
    }

    @Test func `the ends of what is counted hold`() {
        #expect(DayNumber.text(DayNumber.of(year: 1, month: 1, day: 1) ?? 0) == "0001-01-01")
        #expect(DayNumber.text(DayNumber.of(year: 9999, month: 12, day: 31) ?? 0) == "9999-12-31")
        #expect(DayNumber.text(.max) == "9999-12-31")
        #expect(DayNumber.text(.min) == "0001-01-01")
        #expect(DayNumber.of(year: 10000, month: 1, day: 1) == nil)
        #expect(DayNumber.of(year: .max, month: .min, day: .max) == nil)
    }

    @Test func `weeks begin on Monday`() {
        let monday = DayNumber.parse("2020-07-27")
        for day in ["2020-07-27", "2020-07-29", "2020-08-02"] {
            #expect(DayNumber.parse(day).map(DayNumber.monday) == monday)
        }
        #expect(DayNumber.monday(of: -4) == -10)
        #expect(DayNumber.monday(of: -3) == -3)
    }

    @Test func `weeks have the numbers of ISO 8601`() {
        #expect(DayNumber.monday(ofWeek: 31, in: 2020) == DayNumber.parse("2020-07-27"))
        #expect(DayNumber.monday(ofWeek: 53, in: 2020) == DayNumber.parse("2020-12-28"))
        #expect(DayNumber.monday(ofWeek: 53, in: 2021) == nil)
        #expect(DayNumber.monday(ofWeek: 1, in: 2021) == DayNumber.parse("2021-01-04"))
        #expect(DayNumber.monday(ofWeek: 1, in: 2025) == DayNumber.parse("2024-12-30"))
        #expect(DayNumber.monday(ofWeek: 0, in: 2021) == nil)
    }

    @Test func `a period in one field`() {
        func days(_ text: String) -> [String]? {
            CSVPeriod.days(text).map { [DayNumber.text($0.lowerBound), DayNumber.text($0.upperBound)] }
        }
        #expect(days("2020-07-27") == ["2020-07-27", "2020-07-27"])
        #expect(days("2020-W31") == ["2020-07-27", "2020-08-02"])
        #expect(days("2020-02") == ["2020-02-01", "2020-02-29"])
        #expect(days("1871") == ["1871-01-01", "1871-12-31"])
        for text in [
            "", "20", "2020-", "2020-13", "2020-W54", "2020-W", "2020-1", "2020-07-27-", "x", "12020",
        ] {
            #expect(days(text) == nil, "\(text)")
        }
    }
}
