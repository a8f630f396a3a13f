package import Ceasefire
import TransparencyLog

/// An envelope that was read and whose signatures were checked, ready for the one place where order matters.
///
/// Everything here depends on the envelope alone, and on keys that only serve as candidates: which of them were in force
/// is decided at admission. So envelopes are prepared on all cores. An act goes from core to core and is looked at often;
/// it is never copied.
package final class PreparedAct: Sendable {
    package let id: TextDigest
    /// All that is stated: some thirty words. Whoever needs a member of it asks for that alone.
    package let statement: ActStatement
    /// The keys that the act brings into the record, with their holders.
    let newKeys: [(holder: ParticipantID, key: Key)]
    /// Whose new key does not countersign.
    let uncountersigned: ParticipantID?
    /// The envelope as it is written: it has one spelling. The rest of it is let go of until somebody asks again.
    private let json: ArraySlice<UInt8>
    /// Keys of the author that were tried, and those by which the payload is signed.
    private let tried: [Key]
    private let valid: [Key]

    var author: ParticipantID { statement.author }
    package var seen: SeenHead? { statement.seen }
    var isPerformed: Bool { statement.isPerformed }

    /// Reads what an envelope states, and checks its signatures by the keys that its author has on the ground and by those
    /// that it brings for the author.
    /// - Parameters:
    ///   - id: the digest of its payload.
    ///   - json: the envelope's bytes.
    init(
        _ envelope: Envelope, _ id: TextDigest, json: ArraySlice<UInt8>, on ground: inout Ground
    ) throws(WireFault) {
        statement = try ActStatement(of: envelope, record: ground.record, home: ground.home)
        newKeys = statement.act.newKeys
        let author = statement.author
        var candidates = ground.candidates(for: author)
        var uncountersigned: ParticipantID?
        if !newKeys.isEmpty {
            candidates = CandidateKeys(
                candidates.keys + newKeys.filter { $0.holder == author }.map(\.key))
            let record = statement.record.description
            uncountersigned =
                newKeys.first { !Countersignature.isValid($0.key, for: $0.holder, in: record) }?.holder
        }
        if let seen = statement.seen { ground.check(seen) }
        self.id = id
        self.json = json
        tried = candidates.keys
        valid = envelope.validKeys(among: candidates)
        self.uncountersigned = uncountersigned
    }

    /// Reads an envelope that came alone.
    convenience init(json: [UInt8], on ground: Ground) throws(WireFault) {
        let envelope = try Envelope(json: json)
        var ground = ground
        try self.init(envelope, envelope.id, json: json[...], on: &ground)
    }

    private init(_ act: PreparedAct, tried: [Key], valid: [Key]) {
        id = act.id
        statement = act.statement
        newKeys = act.newKeys
        uncountersigned = act.uncountersigned
        json = act.json
        self.tried = tried
        self.valid = valid
    }

    /// The same act, whose signatures were checked by these keys as well.
    func trying(_ keys: [Key]) -> PreparedAct {
        let untried = keys.filter { !tried.contains($0) }
        guard !untried.isEmpty else { return self }
        let found = (try? Envelope(json: Array(json)))?.validKeys(among: untried) ?? []
        return PreparedAct(self, tried: tried + untried, valid: valid + found)
    }

    /// Those of `keys` by which the payload is signed.
    func validKeys(among keys: [Key]) -> [Key] {
        guard keys != tried else { return valid }
        return keys.filter(trying(keys).valid.contains)
    }

    /// The entry that the act becomes when it is received.
    func archived(receivedAt received: Instant) -> ArchivedEntry {
        let leaf = LogEntry.leaf(received: received, envelope: json)
        return ArchivedEntry(id: id, leafHash: MerkleTree.leafHash(leaf), body: leaf)
    }
}

extension Act {
    /// The keys that the act brings into the record, with their holders.
    fileprivate var newKeys: [(holder: ParticipantID, key: Key)] {
        switch self {
        case .participation(.opened(let act)):
            act.founders.flatMap { founder in founder.keys.map { (founder.participant, $0) } }
        case .participation(.accredited(let act)): act.key.map { [(act.person, $0)] } ?? []
        case .participation(.keyReplaced(let act)): [(act.participant, act.key)]
        default: []
        }
    }
}
