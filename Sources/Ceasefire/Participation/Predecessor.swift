/// The record from which this one goes on: the head that was chosen as its last one.
public struct Predecessor: Hashable, Sendable {
    /// The verifier key of the old log; its name is the old origin.
    public var log: String
    /// How many entries the head covers.
    public var size: Int
    /// The root of their tree, in base64.
    public var root: String
    /// The old log's signature as on the checkpoint, in base64: four bytes of key id and the signature.
    public var signature: String
    public var reason: SuccessionReason

    public init(log: String, size: Int, root: String, signature: String, reason: SuccessionReason) {
        self.log = log
        self.size = size
        self.root = root
        self.signature = signature
        self.reason = reason
    }

    /// The origin of the old record.
    public var origin: String { String(log.prefix { $0 != "+" }) }
}
