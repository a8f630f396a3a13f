/// One way to word what is disputed.
public struct BracketAlternative: Hashable, Sendable {
    public var alternative: AlternativeID
    public var words: String

    public init(alternative: AlternativeID, words: String) {
        self.alternative = alternative
        self.words = words
    }
}
