/// What one observer says of one event, as numbers.
///
/// Who is blamed has no place here: opposite sides attribute one event to opposite hands, so a link that asks
/// for the same attribution loses the very pairs that matter (Fellegi–Sunter scores must not see it).
public struct EventReport: Sendable, Hashable, Identifiable {
    /// A point of a local plane, in kilometres east and north of its origin; see ``LocalPlane``.
    public struct Place: Sendable, Hashable {
        /// Kilometres east of the origin.
        public var x: Double
        /// Kilometres north of the origin.
        public var y: Double

        /// A point given in kilometres.
        public init(x: Double, y: Double) {
            self.x = x
            self.y = y
        }
    }

    /// The report's own number, unlike that of any other report.
    public var id: Int
    /// The observer, numbered from zero; two reports of one observer are never told to be two views of one event.
    public var source: Int
    /// When the event happened, in hours UTC since any fixed moment.
    public var hours: Double
    /// Where it happened; without a place a report is not compared.
    public var place: Place?
    /// The code of the kind of event, from zero.
    public var type: Int?
    /// The code of the weapon, from zero.
    public var weapon: Int?
    /// How many people were killed or hurt.
    public var casualties: Int?

    /// A report; what its author did not say stays `nil`.
    public init(
        id: Int, source: Int, hours: Double, place: Place?, type: Int? = nil, weapon: Int? = nil,
        casualties: Int? = nil
    ) {
        self.id = id
        self.source = source
        self.hours = hours
        self.place = place
        self.type = type
        self.weapon = weapon
        self.casualties = casualties
    }
}
