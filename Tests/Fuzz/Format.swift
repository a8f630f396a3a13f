import Ceasefire
import Record
import TransparencyLog

/// What is read from strangers, and what each reader promises.
enum Format: String, CaseIterable {
    case note, checkpoint, key, path, tile, bundle, proof, policy, request, envelope, entry, statement
    case fork

    /// Set once, before anything is run.
    nonisolated(unsafe) static var chosen = Format.note

    /// - Throws: ``Broken`` for a promise not kept; any other error says that the bytes were refused.
    func check(_ bytes: [UInt8]) throws {
        switch self {
        case .note: try note(bytes)
        case .checkpoint: try checkpoint(bytes)
        case .key: try key(bytes)
        case .path: try path(bytes)
        case .tile: try tile(bytes)
        case .bundle: try bundle(bytes)
        case .proof: try proof(bytes)
        case .policy: try policy(bytes)
        case .request: try request(bytes)
        case .envelope: try envelope(bytes)
        case .entry: try entry(bytes)
        case .statement: try statement(bytes)
        case .fork: try fork(bytes)
        }
    }

    private func note(_ bytes: [UInt8]) throws {
        let note = try SignedNote(parsing: bytes)
        try Broken.unless(note.bytes == bytes, "a note is written as it was read")
        try Broken.unless(!note.signatures.isEmpty, "a note has a signature")
        // Nobody signs random bytes: what verifies is one of the examples.
        if let found = try? note.verified(by: Known.keys) {
            try Broken.unless(Known.texts.contains(note.text), "only what was signed verifies: \(found)")
        }
    }

    private func checkpoint(_ bytes: [UInt8]) throws {
        let checkpoint = try Checkpoint(parsing: bytes)
        try Broken.unless(checkpoint.text == bytes, "a checkpoint is written as it was read")
    }

    private func key(_ bytes: [UInt8]) throws {
        guard let text = String(validating: bytes, as: UTF8.self) else { return }
        if let secret = try? SigningKey(text) {
            try Broken.unless(secret.secretText.utf8.elementsEqual(bytes), "a private key is written as read")
        }
        let key = try VerifierKey(text)
        try Broken.unless(key.description.utf8.elementsEqual(bytes), "a key is written as it was read")
    }

    private func path(_ bytes: [UInt8]) throws {
        guard let text = String(validating: bytes, as: UTF8.self) else { return }
        if let tile = try? Tile(path: text) {
            try Broken.unless(tile.path == text, "a tile has one path")
        }
        if let place = try? EntryBundle.place(path: text) {
            let entries = [[UInt8]](repeating: [], count: place.width)
            let bundle = try EntryBundle(index: place.index, entries: entries)
            try Broken.unless(bundle.path == text, "a bundle has one path")
        }
    }

    private func tile(_ bytes: [UInt8]) throws {
        guard let first = bytes.first else { return }
        let tile = try Tile(level: Int(first) % 64, index: 1994, width: bytes.count / 32)
        let hashes = try tile.hashes(in: Array(bytes.dropFirst()))
        try Broken.unless(hashes.flatMap(\.bytes) == Array(bytes.dropFirst()), "hashes are their bytes")
    }

    private func bundle(_ bytes: [UInt8]) throws {
        guard let first = bytes.first else { return }
        let content = Array(bytes.dropFirst())
        let bundle = try EntryBundle(index: 0, width: Int(first) + 1, decoding: content)
        try Broken.unless(bundle.bytes == content, "a bundle is written as it was read")
        try Broken.unless(bundle.entries.count == Int(first) + 1, "a bundle is as wide as its path says")
    }

    private func proof(_ bytes: [UInt8]) throws {
        let proof = try LogProof(parsing: bytes)
        try Broken.unless(proof.bytes == bytes, "a proof is written as it was read")
        let entry = proof.extra ?? []
        guard (try? proof.verify(entry: entry, policy: Known.policy)) != nil else { return }
        try Broken.unless(Known.entries.contains(entry), "only what was logged is proved")
    }

    private func policy(_ bytes: [UInt8]) throws {
        let policy = try Policy(parsing: bytes)
        let everybody = Set(policy.witnesses.map(\.key))
        try Broken.unless(policy.isQuorum(everybody), "all witnesses together are a quorum")
        try Broken.unless(policy.isQuorum([]) == (policy.quorum == nil), "nobody is a quorum only of none")
        _ = try policy.evaluate(Known.note)
    }

    private func request(_ bytes: [UInt8]) throws {
        let decision = Known.witness.decide(bytes) { _ in nil }
        let request = try AddCheckpointRequest(parsing: bytes)
        try Broken.unless(request.bytes == bytes, "a request is written as it was read")
        guard case .cosign(let acceptance) = decision else { return }
        try Broken.unless(Known.texts.contains(acceptance.note.text), "only what the log signed is cosigned")
    }

    private func envelope(_ bytes: [UInt8]) throws {
        let envelope = try Envelope(json: bytes)
        try Broken.unless(envelope.json == bytes, "an envelope is written as it was read")
    }

    private func entry(_ bytes: [UInt8]) throws {
        let entry = try LogEntry(leaf: bytes)
        try Broken.unless(entry.leaf == bytes, "an entry is written as it was read")
        _ = try ActStatement(of: entry.envelope, home: .utc)
    }

    private func statement(_ bytes: [UInt8]) throws {
        let statement = try ActStatement(payload: bytes, home: .utc)
        let again = try? ActStatement(payload: statement.payload, home: .utc)
        try Broken.unless(again == statement, "an act says the same when it is written and read again")
    }

    private func fork(_ bytes: [UInt8]) throws {
        let fork = try ForkProof(parsing: bytes)
        try Broken.unless(fork.bytes == bytes, "a fork proof is written as it was read")
        try Broken.unless(
            fork.log == Known.log.verifierKey
                && Known.stories.isSuperset(of: [fork.first.text, fork.second.text]),
            "only a log that signed two stories is convicted of them")
    }
}
