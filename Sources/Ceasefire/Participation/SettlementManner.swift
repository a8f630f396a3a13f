/// How an objection to standing ended.
public enum SettlementManner: String, Hashable, Sendable, CaseIterable {
    case namedAnyway, seatedWithoutPrejudice, withdrawn, replaced
}
