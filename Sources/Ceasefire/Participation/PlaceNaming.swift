/// A place and what each side calls it.
public struct PlaceNaming: Hashable, Sendable {
    public var place: PlaceID
    public var names: [Name]
    /// Microdegrees north.
    public var latitude: Int?
    /// Microdegrees east.
    public var longitude: Int?

    public init(place: PlaceID, names: [Name] = [], latitude: Int? = nil, longitude: Int? = nil) {
        self.place = place
        self.names = names
        self.latitude = latitude
        self.longitude = longitude
    }
}
