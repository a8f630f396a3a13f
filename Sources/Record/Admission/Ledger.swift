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

    package private(set) var process = Process()
    /// `nil` before entry 0.
    package private(set) var record: RecordID?
    /// The log's key, as entry 0 fixes it.
    package private(set) var log: VerifierKey?
    package private(set) var nodes = NodeStore()
    /// When each entry was received.
    package private(set) var received: [Instant] = []
    package private(set) var voids: [VoidEntry] = []
    /// From which entry on nothing can be said, since it is of a kind or under rules that are unknown here.
    package private(set) var unknownFrom: Int?
    private var indices = EntryIndex()

    package init() {}

    package var size: Int { nodes.size }
    package var root: Hash { nodes.root }
    package var opening: ProcessOpening? { process.opening }
    package var isExercise: Bool { opening?.exercise ?? false }
    /// The offset at which dates are read that state none.
    package var home: UTCOffset { opening?.home.offset ?? .utc }

    /// The time that is meant where nobody names one: now, or, in an exercise, when its clock stopped.
    package var present: Instant { isExercise ? received.last ?? .now : .now }

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
        if size == 0, let opening {
            record = RecordID(origin: opening.origin, opening: act.id)
            log = try? VerifierKey(opening.log)
        }
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

    private mutating func extend(leafHash: Hash, id: TextDigest?, received: Instant) {
        indices.append(id)
        self.received.append(received)
        nodes.append(leafHash: leafHash)
    }
}
