/// In which form it was made.
public enum InstrumentForm: String, Hashable, Sendable, CaseIterable {
    case signed, verbal, unilateral, identicalLetters
}
