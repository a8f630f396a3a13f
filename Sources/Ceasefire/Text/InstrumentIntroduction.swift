/// An instrument enters the process, with or without a text.
public struct InstrumentIntroduction: Hashable, Sendable {
    public var instrument: InstrumentID
    public var title: String
    public var kind: InstrumentKind
    public var form: InstrumentForm
    /// Whether it is meant to bind at all.
    public var intent: Intent
    /// The authentic languages, BCP 47.
    public var languages: [String]
    /// Those whom it addresses; they are bound only by consent.
    public var addressed: [ParticipantID]
    /// The kinds of act that express consent; signature, where empty.
    public var consentBy: [ConsentKind]
    public var depositary: ParticipantID?
    /// Notice after which a party may leave; none, where absent.
    public var denunciation: Duration?
    /// The instrument of which this is an annex or a part.
    public var partOf: InstrumentID?

    public init(
        instrument: InstrumentID,
        title: String,
        kind: InstrumentKind,
        form: InstrumentForm,
        intent: Intent,
        languages: [String] = [],
        addressed: [ParticipantID] = [],
        consentBy: [ConsentKind] = [],
        depositary: ParticipantID? = nil,
        denunciation: Duration? = nil,
        partOf: InstrumentID? = nil
    ) {
        self.instrument = instrument
        self.title = title
        self.kind = kind
        self.form = form
        self.intent = intent
        self.languages = languages
        self.addressed = addressed
        self.consentBy = consentBy
        self.depositary = depositary
        self.denunciation = denunciation
        self.partOf = partOf
    }
}
