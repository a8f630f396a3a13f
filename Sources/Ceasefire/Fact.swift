/// One act as it counts in a view: by whom, for whom, when, and on whose account.
public struct Fact: Hashable, Sendable {
    /// The index of the entry that states it.
    public var entry: Int
    /// Its place among the claims of that entry.
    public var ordinal: Int
    public var act: Act
    public var author: ParticipantID
    public var actor: ParticipantID
    public var onBehalfOf: ParticipantID?
    public var moment: Moment
    public var isPerformed: Bool
    public var source: Source?
    /// The alternative that says so, where accounts differ.
    public var account: Alternative?

    public init(
        entry: Int, ordinal: Int, act: Act, author: ParticipantID, actor: ParticipantID,
        onBehalfOf: ParticipantID? = nil, moment: Moment, isPerformed: Bool, source: Source? = nil,
        account: Alternative? = nil
    ) {
        self.entry = entry
        self.ordinal = ordinal
        self.act = act
        self.author = author
        self.actor = actor
        self.onBehalfOf = onBehalfOf
        self.moment = moment
        self.isPerformed = isPerformed
        self.source = source
        self.account = account
    }

    /// Whose act it is in law: the one on whose behalf, or else the actor.
    public var party: ParticipantID { onBehalfOf ?? actor }

    /// The order in which consequences follow: by occurrence, then by place in the log.
    static func precedes(_ left: Fact, _ right: Fact) -> Bool {
        (left.moment.earliest, left.entry, left.ordinal) < (right.moment.earliest, right.entry, right.ordinal)
    }

    /// Whether it had happened, or begun, by a time; always, where no time is asked for.
    public func isDone(by time: Moment?) -> Bool {
        time.map { moment.earliest <= $0.lastInstant } ?? true
    }

    func isBefore(_ other: Fact) -> Bool { Fact.precedes(self, other) }

    /// Whether both are dated in the same words, and this one later in the record. Nobody who dates two acts alike says
    /// which came first, except by the order in which they are told.
    func isTold(after other: Fact) -> Bool {
        moment.earliest == other.moment.earliest && moment.latest == other.moment.latest
            && other.isBefore(self)
    }

    public func evidence(for party: ParticipantID? = nil) -> Evidence {
        Evidence(
            entry: entry, act: act.name, actor: actor, party: party ?? onBehalfOf, moment: moment,
            account: account)
    }
}

extension Act {
    /// The instrument that the act is about, where it is about one.
    public var instrument: InstrumentID? { instruments.first }

    /// All instruments that the act is about, the chief one first.
    public var instruments: [InstrumentID] {
        switch self {
        case .participation(.powersStated(let act)): act.instrument.map { [$0] } ?? []
        case .participation: []
        case .text(let act): [act.instrument]
        case .signing(let act): [act.instrument]
        case .effect(.related(let act)): [act.subject, act.object]
        case .effect(let act): act.instrument.map { [$0] } ?? []
        case .monitoring(.found(let act)): act.instrument.map { [$0] } ?? []
        case .reference(.accounted(let act)): act.instruments
        case .reference, .sealed: []
        }
    }
}

extension TextAct {
    public var instrument: InstrumentID {
        switch self {
        case .introduced(let act): act.instrument
        case .dated(let act): act.instrument
        case .tabled(let act): act.instrument
        case .altered(let act): act.instrument
        case .bracketOpened(let act): act.instrument
        case .bracketSupported(let act): act.instrument
        case .bracketObjected(let act): act.instrument
        case .bracketClosed(let act): act.instrument
        case .adopted(let act): act.instrument
        case .authenticated(let act): act.instrument
        case .aligned(let act): act.instrument
        case .errorNotified(let act): act.instrument
        case .errorObjected(let act): act.instrument
        case .abandoned(let act): act.instrument
        }
    }
}

extension SigningAct {
    public var instrument: InstrumentID {
        switch self {
        case .opened(let act): act.instrument
        case .lineProposed(let act): act.instrument
        case .lineObjected(let act): act.instrument
        case .copied(let act): act.instrument
        case .inscribed(let act): act.instrument
        case .initialled(let act): act.instrument
        case .signed(let act): act.instrument
        case .confirmed(let act): act.instrument
        case .refused(let act): act.instrument
        case .withdrawn(let act): act.instrument
        case .declared(let act): act.instrument
        case .objected(let act): act.instrument
        case .transmitted(let act): act.instrument
        case .certified(let act): act.instrument
        }
    }
}

extension EffectAct {
    public var instrument: InstrumentID? {
        switch self {
        case .ruled(let act): act.instrument
        case .consented(let act): act.instrument
        case .receipted(let act): act.instrument
        case .provisionallyApplied(let act): act.instrument
        case .denounced(let act): act.instrument
        case .performed(let act): act.instrument
        case .decided(let act): act.instrument
        case .related(let act): act.subject
        case .undertaken(let act): act.instrument
        }
    }
}
