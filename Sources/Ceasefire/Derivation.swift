/// What follows for a condition when every account is heard.
public enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// On every account.
    case met
    /// On no account, but it may still come about.
    case missing
    /// On some accounts only.
    case contested
    /// On no account, and a decision or a deadline has excluded it.
    case failed
    /// Too many accounts differ to say.
    case notResolved
}

/// A derived answer with its reasons: the rule, the verdict, what the verdict rests on.
public struct Derivation: Hashable, Sendable {
    public var reason: Reason
    public var verdict: Verdict
    /// Why a contested verdict is contested, or what was met before a question was given up.
    public var choices: [Choice]
    /// From when it holds, from the earliest to the latest account; `nil` where it holds on none.
    public var since: ClosedRange<Instant>?
    /// The entries that it rests on, by index.
    public var entries: [Int]
    public var parts: [Derivation]

    public init(
        _ reason: Reason, _ verdict: Verdict, choices: [Choice] = [], since: ClosedRange<Instant>? = nil,
        entries: [Int] = [], parts: [Derivation] = []
    ) {
        self.reason = reason
        self.verdict = verdict
        self.choices = choices
        self.since = since
        self.entries = entries
        self.parts = parts
    }

    /// This derivation and all below it, from the top.
    public var all: [Derivation] { [self] + parts.flatMap(\.all) }

    /// All entries that the answer rests on, in order.
    public var allEntries: [Int] { Set(all.flatMap(\.entries)).sorted() }

    /// Whether it says the same, only towards somebody else.
    func joins(_ other: Derivation) -> Bool {
        guard !reason.towards.isEmpty, !other.reason.towards.isEmpty else { return false }
        var renamed = other.reason
        renamed.towards = reason.towards
        return renamed == reason && verdict == other.verdict && entries == other.entries
    }

    /// The lowest conditions that are not met: what is missing.
    public var open: [Derivation] {
        guard verdict != .met else { return [] }
        let below = parts.filter(\.reason.isCondition).flatMap(\.open)
        return below.isEmpty ? [self] : below
    }
}

/// What a derivation is about, with its arguments. Pages and command line turn each into a sentence.
public indirect enum Reason: Hashable, Sendable {
    // The effect of an instrument for a party.
    case inForce(InstrumentID, for: ParticipantID)
    case noneIntended(InstrumentID)
    case noRule(InstrumentID)
    case notAddressed(ParticipantID, by: InstrumentID)
    case begins(RuleID)
    case consentToBeBound(ParticipantID, [ConsentKind])
    case lapsed(RuleID)
    case deemedFrom(Moment)
    // The grammar of effect rules.
    case at([Moment])
    case all
    case any
    case atLeast(Int, of: Int)
    case after(Duration)
    case unless(Event)
    case event(Event)
    // Parts of an event.
    case partyConsents(ParticipantID)
    case sameText([ParticipantID])
    /// That the lines of all parties are signed, until which no signature counts.
    case escrow
    // Evidence: an act that somebody did, on an account where one says so.
    case done(Evidence)
    // What ended or interrupted an effect, and towards whom; towards everybody, where nobody is named.
    case ended(EndReason, towards: [ParticipantID])
    case suspended(EndReason, until: Instant?, towards: [ParticipantID])
}

/// An act as evidence: who did what, for whom, on whose account.
public struct Evidence: Hashable, Sendable {
    public var entry: Int
    public var act: String
    public var actor: ParticipantID
    public var party: ParticipantID?
    public var moment: Moment
    public var account: Alternative?

    public init(
        entry: Int, act: String, actor: ParticipantID, party: ParticipantID?, moment: Moment,
        account: Alternative?
    ) {
        self.entry = entry
        self.act = act
        self.actor = actor
        self.party = party
        self.moment = moment
        self.account = account
    }
}

/// One alternative of one issue.
public struct Alternative: Hashable, Sendable {
    public var issue: IssueID
    public var alternative: AlternativeID

    public init(_ issue: IssueID, _ alternative: AlternativeID) {
        self.issue = issue
        self.alternative = alternative
    }
}

/// Why an effect ended.
public enum EndReason: Hashable, Sendable {
    case byItsRule(RuleID)
    case denounced(ParticipantID)
    case dissolved(ParticipantID)
    case relation(RelationKind, by: InstrumentID, RelationBasis)
}

extension Reason {
    /// Whether this is a condition that can be missing, as against evidence for one.
    public var isCondition: Bool {
        switch self {
        case .done, .escrow, .ended, .suspended, .lapsed, .deemedFrom: false
        default: true
        }
    }

    /// Those towards whom alone something ended or is interrupted.
    var towards: [ParticipantID] {
        get {
            switch self {
            case .ended(_, let towards), .suspended(_, _, let towards): towards
            default: []
            }
        }
        set {
            switch self {
            case .ended(let reason, _): self = .ended(reason, towards: newValue)
            case .suspended(let reason, let until, _):
                self = .suspended(reason, until: until, towards: newValue)
            default: break
            }
        }
    }
}
