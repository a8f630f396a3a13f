package import Ceasefire
package import TransparencyLog

/// Somebody who states an act outside of the keeper's machine: whose keys sign, and the head that was seen.
package struct Author: Sendable {
    package let id: ParticipantID
    private let keys: [PrivateKey]
    private let ledger: Ledger
    private let seen: SeenHead

    /// - Parameters:
    ///   - ledger: the record as the author holds it.
    ///   - note: its head.
    /// - Throws: `signing` if one of the keys is not in force for the author, or the head is not the log's.
    package init(
        _ id: ParticipantID, signing keys: [PrivateKey], in ledger: Ledger, at note: SignedNote
    ) throws(KeyFault) {
        let known = Set(ledger.process.participation.keys(of: id).compactMap(\.id?.hex))
        for key in keys where !known.contains(key.publicKey.id) {
            throw KeyFault(
                .signing,
                "The key \(key.publicKey.id) is none of \(id) that is in force. It has: "
                    + (known.isEmpty ? "none." : known.sorted().joined(separator: ", ") + "."))
        }
        guard let log = ledger.log, let seen = try? SeenHead(note, signedBy: log) else {
            throw KeyFault(.signing, "The head of the record is not signed by its log.")
        }
        self.id = id
        self.keys = keys
        self.ledger = ledger
        self.seen = seen
    }

    /// The act, signed, if the record as the author holds it would take it.
    ///
    /// - Throws: what the log would refuse, or that a key cannot sign.
    package func envelope(
        _ act: Act, actor: ParticipantID? = nil, onBehalfOf: ParticipantID? = nil, occurred: Moment? = nil,
        source: Source? = nil, language: String? = nil
    ) throws -> Envelope {
        guard let record = ledger.record else { throw AdmissionRefusal.opening("it has no entry 0 yet") }
        let statement = ActStatement(
            record: record, act: act, author: id, actor: actor == id ? nil : actor, onBehalfOf: onBehalfOf,
            occurred: occurred, seen: seen, source: source, language: language)
        let envelope = try Envelope(statement, signedBy: keys)
        let prepared = try PreparedAct(json: envelope.json, on: Ground(ledger))
        let received = max(.now, ledger.received.last ?? .distantPast)
        let archived = prepared.archived(receivedAt: received)
        guard archived.body.count <= WireBounds.entry else {
            throw AdmissionRefusal.tooLarge(archived.body.count)
        }
        var next = ledger
        try next.admit(prepared, received: received, leafHash: archived.leafHash)
        return envelope
    }
}
