/// The date that the instrument bears.
public struct InstrumentDate: Hashable, Sendable {
    public var instrument: InstrumentID
    public var date: Moment

    public init(instrument: InstrumentID, date: Moment) {
        self.instrument = instrument
        self.date = date
    }
}
