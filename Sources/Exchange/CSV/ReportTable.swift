/// Reports of incidents by different observers, to be linked where they tell of the same one.
///
/// | what | accepted names of the column |
/// | --- | --- |
/// | report | `id`, `rid`, `report`, `report_id` |
/// | observer | `source`, `observer`, `monitor`, `reporter` |
/// | time | `time`, `datetime`, `date_time`, `timestamp`, `date`, `hours`, `hour` |
/// | place | `lat`, `latitude`; `lon`, `lng`, `long`, `longitude` |
/// | kind of incident | `type`, `event_type`, `incident_type`, `kind` |
/// | weapon | `weapon`, `weapon_type`, `weapons` |
/// | casualties | `casualties`, `cas`, `killed_and_wounded`, `deaths` |
///
/// A time is a date with or without a time of day, or a number of hours from any moment that all rows count from.
/// Attribution is not read: which side an observer blames must not decide what belongs together. Its columns
/// (`attr`, `attribution`, `attributed_to`, `side`, `blamed`) are passed over and not reported as lost.
public struct ReportTable: Sendable, Hashable {
    /// The columns to read, where they are not to be found by their accepted names.
    public struct Columns: Sendable, Hashable {
        public var id: String?
        public var source: String?
        public var time: String?
        public var latitude: String?
        public var longitude: String?
        public var type: String?
        public var weapon: String?
        public var casualties: String?

        public init(
            id: String? = nil, source: String? = nil, time: String? = nil, latitude: String? = nil,
            longitude: String? = nil, type: String? = nil, weapon: String? = nil, casualties: String? = nil
        ) {
            self.id = id
            self.source = source
            self.time = time
            self.latitude = latitude
            self.longitude = longitude
            self.type = type
            self.weapon = weapon
            self.casualties = casualties
        }
    }

    /// One report.
    public struct Report: Sendable, Hashable {
        public var id: String
        public var source: String
        /// Hours of universal time since 1 January 1970, or as the table counts them. A date without a time of day is
        /// its noon.
        public var hours: Double
        /// Whether only the date is known.
        public var isDateOnly: Bool
        /// Degrees north.
        public var latitude: Double
        /// Degrees east.
        public var longitude: Double
        public var type: String?
        public var weapon: String?
        public var casualties: Int?
    }

    /// In the order of the table.
    public let reports: [Report]
    /// Whether ``Report/hours`` counts from 1 January 1970.
    public let hasDates: Bool
    public let report: LossReport

    private static let id = ["id", "rid", "report", "report_id"]
    private static let source = ["source", "observer", "monitor", "reporter"]
    private static let dates = ["time", "datetime", "date_time", "timestamp", "date"]
    private static let hours = ["hours", "hour"]
    private static let latitude = ["lat", "latitude"]
    private static let longitude = ["lon", "lng", "long", "longitude"]
    private static let type = ["type", "event_type", "incident_type", "kind"]
    private static let weapon = ["weapon", "weapon_type", "weapons"]
    private static let casualties = ["casualties", "cas", "killed_and_wounded", "deaths"]
    private static let attribution = ["attr", "attribution", "attributed_to", "side", "blamed"]

    /// Reads a whole table.
    ///
    /// Rows without an id, an observer, a time or a place are left out and reported, and so are those that repeat an id.
    /// An empty type or weapon and one of `-1` are missing; so are casualties of `-1`.
    /// - Throws: ``CSVFault``, where the table cannot be read or lacks a column it needs.
    public init(_ reader: consuming CSVReader, columns: Columns = .init()) throws(CSVFault) {
        var reader = reader
        let header = reader.header
        var tally = LossTally()
        func needed(
            _ name: String?, _ accepted: [String], _ what: String
        ) throws(CSVFault) -> LossTally.Column? {
            if let index = try header.find(name, or: accepted) { return tally.use(index, of: header) }
            throw CSVFault(
                .missingColumn,
                "no column holds \(what). Name it, or call it one of: \(accepted.joined(separator: ", ")).",
                row: header.row)
        }
        let idColumn = try needed(columns.id, Self.id, "the name of a report")
        let sourceColumn = try needed(columns.source, Self.source, "the observer")
        let timeColumn = try needed(columns.time, Self.dates + Self.hours, "the time")
        let latitudeColumn = try needed(columns.latitude, Self.latitude, "the latitude")
        let longitudeColumn = try needed(columns.longitude, Self.longitude, "the longitude")
        let typeColumn = tally.use(try header.find(columns.type, or: Self.type), of: header)
        let weaponColumn = tally.use(try header.find(columns.weapon, or: Self.weapon), of: header)
        let casualtiesColumn = tally.use(try header.find(columns.casualties, or: Self.casualties), of: header)
        for name in Self.attribution { tally.ignore(try header.find([name])) }

        var reports: [Report] = []
        var seen: Set<String> = []
        // The first time decides for all, so that hours and dates are never mixed.
        var hasDates: Bool?
        while try reader.advance() {
            guard let id = tally.text(idColumn, in: reader), let source = tally.text(sourceColumn, in: reader)
            else {
                tally.refuse("it has no id or no observer.", in: reader)
                continue
            }
            if hasDates == nil, let timeColumn {
                let isHours = reader.decimal(at: timeColumn.index).value != nil
                if isHours || reader.moment(at: timeColumn.index).value != nil { hasDates = !isHours }
            }
            let moment = hasDates == true ? tally.moment(timeColumn, in: reader) : nil
            let counted = hasDates == true ? nil : tally.decimal(timeColumn, in: reader) { abs($0) <= 1e9 }
            guard let hours = moment.map({ $0.seconds / 3600 + ($0.second == nil ? 12 : 0) }) ?? counted
            else {
                tally.refuse("its time is missing or cannot be read.", in: reader)
                continue
            }
            guard let latitude = tally.decimal(latitudeColumn, in: reader, where: { abs($0) <= 90 }),
                let longitude = tally.decimal(longitudeColumn, in: reader, where: { abs($0) <= 180 })
            else {
                tally.refuse("its place is missing or not on earth.", in: reader)
                continue
            }
            guard seen.insert(id).inserted else {
                tally.refuse("an earlier row has the same id.", in: reader)
                continue
            }
            let casualties = tally.integer(casualtiesColumn, in: reader) { $0 >= -1 }
            reports.append(
                Report(
                    id: id, source: source, hours: hours, isDateOnly: moment != nil && moment?.second == nil,
                    latitude: latitude, longitude: longitude,
                    type: Self.known(tally.text(typeColumn, in: reader)),
                    weapon: Self.known(tally.text(weaponColumn, in: reader)),
                    casualties: casualties == -1 ? nil : casualties))
        }
        self.reports = reports
        self.hasDates = hasDates ?? false
        report = tally.report(on: reader)
    }

    private static func known(_ text: String?) -> String? { text == "-1" ? nil : text }
}
