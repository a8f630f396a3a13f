/// The zone of a process, with its offset from UTC in minutes.
public struct HomeZone: Hashable, Sendable {
    /// IANA name, for display.
    public var zone: String
    public var offset: UTCOffset

    public init(zone: String, offset: UTCOffset) {
        self.zone = zone
        self.offset = offset
    }
}
