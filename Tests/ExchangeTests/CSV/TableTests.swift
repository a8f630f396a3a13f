import Foundation
import Testing

@testable import Exchange

@Suite struct `Tables of counts` {
    private func table(_ text: String, _ columns: CountTable.Columns = .init()) throws -> CountTable {
        try CountTable(CSVReader(bytes: Array(text.utf8)), columns: columns)
    }

    private func days(_ first: String, _ last: String) -> ClosedRange<Int>? {
        guard let first = DayNumber.parse(first), let last = DayNumber.parse(last) else { return nil }
        return first...last
    }

    @Test func `periods with first and last day`() throws {
        let table = try table(
            "period_start,period_end,violations\n2020-07-13,2020-07-26,8000\n2020-07-27,2020-08-09,256\n")
        #expect(
            table.rows.map(\.days) == [days("2020-07-13", "2020-07-26"), days("2020-07-27", "2020-08-09")])
        #expect(table.rows.map(\.counts) == [[8000], [256]])
        #expect(table.countNames == ["violations"])
        #expect(table.report.isLossless)
    }

    @Test func `weeks, days, months and years in one column`() throws {
        #expect(
            try table("week,count\n2020-W31,3\n2020-08-03,4\n").rows.map(\.days) == [
                days("2020-07-27", "2020-08-02"), days("2020-08-03", "2020-08-09"),
            ])
        #expect(try table("date,n\n2020-07-27,3\n").rows.map(\.days) == [days("2020-07-27", "2020-07-27")])
        #expect(
            try table("month,deaths\n2014-07,11\n").rows.map(\.days) == [days("2014-07-01", "2014-07-31")])
        #expect(
            try table("week_start,n\n2020-07-27,3\n").rows.map(\.days) == [days("2020-07-27", "2020-08-02")])
    }

    @Test func `a missing count is not zero, and an impossible one is a loss`() throws {
        let table = try table("date,count\n2020-07-27,\n2020-07-28,0\n2020-07-29,-1\n2020-07-30,over 9\n")
        #expect(table.rows.map(\.counts) == [[nil], [0], [nil], [nil]])
        #expect(table.report.columns[1].missing == 1)
        #expect(table.report.columns[1].unreadable == 2)
        #expect(table.report.columns[1].firstUnreadable == "-1")
        #expect(table.report.columns[1].firstUnreadableRow == 4)
    }

    @Test func `sides and effort`() throws {
        let table = try table("date,side,count,patrols\n2020-07-27,A,3,12\n2020-07-27,,4,\n")
        #expect(table.rows.map(\.side) == ["A", nil])
        #expect(table.rows.map(\.effort) == [12, nil])
    }

    @Test func `columns by name`() throws {
        let table = try table(
            "von;bis;Schüsse;Explosionen;Seite\n2020-07-27;2020-07-28;5;2;Nord\n",
            .init(start: "von", end: "bis", counts: ["Schüsse", "Explosionen"], side: "Seite"))
        #expect(table.rows.map(\.counts) == [[5, 2]])
        #expect(table.rows[0].side == "Nord")
        #expect(throws: CSVFault(.missingColumn, "")) {
            try self.table("date,count\n", .init(counts: ["shots"]))
        }
    }

    @Test func `rows without a period are refused with the reason`() throws {
        let table = try table(
            "start,end,days,count\n2020-07-27,2020-07-26,,1\n,2020-07-26,,1\n2020-07-27,2020-08-09,13,1\n2020-07-27,,14,1\n"
                + "2020-07-27,soon,,1\n")
        #expect(table.rows.map(\.days) == [days("2020-07-27", "2020-08-09")])
        #expect(table.report.refusals.map(\.row) == [2, 3, 4, 6])
        #expect(table.report.refusals[2].reason == "days says 13, the dates say 14.")
    }

    @Test func `a table without periods or counts is refused`() {
        #expect(throws: CSVFault(.missingColumn, "")) { try self.table("town,count\n") }
        #expect(throws: CSVFault(.missingColumn, "")) { try self.table("date,town\n") }
    }

    @Test(.enabled(if: SharedData.isPresent, "the folder of shared data is not beside the repository"))
    func `the violations that the OSCE counted in Ukraine are 98 periods`() throws {
        let path = try #require(SharedData.path("osce/osce_smm_ceasefire_violations_2017_2022.csv"))
        let table = try CountTable(CSVReader(path: path))
        #expect(table.rows.count == 98)
        #expect(table.report.rowsRefused == 0)
        #expect(table.report.columns.allSatisfy { $0.unreadable == 0 })
        #expect(table.rows[0].days == days("2017-10-30", "2017-11-12"))
        #expect(table.rows.compactMap { $0.counts[0] }.count == 98)
        let explosions = try CountTable(
            CSVReader(path: path), columns: .init(counts: ["violations", "explosions"]))
        #expect(explosions.rows.last?.counts == [3049, nil])
    }
}

@Suite struct `Tables of reports` {
    private func table(_ text: String, _ columns: ReportTable.Columns = .init()) throws -> ReportTable {
        try ReportTable(CSVReader(bytes: Array(text.utf8)), columns: columns)
    }

    @Test func `dates become hours of universal time`() throws {
        let table = try table(
            """
            id,source,time,lat,lon,type,weapon,casualties,attribution
            1,A,1970-01-02T06:30+04:00,39.8,46.7,shelling,mortar,2,B
            2,B,1970-01-02,39.8,46.7,,-1,,A
            """)
        #expect(table.hasDates)
        #expect(table.reports.map(\.hours) == [26.5, 36])
        #expect(table.reports.map(\.isDateOnly) == [false, true])
        #expect(table.reports.map(\.weapon) == ["mortar", nil])
        #expect(table.reports.map(\.casualties) == [2, nil])
        #expect(table.report.isLossless)
    }

    @Test func `hours are taken as they are counted`() throws {
        let table = try table(
            "rid,truth,source,hours,lat,lon,type,weapon,attr,cas\n0,2677,0,7597.91,39.7,46.7,0,-1,1,-1\n")
        #expect(!table.hasDates)
        #expect(table.reports[0].hours == 7597.91)
        #expect(table.reports[0].casualties == nil)
        #expect(table.report.unused == ["truth"])
    }

    @Test func `rows that cannot be linked are refused with the reason`() throws {
        let table = try table(
            """
            id,source,time,lat,lon
            1,A,5,39.8,46.7
            ,A,5,39.8,46.7
            3,,5,39.8,46.7
            4,A,,39.8,46.7
            5,A,2020-07-27,39.8,46.7
            6,A,5,139.8,46.7
            7,A,5,39.8,
            1,B,5,39.8,46.7
            8,B,6,39.8,46.7
            """)
        #expect(table.reports.map(\.id) == ["1", "8"])
        #expect(table.report.refusals.map(\.row) == [3, 4, 5, 6, 7, 8, 9])
        #expect(table.report.rowsRefused == 7)
    }

    @Test func `columns by name, and those that are missing`() throws {
        let table = try table(
            "Nr,Wer,Wann,Breite,Länge\n1,A,2,39.8,46.7\n",
            .init(id: "Nr", source: "Wer", time: "Wann", latitude: "Breite", longitude: "Länge"))
        #expect(table.reports.count == 1)
        #expect(throws: CSVFault(.missingColumn, "")) { try self.table("id,time,lat,lon\n") }
    }
}

@Suite struct `Tables of durations` {
    private func table(_ text: String, _ columns: DurationTable.Columns = .init()) throws -> DurationTable {
        try DurationTable(CSVReader(bytes: Array(text.utf8)), columns: columns)
    }

    @Test func `numbers with an event and a group`() throws {
        let table = try table("time,status,x\n9,1,Maintained\n13,0,Maintained\n45,,Nonmaintained\n")
        #expect(table.spells.map(\.duration) == [9, 13, 45])
        #expect(table.spells.map(\.ended) == [true, false, nil])
        #expect(table.spells.map(\.group) == ["Maintained", "Maintained", "Nonmaintained"])
    }

    @Test func `dates, and those that still go on`() throws {
        let text = "start,end,class\n1994-05-12,2016-04-02,1\n2020-07-27,,2\n"
        let open = try table(text)
        #expect(open.spells.map(\.duration) == [7996])
        #expect(open.report.refusals.map(\.reason) == ["it has no last day. Say until when it was observed."])
        let until = try table(text, .init(observedUntil: DayNumber.parse("2021-01-24")))
        #expect(until.spells.map(\.duration) == [7996, 181])
        #expect(until.spells.map(\.ended) == [true, false])
    }

    @Test func `one that ended on an unknown day is left open`() throws {
        let table = try table("start,end,ended\n2020-07-27,,yes\n", .init(observedUntil: 18_500))
        #expect(table.spells.map(\.ended) == [nil])
    }

    @Test func `rows without a duration are refused`() throws {
        let table = try table(
            "start,end\n,2020-01-01\n2020-01-02,2020-01-01\n2020-01-01,never\n2020-01-01,2020-01-01\n")
        #expect(table.spells.map(\.duration) == [0])
        #expect(table.report.refusals.map(\.row) == [2, 3, 4])
        #expect(try self.table("duration\n-1\nx\n5\n").spells.map(\.duration) == [5])
        #expect(throws: CSVFault(.missingColumn, "")) { try self.table("town\n") }
    }
}

@Suite struct `Loss reports` {
    @Test func `say in sentences what was lost`() throws {
        let text =
            "date,count,note,town\n2020-07-27,1,a,b\n2020-07-28,many,a,b\n2020-07-29,,a,b\n2020-07-30\nsoon,2,a,b\n"
        let table = try CountTable(CSVReader(bytes: Array(text.utf8)))
        #expect(
            table.report.text == """
                5 rows read, 2 of them left out.
                Row 5 (byte 74): 1 field where the header has 4. Quote fields that hold the separator.
                Row 6 (byte 85): its period cannot be read, or ends before it begins.
                Column date: 1 value could not be read; the first is “soon” in row 6.
                Column count: 1 value could not be read; the first is “many” in row 3.
                Empty fields, taken as missing: count 1.
                Columns not used: note, town.
                """)
        #expect(!table.report.isLossless)
    }

    @Test func `keep the first refusals and the number of all`() throws {
        let rows = (0..<100).map { $0.isMultiple(of: 2) ? "soon,1\n" : "1\n" }.joined()
        let report = try CountTable(CSVReader(bytes: Array(("date,count\n" + rows).utf8))).report
        #expect(report.rowsRefused == 100)
        #expect(report.refusals.map(\.row) == Array(2..<(2 + LossReport.shownRefusals)))
        #expect(report.text.contains("… and 80 more."))
    }

    @Test func `are written as JSON`() throws {
        let report = try CountTable(CSVReader(bytes: Array("date,count,x\n2020-07-27,many,1\n".utf8))).report
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        #expect(
            String(decoding: try encoder.encode(report), as: UTF8.self)
                == #"{"absent":[],"blankRows":0,"columns":[{"missing":0,"name":"date","read":1,"unreadable":0},"#
                + #"{"firstUnreadable":"many","firstUnreadableRow":2,"missing":0,"name":"count","read":0,"unreadable":1}],"#
                + #""refusals":[],"rowsRead":1,"rowsRefused":0,"unused":["x"]}"#)
    }
}
