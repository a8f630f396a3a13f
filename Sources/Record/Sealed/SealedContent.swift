package import Ceasefire

/// What a vault keeps of a sealed act: the salt and the body's exact bytes.
package struct SealedContent: Hashable, Sendable {
    /// The longest body that an act which opens it can hold beside what it says of itself.
    package static let maximumBody = WireBounds.payload - 4_096

    package let salt: Salt
    package let body: [UInt8]

    package init(salt: Salt, body: [UInt8]) {
        self.salt = salt
        self.body = body
    }

    /// The body of an act with a new random salt.
    package init(_ act: Act) {
        var source = SystemRandomNumberGenerator()
        let bytes = (0..<Salt.byteCount).map { _ in UInt8.random(in: .min ... .max, using: &source) }
        // A salt has as many bytes as were drawn.
        self.init(salt: Salt(bytes)!, body: act.body)
    }

    /// Salt and body, one behind the other.
    init?(_ bytes: [UInt8]) {
        guard let salt = Salt(Array(bytes.prefix(Salt.byteCount))) else { return nil }
        self.init(salt: salt, body: Array(bytes.dropFirst(Salt.byteCount)))
    }

    var bytes: [UInt8] { salt.bytes + body }

    /// The act whose body this is.
    package func act(_ kind: String, home: UTCOffset) throws(WireFault) -> Act {
        var reader = JSONReader(body, home: home)
        guard let act = try Act(named: kind, from: &reader) else {
            throw WireFault("the act “\(kind)” is unknown here", path: "", place: .byte(0))
        }
        try reader.finish()
        return act
    }

    package func commitment(by author: ParticipantID, in record: RecordID) -> TextDigest {
        Commitment.digest(of: body, salt: salt, by: author, in: record)
    }
}
