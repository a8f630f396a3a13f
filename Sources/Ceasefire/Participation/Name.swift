/// What somebody calls a person, a party or a place.
public struct Name: Hashable, Sendable {
    public var text: String
    /// BCP 47.
    public var language: String?
    /// Who uses it; everybody, where empty.
    public var usedBy: [ParticipantID]

    public init(text: String, language: String? = nil, usedBy: [ParticipantID] = []) {
        self.text = text
        self.language = language
        self.usedBy = usedBy
    }
}
