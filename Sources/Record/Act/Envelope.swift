package import Ceasefire

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

    package var payload: [UInt8]
    package var signatures: [Signature]

    package init(payload: [UInt8], signatures: [Signature]) {
        self.payload = payload
        self.signatures = signatures
    }

    /// Signs a statement with every key given.
    package init(_ statement: ActStatement, signedBy keys: [PrivateKey]) throws(KeyFault) {
        payload = statement.payload
        signatures = []
        for key in keys { try add(key) }
    }

    /// Adds one more signature, for those who need several.
    package mutating func add(_ key: PrivateKey) throws(KeyFault) {
        let message = Envelope.preAuthentication(of: payload)
        signatures.append(Signature(keyID: key.publicKey.digest, bytes: try key.signature(for: message)))
    }

    /// The id of the entry: the SHA-256 of the payload, whoever signs it.
    package var id: TextDigest { TextDigest(of: payload) }

    /// What is signed: DSSE's pre-authentication encoding.
    package static func preAuthentication(of payload: [UInt8]) -> [UInt8] {
        var message: [UInt8] = []
        message.reserveCapacity(preAuthenticationStart.count + 8 + payload.count)
        message.append(contentsOf: preAuthenticationStart)
        message.append(contentsOf: String(payload.count).utf8)
        message.append(UInt8(ascii: " "))
        message.append(contentsOf: payload)
        return message
    }

    private static let preAuthenticationStart = Array(
        "DSSEv1 \(payloadType.utf8.count) \(payloadType) ".utf8)

    /// Those of `keys` by which the payload is validly signed.
    package func validKeys(among keys: [Key]) -> [Key] {
        validKeys(among: CandidateKeys(keys))
    }

    /// The same for keys that are tried on many envelopes.
    func validKeys(among candidates: CandidateKeys) -> [Key] {
        let message = Envelope.preAuthentication(of: payload)
        return candidates.filter { isSigned(message, by: $0) }
    }

    private func isSigned(_ message: [UInt8], by candidate: CandidateKey) -> Bool {
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
        guard let payload = Base64Text.decode(try r.token()) else { throw r.fault("no padded base64") }
        guard payload.count <= WireBounds.payload else {
            throw r.fault("a payload has at most \(WireBounds.payload) bytes, not \(payload.count)")
        }
        self.payload = payload
        signatures = []
        try r.member("signatures")
        try r.openList()
        while try r.nextElement() {
            guard signatures.count < Envelope.maximumSignatures else {
                throw r.fault("an envelope has at most \(Envelope.maximumSignatures) signatures")
            }
            signatures.append(try Signature(from: &r))
        }
        guard !signatures.isEmpty else { throw r.fault("the envelope is not signed") }
        try r.closeObject()
    }

    package func write(to w: inout JSONWriter) {
        w.openObject()
        w.member("payloadType", Envelope.payloadType)
        w.name("payload")
        w.plain(Base64Text.encode(payload))
        w.name("signatures")
        w.openList()
        for signature in signatures {
            w.openObject()
            w.member("keyid", signature.keyID)
            w.name("sig")
            w.plain(Base64Text.encode(signature.bytes))
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
        guard let bytes = Base64Text.decode(try r.token()),
            Envelope.Signature.lengths.contains(bytes.count)
        else { throw r.fault("no signature in padded base64") }
        self.bytes = bytes
        try r.closeObject()
    }
}
