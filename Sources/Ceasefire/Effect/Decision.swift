/// The actor, a body, decides a question.
public struct Decision: Hashable, Sendable {
    public var question: MatterID
    public var answer: Answer
    public var instrument: InstrumentID?
    public var votes: String?
    public var words: String?

    public init(
        question: MatterID,
        answer: Answer,
        instrument: InstrumentID? = nil,
        votes: String? = nil,
        words: String? = nil
    ) {
        self.question = question
        self.answer = answer
        self.instrument = instrument
        self.votes = votes
        self.words = words
    }
}
