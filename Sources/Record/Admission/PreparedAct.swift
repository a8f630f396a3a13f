package import Ceasefire
import TransparencyLog

/// An envelope that was read and whose signatures were checked, ready for the one place where order matters.
///
/// Everything here depends on the envelope alone, and on keys that only serve as candidates: which of them were in force
/// is decided at admission. So envelopes are prepared on all cores.
package struct PreparedAct: Sendable {
    /// What was read, in one place: an act goes from core to core and is looked at often, and copies of it are small.
    private final class Reading: Sendable {
        let envelope: Envelope
        let id: TextDigest
        let statement: ActStatement
        let newKeys: [(holder: ParticipantID, key: Key)]
        /// The envelope's bytes, where it came alone.
        let json: [UInt8]?

        init(_ envelope: Envelope, json: [UInt8]?, home: UTCOffset) throws(WireFault) {
            self.envelope = envelope
            self.json = json
            id = envelope.id
            statement = try ActStatement(payload: envelope.payload, home: home)
            newKeys = statement.newKeys
        }
    }

    private let reading: Reading
    package var envelope: Envelope { reading.envelope }
    package var id: TextDigest { reading.id }
    /// All that is stated: some thirty words, which whoever looks at several of them takes out once.
    package var statement: ActStatement { reading.statement }
    var author: ParticipantID { reading.statement.author }
    package var seen: SeenHead? { reading.statement.seen }
    /// The keys that the act brings into the record, with their holders.
    var newKeys: [(holder: ParticipantID, key: Key)] { reading.newKeys }
    /// Keys of the author that were tried, and those by which the payload is signed.
    private var tried: [Key] = []
    private var valid: [Key] = []
    /// Whose new key does not countersign.
    private(set) var uncountersigned: ParticipantID?
    /// Whether the head seen carries the log's signature; `nil` where nobody checked.
    private(set) var seenIsSigned: Bool?

    /// Reads an envelope; dates without an offset are read at `home`.
    package init(_ envelope: Envelope, home: UTCOffset) throws(WireFault) {
        reading = try Reading(envelope, json: nil, home: home)
    }

    /// Reads an envelope and checks its signatures by the keys that its author has on the ground and by those that it
    /// brings for the author, and whether the head seen is one that the log signed.
    init(json: [UInt8], on ground: Preparation.Ground) throws(WireFault) {
        reading = try Reading(try Envelope(json: json), json: json, home: ground.home)
        var keys = ground.participation.keys(of: author)
        for added in newKeys where added.holder == author { keys.append(added.key) }
        verify(
            among: CandidateKeys(keys),
            signedHeads: ground.log.map { log in seen.map { $0.isSigned(by: log) ? [$0] : [] } ?? [] })
    }

    /// The entry that the act becomes when it is received.
    func archived(receivedAt received: Instant) -> ArchivedEntry {
        // An envelope that was read is written as it was read: it has one spelling.
        let leaf = LogEntry.leaf(received: received, envelope: reading.json ?? envelope.json)
        return ArchivedEntry(id: id, leafHash: MerkleTree.leafHash(leaf), body: leaf)
    }

    /// - Parameter signedHeads: of the heads that acts have seen, those with the log's signature; `nil` where its key is
    ///   not known.
    mutating func verify(among candidates: CandidateKeys, signedHeads: Set<SeenHead>?) {
        tried = candidates.keys
        valid = envelope.validKeys(among: candidates)
        for (participant, key) in newKeys
        where !Countersignature.isValid(key, for: participant, in: statement.record.description) {
            uncountersigned = participant
            break
        }
        if let seen, let signedHeads { seenIsSigned = signedHeads.contains(seen) }
    }

    /// Those of `keys` by which the payload is signed.
    func validKeys(among keys: [Key]) -> [Key] {
        guard keys != tried else { return valid }
        var found = keys.filter(valid.contains)
        let untried = keys.filter { !tried.contains($0) }
        if !untried.isEmpty { found.append(contentsOf: envelope.validKeys(among: untried)) }
        return found
    }
}

extension ActStatement {
    fileprivate var newKeys: [(holder: ParticipantID, key: Key)] {
        switch act {
        case .participation(.opened(let act)):
            act.founders.flatMap { founder in founder.keys.map { (founder.participant, $0) } }
        case .participation(.accredited(let act)): act.key.map { [(act.person, $0)] } ?? []
        case .participation(.keyReplaced(let act)): [(act.participant, act.key)]
        default: []
        }
    }
}
