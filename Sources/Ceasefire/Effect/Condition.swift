/// The grammar of effect rules: when something begins, ends, lapses or falls due.
///
/// A condition denotes instants. `all` holds from the latest of its parts, `any` from the earliest, `after` counts from
/// the first instant at which its condition holds, `unless` holds from its condition unless the event came first.
public indirect enum Condition: Hashable, Sendable {
    /// At a stated time; several readings where the text does not say which zone or hour is meant.
    case at([Moment])
    case event(Event)
    case all([Condition])
    case any([Condition])
    case atLeast(Int, [Condition])
    case after(Duration, Condition)
    /// `by`: until when the event can stand in the way; until the condition holds, where absent.
    case unless(Condition, Event, by: Condition?)
}

/// What can make a condition hold.
public enum Event: Hashable, Sendable {
    /// A party consents to be bound, by one of these kinds of act; by any that the instrument admits, where empty.
    case consent(ParticipantID, [ConsentKind])
    /// All of these parties consent; all parties of the rule, where empty. With `sameText` they must have consented to
    /// the same operative text in one language.
    case consents([ParticipantID], sameText: Bool)
    /// The depositary gives notice that it received something.
    case received(by: ParticipantID, MatterID)
    case decided(by: ParticipantID, MatterID, Answer)
    case performed(ParticipantID, MatterID, certifiedBy: ParticipantID?)
    case found(by: ParticipantID, MatterID)
    case objected(ParticipantID)
    case inForce(InstrumentID, for: ParticipantID)
}
