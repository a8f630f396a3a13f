/// Standards of proof, ascending.
public enum ProofStandard: String, Hashable, Sendable, CaseIterable {
    case reported, plausible, balanceOfProbabilities, clearAndConvincing, beyondReasonableDoubt
}
