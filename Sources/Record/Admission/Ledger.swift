package import Ceasefire
package import TransparencyLog

/// A record as far as it was read: the process, the tree over its entries, and what admission asks about both.
package struct Ledger: Sendable {
    /// An entry that keeps its index and changes nothing.
    package struct VoidEntry: Hashable, Sendable {
        package var index: Int
        package var refusal: AdmissionRefusal
    }

    /// The versions of the rules that this program can replay.
    package static let knownRules = 1...1

    package private(set) var process: Process
    /// The record and how its id is written; `nil` before entry 0.
    private(set) var spelled: RecordID.Spelled?
    /// The log's key, as entry 0 fixes it.
    package private(set) var log: VerifierKey?
    /// The heads that the log has signed, as far as acts have asked.
    private(set) var heads: SignedHeads?
    package private(set) var nodes = NodeStore()
    /// When each entry was received.
    package private(set) var received: [Instant] = []
    package private(set) var voids: [VoidEntry] = []
    /// From which entry on nothing can be said, since it is of a kind or under rules that are unknown here.
    package private(set) var unknownFrom: Int?
    private(set) var indices = EntryIndex()

    /// - Parameter retention: what is kept of the entries themselves beside what follows from them.
    package init(retaining retention: Process.Retention = .everything) {
        process = Process(retaining: retention)
    }

    /// A ledger as a snapshot kept it.
    init(process: Process, nodes: NodeStore, received: [Instant], ids: [TextDigest?], opening id: TextDigest)
    {
        self.process = process
        self.nodes = nodes
        self.received = received
        for id in ids { indices.append(id) }
        if let opening = process.opening { open(opening, id: id) }
    }

    /// `nil` before entry 0.
    package var record: RecordID? { spelled?.id }
    package var size: Int { nodes.size }
    package var root: Hash { nodes.root }
    package var opening: ProcessOpening? { process.opening }
    package var isExercise: Bool { opening?.exercise ?? false }
    /// The offset at which dates are read that state none.
    package var home: UTCOffset { opening?.home.offset ?? .utc }

    /// The time that is meant where nobody names one: now, or, in an exercise, when its clock stopped.
    package var present: Instant { isExercise ? received.last ?? .now : .now }

    /// How many entries were received by a time.
    package func size(on date: Instant) -> Int {
        var (low, high) = (0, received.count)
        while low < high {
            let middle = (low + high) / 2
            if received[middle] <= date { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The entry with this payload.
    package func index(of id: TextDigest) -> Int? { indices[id] }

    /// The root over the first `size` entries; `nil` where there are not so many.
    package func root(at size: Int) -> Hash? {
        size == nodes.size ? root : try? MerkleTree.root(ofSubtree: 0..<size, from: nodes)
    }

    /// Admits an act as the next entry, or says why not and changes nothing.
    package mutating func admit(
        _ act: PreparedAct, received: Instant, leafHash: Hash
    ) throws(AdmissionRefusal) {
        try check(act, received: received)
        do throws(Refusal) {
            try process.admit(act.statement.entry(at: size, received: received))
        } catch {
            throw .rule(error)
        }
        if size == 0, let opening { open(opening, id: act.id) }
        extend(leafHash: leafHash, id: act.id, received: received)
    }

    /// Counts an entry that is not admitted: it has a leaf, and nothing follows from it.
    package mutating func pass(
        leafHash: Hash, id: TextDigest?, received: Instant?, refusal: AdmissionRefusal?
    ) {
        if let refusal {
            switch refusal.consequence {
            case .void: voids.append(VoidEntry(index: size, refusal: refusal))
            case .unknown: unknownFrom = unknownFrom ?? size
            case .broken: break
            }
        }
        extend(leafHash: leafHash, id: id, received: received ?? self.received.last ?? .distantPast)
    }

    /// Takes back the entries that were revised and are not kept, so that a view finds what their revisions are about.
    package mutating func recallRevisions(from archive: any Archive) async throws(ArchiveError) {
        for index in process.unkeptRevisions {
            guard let kept = try await archive.entry(at: index),
                let entry = admitted(kept.body, at: index)
            else { continue }
            process.recall(entry)
        }
    }

    /// The admitted entry with this index as the rules saw it: as kept, or read once more from its bytes; `nil` where
    /// none was admitted.
    package func admitted(_ body: [UInt8], at index: Int) -> Entry? {
        if let entry = process.entry(at: index) { return entry }
        guard process.authorship[index] != nil,
            let statement = try? ActStatement(leaf: body, home: home)
        else { return nil }
        return statement.entry(at: index, received: received[index])
    }

    private mutating func open(_ opening: ProcessOpening, id: TextDigest) {
        spelled = RecordID.Spelled(RecordID(origin: opening.origin, opening: id))
        log = try? VerifierKey(opening.log)
        heads = log.map { SignedHeads(of: $0) }
    }

    private mutating func extend(leafHash: Hash, id: TextDigest?, received: Instant) {
        indices.append(id)
        self.received.append(received)
        nodes.append(leafHash: leafHash)
    }
}
