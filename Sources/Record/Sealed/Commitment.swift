package import Ceasefire

/// What stands in the record in the place of a body that is kept back.
package enum Commitment {
    /// SHA-256 of `bishkek-sealed-v1\n`, record, `\n`, author, `\n`, salt and body.
    package static func digest(
        of body: [UInt8], salt: Salt, by author: ParticipantID, in record: RecordID
    ) -> TextDigest {
        TextDigest(of: Array("bishkek-sealed-v1\n\(record)\n\(author)\n".utf8) + salt.bytes + body)
    }
}

extension Act {
    /// The exact bytes of the act's body, written in the one way in which it can be.
    package var body: [UInt8] {
        var writer = JSONWriter()
        write(to: &writer)
        return writer.bytes
    }
}
