/// An error is notified with its correction and a period for objections (Vienna Convention, art. 79).
public struct ErrorNotice: Hashable, Sendable {
    public var instrument: InstrumentID
    public var error: MatterID
    public var clause: ClauseID
    public var before: String
    public var after: String
    public var from: TextDigest
    public var result: TextDigest
    public var objectionsUntil: Moment

    public init(
        instrument: InstrumentID,
        error: MatterID,
        clause: ClauseID,
        before: String,
        after: String,
        from: TextDigest,
        result: TextDigest,
        objectionsUntil: Moment
    ) {
        self.instrument = instrument
        self.error = error
        self.clause = clause
        self.before = before
        self.after = after
        self.from = from
        self.result = result
        self.objectionsUntil = objectionsUntil
    }
}
