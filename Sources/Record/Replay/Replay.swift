import Ceasefire
package import TransparencyLog

/// One entry as replay found it.
package struct ReplayedEntry: Sendable {
    package enum Outcome: Hashable, Sendable {
        case admitted
        /// It keeps its index and counts for nothing.
        case void(AdmissionRefusal)
        /// The log is not what it claims to be.
        case broken(AdmissionRefusal)
        /// Nothing can be said about it, or about anything after it.
        case unknown(AdmissionRefusal?)
    }

    package let index: Int
    package let leafHash: Hash
    package let entry: LogEntry?
    package let act: PreparedAct?
    package let outcome: Outcome
    /// Whether the archive keeps the bytes under their own hashes.
    package let isAsKept: Bool
}

extension Ledger {
    /// How many entries are read and checked at a time.
    package static let stretch = 1024

    private struct Stretch: Sendable {
        var kept: [ArchivedEntry]
        var prepared: [Preparation]
    }

    /// Reads on from the archive until `size`, or to its end.
    ///
    /// While the rules take up one stretch of entries in order, the next is read, and its signatures are checked on
    /// whatever cores are free. No more than two stretches are in memory.
    ///
    /// - Parameter told: hears of each entry after it has been counted.
    package mutating func advance(
        from archive: any Archive, to size: Int? = nil,
        told: (ReplayedEntry) -> Void = { _ in }
    ) async throws(ArchiveError) {
        // Entry 0 alone: home zone and log's key are read from it.
        let first = self.size == 0 ? 1 : Ledger.stretch
        var current = await Ledger.read(self.size, first, size, archive, .init(self))
        while true {
            let stretch = try current.get()
            guard !stretch.kept.isEmpty else { return }
            let next = self.size + stretch.kept.count
            guard self.size > 0 else {
                // Nothing is read ahead of what says how to read it.
                take(stretch, told)
                current = await Ledger.read(next, Ledger.stretch, size, archive, .init(self))
                continue
            }
            let ground = Preparation.Ground(self)
            async let following = Ledger.read(next, Ledger.stretch, size, archive, ground)
            take(stretch, told)
            current = await following
        }
    }

    @concurrent
    private static func read(
        _ from: Int, _ limit: Int, _ size: Int?, _ archive: any Archive, _ ground: Preparation.Ground
    ) async -> Result<Stretch, ArchiveError> {
        do throws(ArchiveError) {
            let limit = min(limit, size.map { max(0, $0 - from) } ?? .max)
            let kept = limit == 0 ? [] : try await archive.entries(from: from, limit: limit)
            let prepared = await Preparation.all(kept.map(\.body), on: ground)
            return .success(Stretch(kept: kept, prepared: prepared))
        } catch {
            return .failure(error)
        }
    }

    private mutating func take(_ stretch: Stretch, _ told: (ReplayedEntry) -> Void) {
        for (kept, preparation) in zip(stretch.kept, stretch.prepared) {
            let index = self.size
            let act = try? preparation.act.get()
            let id = act?.id ?? preparation.entry?.envelope.id ?? kept.id
            told(
                ReplayedEntry(
                    index: index, leafHash: preparation.leafHash, entry: preparation.entry,
                    act: act, outcome: replay(preparation),
                    isAsKept: kept.leafHash == preparation.leafHash && kept.id == id))
        }
    }

    /// Counts the next entry of a log and says what became of it.
    package mutating func replay(_ preparation: Preparation) -> ReplayedEntry.Outcome {
        let leafHash = preparation.leafHash
        let received = preparation.entry?.received
        do throws(AdmissionRefusal) {
            let act = try preparation.act.get()
            guard let received else { throw .form(WireFault("no entry", path: "", place: .byte(0))) }
            if unknownFrom != nil {
                try checkPlace(act, received: received)
                pass(leafHash: leafHash, id: act.id, received: received, refusal: nil)
                return .unknown(nil)
            }
            try admit(act, received: received, leafHash: leafHash)
            return .admitted
        } catch {
            pass(
                leafHash: leafHash, id: preparation.entry?.envelope.id,
                received: received.map { max($0, self.received.last ?? $0) }, refusal: error)
            switch error.consequence {
            case .broken: return .broken(error)
            case .void: return .void(error)
            case .unknown: return .unknown(error)
            }
        }
    }
}
