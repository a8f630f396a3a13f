package import Ceasefire
import TransparencyLog

/// A signed payload: a DSSE v1 envelope with its members in one fixed order.
package struct Envelope: Hashable, Sendable {
    package static let payloadType = "application/vnd.bishkek.act+json"
    /// How many signatures an envelope may carry; a quorum of root keys in two algorithms fits.
    package static let maximumSignatures = 16

    package struct Signature: Hashable, Sendable {
        /// The SHA-256 of the key's SubjectPublicKeyInfo: a hint, and no more.
        package var keyID: TextDigest
        package var bytes: [UInt8]

        package init(keyID: TextDigest, bytes: [UInt8]) {
            self.keyID = keyID
            self.bytes = bytes
        }
    }

    /// What is signed: the payload behind DSSE's pre-authentication encoding. It is kept with it, so that no payload is
    /// copied to be checked.
    package private(set) var message: [UInt8]
    /// Where in the message the payload stands.
    private(set) var payloadRange: Range<Int>
    package var signatures: [Signature]

    package var payload: [UInt8] {
        get { Array(message[payloadRange]) }
        set { self = Envelope(payload: newValue, signatures: signatures) }
    }

    package init(payload: [UInt8], signatures: [Signature]) {
        message = Envelope.encoding(of: payload.count) { _ = $0.initialize(fromContentsOf: payload) }
        payloadRange = message.count - payload.count..<message.count
        self.signatures = signatures
    }

    /// Signs a statement with every key given.
    package init(_ statement: ActStatement, signedBy keys: [PrivateKey]) throws(KeyFault) {
        self.init(payload: statement.payload, signatures: [])
        for key in keys { try add(key) }
    }

    /// Adds one more signature, for those who need several.
    package mutating func add(_ key: PrivateKey) throws(KeyFault) {
        signatures.append(Signature(keyID: key.publicKey.digest, bytes: try key.signature(for: message)))
    }

    /// The id of the entry: the SHA-256 of the payload, whoever signs it.
    package var id: TextDigest { TextDigest(of: message[payloadRange]) }

    /// DSSE's pre-authentication encoding of a payload, in one piece: every entry is read with it.
    /// - Parameters:
    ///   - count: how many bytes the payload has.
    ///   - write: writes them.
    private static func encoding(
        of count: Int, _ write: (UnsafeMutableBufferPointer<UInt8>) -> Void
    ) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: headStart.count + 20 + count) { room, used in
            used = room[...].initialize(fromContentsOf: headStart)
            var power = 1
            while count / power >= 10 { power *= 10 }
            while power > 0 {
                room[used] = UInt8(ascii: "0") + UInt8(count / power % 10)
                power /= 10
                used += 1
            }
            room[used] = UInt8(ascii: " ")
            used += 1 + count
            write(UnsafeMutableBufferPointer(rebasing: room[used - count..<used]))
        }
    }

    private static let headStart = Array("DSSEv1 \(payloadType.utf8.count) \(payloadType) ".utf8)

    /// Those of `keys` by which the payload is validly signed.
    package func validKeys(among keys: [Key]) -> [Key] {
        validKeys(among: CandidateKeys(keys))
    }

    /// The same for keys that are tried on many envelopes.
    func validKeys(among candidates: CandidateKeys) -> [Key] {
        candidates.filter { isSigned(by: $0) }
    }

    private func isSigned(by candidate: CandidateKey) -> Bool {
        guard signatures.count > 1 else {
            return signatures.first.map { candidate.isValid($0.bytes, for: message) } ?? false
        }
        // The hinted signatures first; a wrong hint costs time and nothing else.
        let id = candidate.id
        let ordered = signatures.filter { $0.keyID == id } + signatures.filter { $0.keyID != id }
        return ordered.contains { candidate.isValid($0.bytes, for: message) }
    }
}

extension Envelope {
    package init(json: [UInt8]) throws(WireFault) {
        guard json.count <= WireBounds.entry else {
            throw WireFault(
                "an envelope has at most \(WireBounds.entry) bytes, not \(json.count)", path: "",
                place: .byte(WireBounds.entry))
        }
        var reader = JSONReader(json)
        try self.init(from: &reader)
        try reader.finish()
    }

    private static let typeBytes = Array(payloadType.utf8)[...]

    package init(from r: inout JSONReader) throws(WireFault) {
        try r.openObject()
        try r.member("payloadType")
        let type = try r.token()
        guard type == Envelope.typeBytes else {
            let type = String(decoding: type, as: UTF8.self)
            throw r.fault("the payload type is \(Envelope.payloadType), not “\(type)”")
        }
        try r.member("payload")
        let text = try r.token()
        guard let count = Base64.count(of: text) else { throw r.fault("no padded base64") }
        guard count <= WireBounds.payload else {
            throw r.fault("a payload has at most \(WireBounds.payload) bytes, not \(count)")
        }
        var isText = false
        message = Envelope.encoding(of: count) {
            isText = Base64.decode(text, into: $0)
            // What stands in memory by chance is never looked at.
            if !isText { $0.initialize(repeating: 0) }
        }
        payloadRange = message.count - count..<message.count
        guard isText else { throw r.fault("no padded base64") }
        try r.member("signatures")
        try r.openList()
        guard try r.nextElement() else { throw r.fault("the envelope is not signed") }
        signatures = [try Signature(from: &r)]
        while try r.nextElement() {
            guard signatures.count < Envelope.maximumSignatures else {
                throw r.fault("an envelope has at most \(Envelope.maximumSignatures) signatures")
            }
            signatures.append(try Signature(from: &r))
        }
        try r.closeObject()
    }

    package func write(to w: inout JSONWriter) {
        w.openObject()
        w.member("payloadType", Envelope.payloadType)
        w.name("payload")
        w.plain(Base64.encode(payload))
        w.name("signatures")
        w.openList()
        for signature in signatures {
            w.openObject()
            w.member("keyid", signature.keyID)
            w.name("sig")
            w.plain(Base64.encode(signature.bytes))
            w.closeObject()
        }
        w.closeList()
        w.closeObject()
    }

    package var json: [UInt8] {
        var writer = JSONWriter()
        write(to: &writer)
        return writer.bytes
    }
}

extension Envelope.Signature {
    private static let lengths = KeyAlgorithm.allCases.map(\.signatureLength)

    fileprivate init(from r: inout JSONReader) throws(WireFault) {
        try r.openObject()
        try r.member("keyid")
        keyID = try r.value()
        try r.member("sig")
        guard let bytes = Base64.decode(try r.token()),
            Envelope.Signature.lengths.contains(bytes.count)
        else { throw r.fault("no signature in padded base64") }
        self.bytes = bytes
        try r.closeObject()
    }
}
