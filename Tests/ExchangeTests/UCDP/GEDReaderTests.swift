import Foundation
import Testing

@testable import Exchange

@Suite struct `Events of GED` {
    private func events(_ text: String, _ detail: GEDReader.Detail = .all) throws -> ([GEDEvent], LossReport)
    {
        try events(CSVReader(bytes: Array(text.utf8)), detail)
    }

    private func events(
        _ table: consuming CSVReader, _ detail: GEDReader.Detail = .all
    ) throws -> ([GEDEvent], LossReport) {
        var reader = try GEDReader(table, detail: detail)
        var events: [GEDEvent] = []
        while let event = try reader.next() { events.append(event) }
        return (events, reader.report)
    }

    @Test func `columns are found by name, in any order`() throws {
        let (events, report) = try events(
            """
            best,date_start,side_b,id,conflict_new_id,type_of_violence,date_prec,date_end,town
            7,2020-09-27 00:00:00.000,Republic of Artsakh,388001,388,1,2,2020-09-29 00:00:00.000,Martuni
            """)
        let event = try #require(events.first)
        #expect(event.id == 388001)
        #expect(event.deaths.best == 7)
        #expect(event.sideB.name == "Republic of Artsakh")
        #expect(event.conflict.id == 388)
        #expect(event.kind == .stateBased)
        #expect(DayNumber.text(event.start) == "2020-09-27")
        #expect(event.end.map(DayNumber.text) == "2020-09-29")
        #expect(event.deaths.low == nil)
        #expect(report.unused == ["town"])
        #expect(report.absent.contains("deaths_a"))
        #expect(!report.absent.contains("relid"))
    }

    @Test func `rows that are no events are refused with the reason`() throws {
        let (events, report) = try events(
            "id,date_start,date_end,best\n1,2020-09-27,2020-09-26,1\nx,2020-09-27,,1\n3,27/09/2020,,1\n4,2020-09-27,,\n"
        )
        #expect(events.map(\.id) == [4])
        #expect(events[0].deaths.best == nil)
        #expect(report.refusals.map(\.row) == [2, 3, 4])
        #expect(report.columns.first { $0.name == "best" }?.missing == 1)
    }

    @Test func `numbers of deaths beyond the living cannot be read`() throws {
        let (events, report) = try events(
            "id,date_start,best,deaths_a,deaths_b\n1,2020-09-27,5,9223372036854775807,9223372036854775807\n")
        #expect(events[0].deaths.best == 5)
        #expect(events[0].deaths.sideA == nil && events[0].deaths.sideB == nil)
        #expect(report.columns.reduce(0) { $0 + $1.unreadable } == 2)
    }

    @Test func `values outside their range cannot be read`() throws {
        let (events, report) = try events(
            "id,date_start,best,type_of_violence,date_prec,latitude,longitude,deaths_a,active_year,gwnoa\n"
                + "1,2020-09-27,-1,4,9,91,46,x,maybe,373\n2,2020-09-27,1,2,1,39.8,46.7,0,TRUE,\"373, 371\"\n")
        #expect(events[0].deaths.best == nil && events[0].kind == nil && events[0].datePrecision == nil)
        #expect(events[0].place.latitude == nil && events[0].place.longitude == nil)
        #expect(events[1].place.latitude == 39.8 && events[1].isInActiveYear == true)
        #expect(events.map(\.statesOfA) == [[373], [373, 371]])
        #expect(report.columns.reduce(0) { $0 + $1.unreadable } == 6)
    }

    @Test func `a number of sources of −1 was not counted`() throws {
        let (events, report) = try events(
            "id,date_start,best,number_of_sources\n1,2020-09-27,1,-1\n2,2020-09-27,1,3\n")
        #expect(events.map(\.sources.count) == [nil, 3])
        #expect(report.isLossless)
    }

    @Test func `another table is refused, and one without a header named so`() throws {
        #expect(throws: CSVFault(.missingColumn, "")) { try self.events("id,town\n1,Baku\n") }
        let values = (1...49).map(String.init).joined(separator: ",")
        #expect(throws: CSVFault(.missingHeader, "")) { try self.events(values + "\n") }
        #expect(GEDReader.columnNames.count == 49)
    }

    @Test func `sources and places can be left out`() throws {
        let text = "id,date_start,best,source_headline,adm_1\n1,2020-09-27,1,Shelling,Tartar\n"
        let (brief, report) = try events(text, [])
        #expect(brief[0].sources.headlines == nil && brief[0].place.province == nil)
        #expect(report.isLossless)
        #expect(try events(text).0[0].place.province == "Tartar")
    }

    @Test func `an event of several days is spread evenly over them`() {
        var event = GEDEvent(id: 1, start: 18_532)
        event.end = 18_535
        event.datePrecision = 2
        #expect(event.spread()?.days == 18_532...18_535)
        #expect(event.spread()?.share == 0.25)
        #expect(event.spread(.init(spreadsEvenly: false))?.days == 18_532...18_532)
        event.datePrecision = 4
        #expect(event.spread() == nil)
        #expect(event.spread(.init(coarsestPrecision: nil))?.share == 0.25)
        event.datePrecision = nil
        event.end = nil
        #expect(event.spread()?.days == 18_532...18_532)
    }
}

@Suite(.enabled(if: SharedData.isPresent, "the folder of shared data is not beside the repository"))
struct `Releases of GED` {
    private static let myanmar = "ucdp/ged191_myanmar_bangladesh_1989_2018.csv.gz"

    private static var canCompare: Bool {
        SharedData.output(of: "python3", "--version") != nil
            && SharedData.output(of: "gzip", "--version") != nil
    }

    private func events(_ table: consuming CSVReader) throws -> ([GEDEvent], LossReport) {
        var reader = try GEDReader(table)
        var events: [GEDEvent] = []
        while let event = try reader.next() { events.append(event) }
        return (events, reader.report)
    }

    @Test(.enabled(if: canCompare, "python3 or gzip is not installed"))
    func `Myanmar and Bangladesh in version 19.1: events and deaths by year are what Python reads`() throws {
        let path = try #require(SharedData.path(Self.myanmar))
        let bytes = try #require(SharedData.output(of: "gzip", "-dc", path))
        let (events, report) = try events(CSVReader(bytes: bytes))
        #expect(events.count == 3194)
        #expect(events.count { $0.country == "Bangladesh" } == 601)
        #expect(report.isLossless)
        #expect(report.absent == [])

        var years: [Int: [Int]] = [:]
        for event in events {
            let deaths = event.deaths
            let all = [
                deaths.sideA, deaths.sideB, deaths.civilians, deaths.unknown, deaths.low, deaths.best,
                deaths.high,
            ]
            var sums = years[DayNumber.parts(of: event.start).year] ?? Array(repeating: 0, count: 8)
            sums[0] += 1
            for (place, count) in all.enumerated() { sums[place + 1] += try #require(count) }
            years[DayNumber.parts(of: event.start).year] = sums
        }
        let lines = years.sorted { $0.key < $1.key }.map { year, sums in
            ([year] + sums).map(String.init).joined(separator: " ")
        }
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "by_year.py")
            .path
        let python = try #require(SharedData.output(of: "python3", script, path))
        #expect(lines.joined(separator: "\n") + "\n" == String(decoding: python, as: UTF8.self))
        #expect(years.count == 30)
    }

    @Test func `a thousand events of version 23.1 are read without loss`() throws {
        let path = try #require(SharedData.path("ucdp/ged231_sample1000_full_schema.csv"))
        let (events, report) = try events(CSVReader(path: path))
        #expect(events.count == 1000)
        #expect(report.isLossless)
        #expect(report.absent == [] && report.unused == [])
        #expect(report.columns.count == 49)
        let first = try #require(events.first)
        #expect(first.id == 300380)
        #expect(first.relatedID == "SYR-2013-1-11973-99")
        #expect(first.sources.original == "SOHR; VDC")
        #expect(first.place.description == "in the al-Rami village")
        #expect(first.statesOfA == [652] && first.statesOfB == [])
    }

    @Test func `what there is of Nagorno-Karabakh is read as far as it goes`() throws {
        let path = try #require(SharedData.path("ucdp/ged_nagorno_karabakh_partial.csv"))
        let (events, report) = try events(CSVReader(path: path))
        #expect(events.count == 73)
        #expect(report.rowsRefused == 0)
        #expect(events.count { $0.place.latitude != nil } == 21)
        #expect(events.count { $0.end == nil } == 18)
        #expect(report.unused == ["source"])
        #expect(report.absent.contains("type_of_violence") && report.absent.contains("date_prec"))
        #expect(report.columns.allSatisfy { $0.unreadable == 0 })
    }
}
