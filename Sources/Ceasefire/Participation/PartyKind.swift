/// What kind of participant.
public enum PartyKind: String, Hashable, Sendable, CaseIterable {
    case state, deFactoAuthority, armedGroup, organisation, person
}
