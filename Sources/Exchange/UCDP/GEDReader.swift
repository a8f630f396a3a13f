/// Reads events of the UCDP Georeferenced Event Dataset, versions 19.1 to 25.1, one by one.
///
/// ```swift
/// var events = try GEDReader(path: "GEDEvent_v25_1.csv")
/// while let event = try events.next() { … }
/// print(events.report.text)
/// ```
///
/// Columns are found by their names, in whatever order they stand. A table needs `id`, `date_start` and `best`; other
/// columns may be absent, and are named in the report. A row without a readable number and first day, or whose last
/// day lies before its first, is left out and reported.
public struct GEDReader: ~Copyable {
    /// What of an event is read beside its numbers, names, dates and deaths.
    public struct Detail: OptionSet, Sendable, Hashable {
        public let rawValue: Int
        public init(rawValue: Int) { self.rawValue = rawValue }

        /// Place names, divisions and coordinates.
        public static let places = Detail(rawValue: 1)
        /// Articles, offices, dates and headlines: most of the table.
        public static let sources = Detail(rawValue: 2)
        public static let all: Detail = [.places, .sources]
    }

    /// The names of the 49 columns since version 20.1 in their order: for a release without a header, as the `header` of
    /// a ``CSVFormat``.
    public static let columnNames = GEDColumn.allCases.map(\.name)

    private var reader: CSVReader
    private var tally = LossTally()
    /// By the number of the column.
    private let columns: [LossTally.Column?]
    private let detail: Detail

    /// The events of a file.
    /// - Throws: ``CSVFault``, where it cannot be read or is not of this layout.
    public init(path: String, format: CSVFormat = .init(), detail: Detail = .all) throws(CSVFault) {
        try self.init(CSVReader(path: path, format: format), detail: detail)
    }

    /// The events of a table.
    /// - Throws: ``CSVFault``, where it is not of this layout.
    public init(_ reader: consuming CSVReader, detail: Detail = .all) throws(CSVFault) {
        let header = reader.header
        if header.count == GEDColumn.allCases.count, header.names[0].allSatisfy(\.isNumber) {
            throw CSVFault(
                .missingHeader,
                "the first row holds values and no names. Give the names of the columns of GED 20.1 to 25.1.",
                row: 1)
        }
        for column in GEDColumn.needed where try header.find(column.names) == nil {
            throw CSVFault(
                .missingColumn,
                "there is no column “\(column.name)”, which every version of GED has. Check that it is GED.",
                row: header.row)
        }
        var tally = LossTally()
        var columns: [LossTally.Column?] = []
        var isSince20 = false
        for column in GEDColumn.since20 where try header.find(column.names) != nil { isSince20 = true }
        for column in GEDColumn.allCases {
            let index = try header.find(column.names)
            if index == nil, isSince20 || !GEDColumn.since20.contains(column) { tally.miss(column.name) }
            let isLeftOut =
                (GEDColumn.places.contains(column) && !detail.contains(.places))
                || (GEDColumn.sources.contains(column) && !detail.contains(.sources))
            if isLeftOut { tally.ignore(index) }
            columns.append(isLeftOut ? nil : tally.use(index, of: header))
        }
        self.reader = reader
        self.tally = tally
        self.columns = columns
        self.detail = detail
    }

    /// What was lost up to the event that was read last.
    public var report: LossReport { tally.report(on: reader) }

    /// The next event; nil at the end.
    public mutating func next() throws(CSVFault) -> GEDEvent? {
        while try reader.advance() {
            if let event = event() { return event }
        }
        return nil
    }

    private mutating func event() -> GEDEvent? {
        guard let id = integer(.id) else { return refuse("it has no readable id.") }
        guard let start = tally.day(columns[GEDColumn.dateStart.rawValue], in: reader) else {
            return refuse("it has no readable date_start. Dates are written as 2020-07-27.")
        }
        let end = tally.day(columns[GEDColumn.dateEnd.rawValue], in: reader)
        if let end, end < start { return refuse("date_end lies before date_start.") }

        var event = GEDEvent(id: id, start: start)
        event.end = end
        event.datePrecision = integer(.datePrecision, in: 1...5)
        event.relatedID = text(.relatedID)
        event.year = integer(.year, in: 1...9999)
        event.isInActiveYear = tally.value(columns[GEDColumn.activeYear.rawValue], in: reader, CSVTruth.read)
        event.codeStatus = text(.codeStatus)
        event.kind = integer(.kind, in: 1...3).flatMap(GEDEvent.Kind.init)
        event.conflict = reference(.conflictID, .conflictDatasetID, .conflictName)
        event.dyad = reference(.dyadID, .dyadDatasetID, .dyadName)
        event.sideA = reference(.sideAID, .sideADatasetID, .sideAName)
        event.sideB = reference(.sideBID, .sideBDatasetID, .sideBName)
        event.statesOfA = tally.value(columns[GEDColumn.statesOfA.rawValue], in: reader, Self.numbers) ?? []
        event.statesOfB = tally.value(columns[GEDColumn.statesOfB.rawValue], in: reader, Self.numbers) ?? []
        event.country = text(.country)
        event.countryID = integer(.countryID)
        event.region = text(.region)
        event.clarity = integer(.clarity, in: 1...2)
        event.deaths = GEDEvent.Deaths(
            sideA: count(.deathsA), sideB: count(.deathsB), civilians: count(.deathsCivilians),
            unknown: count(.deathsUnknown), low: count(.low), best: count(.best), high: count(.high))
        if detail.contains(.places) { event.place = place() }
        if detail.contains(.sources) { event.sources = sources() }
        return event
    }

    private mutating func place() -> GEDEvent.Place {
        var latitude = tally.decimal(columns[GEDColumn.latitude.rawValue], in: reader) { abs($0) <= 90 }
        var longitude = tally.decimal(columns[GEDColumn.longitude.rawValue], in: reader) { abs($0) <= 180 }
        if latitude == nil || longitude == nil { (latitude, longitude) = (nil, nil) }
        return GEDEvent.Place(
            precision: integer(.placePrecision, in: 1...7), name: text(.placeName),
            description: text(.placeDescription), province: text(.province), district: text(.district),
            latitude: latitude, longitude: longitude, geometry: text(.geometry), gridCell: integer(.gridCell))
    }

    private mutating func sources() -> GEDEvent.Sources {
        let count = integer(.sourceCount, in: -1...Int.max)
        return GEDEvent.Sources(
            count: count == -1 ? nil : count, articles: text(.sourceArticle), offices: text(.sourceOffice),
            dates: text(.sourceDate), headlines: text(.sourceHeadline), original: text(.sourceOriginal))
    }

    private mutating func reference(
        _ id: GEDColumn, _ datasetID: GEDColumn, _ name: GEDColumn
    ) -> GEDEvent.Reference {
        GEDEvent.Reference(id: integer(id), datasetID: text(datasetID), name: text(name))
    }

    private mutating func refuse(_ reason: String) -> GEDEvent? {
        tally.refuse(reason, in: reader)
        return nil
    }

    private mutating func text(_ column: GEDColumn) -> String? {
        tally.text(columns[column.rawValue], in: reader)
    }

    private mutating func count(_ column: GEDColumn) -> Int? {
        integer(column, in: 0...1_000_000_000)
    }

    private mutating func integer(_ column: GEDColumn, in range: ClosedRange<Int> = Int.min...Int.max) -> Int?
    {
        tally.integer(columns[column.rawValue], in: reader) { range.contains($0) }
    }

    /// Several states stand one behind another, parted by commas or semicolons.
    private static func numbers(_ text: String) -> [Int]? {
        var numbers: [Int] = []
        for part in text.split(whereSeparator: { $0 == "," || $0 == ";" }) {
            guard let number = Int(String(part).trimmed) else { return nil }
            numbers.append(number)
        }
        return numbers
    }
}
