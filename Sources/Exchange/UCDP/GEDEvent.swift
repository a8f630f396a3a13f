/// An event of the UCDP Georeferenced Event Dataset (Sundberg and Melander 2013): organised violence with at least one
/// death, at a place, on a day or within some days.
///
/// What a table does not hold, or holds in a form that cannot be read, is nil, and never zero.
public struct GEDEvent: Sendable, Hashable {
    /// Who fights whom.
    public enum Kind: Int, Sendable, Hashable, CaseIterable {
        /// At least one side is the government of a state.
        case stateBased = 1
        /// Neither side is.
        case nonState = 2
        /// Against civilians.
        case oneSided = 3
    }

    /// A conflict, a dyad or a side: its number, its number in the dataset of its kind before version 17, and its name.
    public struct Reference: Sendable, Hashable {
        public var id: Int?
        public var datasetID: String?
        public var name: String?
    }

    /// Where the event was, and how well that is known.
    public struct Place: Sendable, Hashable {
        /// 1 the exact place, 2 within 25 km, 3 the second-order division, 4 the first-order division, 5 along a line or in
        /// a part of the country, 6 the country, 7 at sea or in the air.
        public var precision: Int?
        public var name: String?
        public var description: String?
        /// First-order division.
        public var province: String?
        /// Second-order division.
        public var district: String?
        /// Degrees north; nil unless the longitude is known too.
        public var latitude: Double?
        /// Degrees east; nil unless the latitude is known too.
        public var longitude: Double?
        /// The point as well-known text.
        public var geometry: String?
        /// The cell of PRIO-GRID.
        public var gridCell: Int?
    }

    /// Deaths by side, and the estimates of them all together.
    public struct Deaths: Sendable, Hashable {
        public var sideA: Int?
        public var sideB: Int?
        public var civilians: Int?
        /// Of persons of unknown status.
        public var unknown: Int?
        public var low: Int?
        public var best: Int?
        public var high: Int?
    }

    /// What is told about the event, by whom and when.
    public struct Sources: Sendable, Hashable {
        /// How many there are; nil also where the dataset says −1, not counted.
        public var count: Int?
        public var articles: String?
        public var offices: String?
        public var dates: String?
        public var headlines: String?
        /// The person or organisation that the account comes from.
        public var original: String?
    }

    public var id: Int
    /// The older identifier, such as `SYR-2013-1-11973-99`.
    public var relatedID: String?
    /// The calendar year the event is counted in.
    public var year: Int?
    /// Whether the dyad's conflict reached 25 deaths in that year.
    public var isInActiveYear: Bool?
    public var codeStatus: String?
    public var kind: Kind?
    public var conflict = Reference()
    public var dyad = Reference()
    public var sideA = Reference()
    public var sideB = Reference()
    /// States of the sides by their numbers in the list of Gleditsch and Ward.
    public var statesOfA: [Int] = []
    public var statesOfB: [Int] = []
    /// The first day on which the event can have been: see ``DayNumber``.
    public var start: Int
    /// The last such day.
    public var end: Int?
    /// 1 the day is known, 2 within two to six days, 3 the week, 4 the month, 5 more than a month.
    public var datePrecision: Int?
    public var place = Place()
    public var country: String?
    /// The country by its number in the list of Gleditsch and Ward.
    public var countryID: Int?
    public var region: String?
    /// 1 where the event is told apart clearly, 2 where it was told of together with others.
    public var clarity: Int?
    public var deaths = Deaths()
    public var sources = Sources()

    /// An event of which nothing is known but its number and its day.
    public init(id: Int, start: Int) {
        self.id = id
        self.start = start
    }
}
