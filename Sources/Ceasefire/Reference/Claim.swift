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

extension ReferenceAct {
    /// The acts that an account, stated or opened, says were done.
    var claims: [Claim] {
        switch self {
        case .accounted(let account): account.claims
        case .unsealed(let opening):
            if case .reference(.accounted(let account)) = opening.act { account.claims } else { [] }
        default: []
        }
    }
}
