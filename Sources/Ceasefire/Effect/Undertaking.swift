/// What a clause obliges somebody to do or not to do.
public struct Undertaking: Hashable, Sendable {
    public var instrument: InstrumentID
    public var undertaking: UndertakingID
    public var clause: ClauseID?
    public var actors: [ParticipantID]
    public var modality: Modality
    public var what: String
    /// The performance that fulfils it.
    public var matter: MatterID?
    public var from: Condition?
    public var until: Condition?
    /// The clock: when performance is due.
    public var deadline: Condition?
    public var exceptions: [String]
    public var certifiedBy: ParticipantID?

    public init(
        instrument: InstrumentID,
        undertaking: UndertakingID,
        clause: ClauseID? = nil,
        actors: [ParticipantID] = [],
        modality: Modality,
        what: String,
        matter: MatterID? = nil,
        from: Condition? = nil,
        until: Condition? = nil,
        deadline: Condition? = nil,
        exceptions: [String] = [],
        certifiedBy: ParticipantID? = nil
    ) {
        self.instrument = instrument
        self.undertaking = undertaking
        self.clause = clause
        self.actors = actors
        self.modality = modality
        self.what = what
        self.matter = matter
        self.from = from
        self.until = until
        self.deadline = deadline
        self.exceptions = exceptions
        self.certifiedBy = certifiedBy
    }
}
