/// What somebody says happened; on an issue, one of its alternatives, taken whole.
public struct Account: Hashable, Sendable {
    public var issue: IssueID?
    /// The issue as a question.
    public var question: String?
    public var alternative: AlternativeID?
    /// The account in words.
    public var statement: String
    public var topic: Topic?
    /// What it is about.
    public var instruments: [InstrumentID]
    public var clause: ClauseID?
    /// The acts that it says were done; none, where it says that something was not done.
    public var claims: [Claim]

    public init(
        issue: IssueID? = nil,
        question: String? = nil,
        alternative: AlternativeID? = nil,
        statement: String,
        topic: Topic? = nil,
        instruments: [InstrumentID] = [],
        clause: ClauseID? = nil,
        claims: [Claim] = []
    ) {
        self.issue = issue
        self.question = question
        self.alternative = alternative
        self.statement = statement
        self.topic = topic
        self.instruments = instruments
        self.clause = clause
        self.claims = claims
    }
}
