/// An issue is settled for those who accept.
public struct IssueSettlement: Hashable, Sendable {
    public var issue: IssueID
    public var alternative: AlternativeID
    public var acceptedBy: [ParticipantID]
    public var words: String?

    public init(
        issue: IssueID,
        alternative: AlternativeID,
        acceptedBy: [ParticipantID] = [],
        words: String? = nil
    ) {
        self.issue = issue
        self.alternative = alternative
        self.acceptedBy = acceptedBy
        self.words = words
    }
}
