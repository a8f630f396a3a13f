/// How an objection to somebody's standing was laid to rest.
public struct StandingSettlement: Hashable, Sendable {
    public var of: ParticipantID
    public var manner: SettlementManner
    public var replacement: ParticipantID?
    public var acceptedBy: [ParticipantID]
    public var words: String?

    public init(
        of: ParticipantID,
        manner: SettlementManner,
        replacement: ParticipantID? = nil,
        acceptedBy: [ParticipantID] = [],
        words: String? = nil
    ) {
        self.of = of
        self.manner = manner
        self.replacement = replacement
        self.acceptedBy = acceptedBy
        self.words = words
    }
}
