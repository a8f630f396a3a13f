/// The actor signs, for the party on whose behalf the act is done.
public struct Signature: Hashable, Sendable {
    public var instrument: InstrumentID
    public var line: LineID?
    public var copy: CopyID?
    /// The text signed, where no copy says it.
    public var text: TextDigest?
    public var medium: Medium
    /// Digest of the scan that the depositary attests.
    public var scan: TextDigest?
    public var adReferendum: Bool

    public init(
        instrument: InstrumentID,
        line: LineID? = nil,
        copy: CopyID? = nil,
        text: TextDigest? = nil,
        medium: Medium,
        scan: TextDigest? = nil,
        adReferendum: Bool = false
    ) {
        self.instrument = instrument
        self.line = line
        self.copy = copy
        self.text = text
        self.medium = medium
        self.scan = scan
        self.adReferendum = adReferendum
    }
}
