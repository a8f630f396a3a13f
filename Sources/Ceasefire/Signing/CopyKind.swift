/// What a copy is.
public enum CopyKind: String, Hashable, Sendable, CaseIterable {
    case original, photocopy, fax, identicalLetter, counterpart
}
