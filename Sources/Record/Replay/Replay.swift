import Ceasefire
import TransparencyLog

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
    private let preparation: Preparation
    package let outcome: Outcome
    /// Whether the archive keeps the bytes under their own hashes.
    package let isAsKept: Bool

    init(_ kept: ArchivedEntry, _ preparation: Preparation, at index: Int, _ outcome: Outcome) {
        self.index = index
        self.preparation = preparation
        self.outcome = outcome
        isAsKept =
            kept.leafHash == preparation.leafHash && preparation.id.map { $0 == kept.id } ?? true
    }

    /// `nil` where the entry states none that can be read.
    package var act: PreparedAct? { try? preparation.act.get() }
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
        var current = await Ledger.read(self.size, first, size, archive, Ground(self))
        while true {
            let stretch = try current.get()
            guard !stretch.kept.isEmpty else { return }
            let next = self.size + stretch.kept.count
            guard self.size > 0 else {
                // Nothing is read ahead of what says how to read it.
                take(stretch, told)
                current = await Ledger.read(next, Ledger.stretch, size, archive, Ground(self))
                continue
            }
            let ground = Ground(self)
            async let following = Ledger.read(next, Ledger.stretch, size, archive, ground)
            take(stretch, told)
            current = await following
        }
    }

    @concurrent
    private static func read(
        _ from: Int, _ limit: Int, _ size: Int?, _ archive: any Archive, _ ground: Ground
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
        for place in stretch.prepared.indices {
            let index = self.size
            let outcome = replay(stretch.prepared[place])
            told(ReplayedEntry(stretch.kept[place], stretch.prepared[place], at: index, outcome))
        }
    }

    /// Counts the next entry of a log and says what became of it.
    package mutating func replay(_ preparation: Preparation) -> ReplayedEntry.Outcome {
        let leafHash = preparation.leafHash
        let received = preparation.received
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
                leafHash: leafHash, id: preparation.id,
                received: received.map { max($0, self.received.last ?? $0) }, refusal: error)
            switch error.consequence {
            case .broken: return .broken(error)
            case .void: return .void(error)
            case .unknown: return .unknown(error)
            }
        }
    }
}
