/// An act as somebody says it was done.
public struct Claim: Hashable, Sendable {
    public var actor: ParticipantID?
    public var onBehalfOf: ParticipantID?
    public var occurred: Moment?
    public var act: Act

    public init(
        actor: ParticipantID? = nil,
        onBehalfOf: ParticipantID? = nil,
        occurred: Moment? = nil,
        act: Act
    ) {
        self.actor = actor
        self.onBehalfOf = onBehalfOf
        self.occurred = occurred
        self.act = act
    }
}
