/// What a text file is.
public enum TextBasis: String, Hashable, Sendable, CaseIterable {
    case original, scan, transcription, translation, paraphrase
}
