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
    package static let stretch = 512

    /// Reads on from the archive until `size`, or to its end.
    ///
    /// - Parameter told: hears of each entry after it has been counted.
    package mutating func advance(
        from archive: any Archive, to size: Int? = nil,
        told: (ReplayedEntry) -> Void = { _ in }
    ) async throws(ArchiveError) {
        while size.map({ self.size < $0 }) ?? true {
            // Entry 0 alone: home zone and log's key are read from it.
            let limit = min(self.size == 0 ? 1 : Ledger.stretch, size.map { $0 - self.size } ?? .max)
            let entries = try await archive.entries(from: self.size, limit: limit)
            guard !entries.isEmpty else { return }
            let first = self.size
            let prepared = await Preparation.all(entries.map(\.body), after: self)
            for (offset, preparation) in prepared.enumerated() {
                let kept = entries[offset]
                let id = preparation.entry?.envelope.id ?? kept.id
                told(
                    ReplayedEntry(
                        index: first + offset, leafHash: preparation.leafHash, entry: preparation.entry,
                        act: try? preparation.act.get(), outcome: replay(preparation),
                        isAsKept: kept.leafHash == preparation.leafHash && kept.id == id))
            }
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
