/// As what somebody takes part or signs.
public enum Role: String, Hashable, Sendable, CaseIterable {
    case party
    case signatory
    case negotiator
    case mediator
    case guarantor
    case witness
    case observer
    case depositary
    case monitor
    case commissionMember
    case recorder
    case keeper
}
