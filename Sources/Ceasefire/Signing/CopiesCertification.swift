/// Somebody certifies that copies are identical.
public struct CopiesCertification: Hashable, Sendable {
    public var instrument: InstrumentID
    public var copies: [CopyID]

    public init(instrument: InstrumentID, copies: [CopyID] = []) {
        self.instrument = instrument
        self.copies = copies
    }
}
