/// Entry 0: what the record fixes once and for all.
public struct ProcessOpening: Hashable, Sendable {
    /// The log's origin, the key name of its checkpoints.
    public var origin: String
    /// The log's verifier key (C2SP signed-note vkey).
    public var log: String
    /// The version of the rules by which the record is admitted and replayed.
    public var rules: Int
    /// What the process is called.
    public var title: String
    /// The zone in which bare dates of questions are read.
    public var home: HomeZone
    /// Whether the record is an exercise; immutable.
    public var exercise: Bool
    /// Who may read; empty means the public.
    public var audience: [ParticipantID]
    /// How much each participant may enter a day.
    public var quotas: [Quota]
    /// The initial participants with their root keys.
    public var founders: [Founder]
    /// The record that this one succeeds.
    public var predecessor: Predecessor?

    public init(
        origin: String,
        log: String,
        rules: Int,
        title: String,
        home: HomeZone,
        exercise: Bool = false,
        audience: [ParticipantID] = [],
        quotas: [Quota] = [],
        founders: [Founder] = [],
        predecessor: Predecessor? = nil
    ) {
        self.origin = origin
        self.log = log
        self.rules = rules
        self.title = title
        self.home = home
        self.exercise = exercise
        self.audience = audience
        self.quotas = quotas
        self.founders = founders
        self.predecessor = predecessor
    }
}
