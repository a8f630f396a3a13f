/// Required or prohibited.
public enum Modality: String, Hashable, Sendable, CaseIterable {
    case must, mustNot
}
