import Ceasefire
package import TransparencyLog

/// What reading an archived entry gave, before any order is looked at. It is passed on from core to core and never copied.
package final class Preparation: Sendable {
    package let leafHash: Hash
    /// `nil` where the bytes are no entry.
    package let entry: LogEntry?
    package let act: Result<PreparedAct, AdmissionRefusal>

    init(_ body: [UInt8], home: UTCOffset) {
        leafHash = MerkleTree.leafHash(body)
        do throws(WireFault) {
            let entry = try LogEntry(leaf: body)
            self.entry = entry
            do throws(WireFault) {
                act = .success(try PreparedAct(entry.envelope, home: home))
            } catch {
                act = .failure(.form(error))
            }
        } catch {
            entry = nil
            act = .failure(.form(error))
        }
    }

    init(_ leafHash: Hash, _ entry: LogEntry?, _ act: Result<PreparedAct, AdmissionRefusal>) {
        self.leafHash = leafHash
        self.entry = entry
        self.act = act
    }

    /// What reading and checking a stretch of entries needs of the record before it.
    struct Ground: Sendable {
        let home: UTCOffset
        let log: VerifierKey?
        let participation: Participation

        init(_ ledger: Ledger) {
            home = ledger.home
            log = ledger.log
            participation = ledger.process.participation
        }
    }

    /// Reads entries and checks their signatures on all cores.
    ///
    /// The keys that may have signed them are those in force on the ground, and those that the entries themselves bring;
    /// which were in force is decided at admission.
    @concurrent
    static func all(_ bodies: [[UInt8]], on ground: Ground) async -> [Preparation] {
        let home = ground.home
        let read = await spread(bodies) { Preparation($0, home: home) }
        var keys: [ParticipantID: [Key]] = [:]
        var seen: Set<SeenHead> = []
        for preparation in read {
            guard case .success(let act) = preparation.act else { continue }
            let author = act.author
            if keys[author] == nil { keys[author] = ground.participation.keys(of: author) }
            for (holder, key) in act.newKeys
            where !keys[holder, default: ground.participation.keys(of: holder)].contains(key) {
                keys[holder, default: ground.participation.keys(of: holder)].append(key)
            }
            if let head = act.seen { seen.insert(head) }
        }
        // Many acts have seen the same head; its signature is checked once.
        let signed = await signedHeads(among: Array(seen), by: ground.log)
        let candidates = keys.mapValues { CandidateKeys($0) }
        return await spread(read) { $0.verified(among: candidates, signed: signed) }
    }

    private func verified(
        among keys: [ParticipantID: CandidateKeys], signed: Set<SeenHead>?
    ) -> Preparation {
        guard case .success(var prepared) = act else { return self }
        prepared.verify(among: keys[prepared.author] ?? CandidateKeys([]), signedHeads: signed)
        return Preparation(leafHash, entry, .success(prepared))
    }

    /// `nil` where the log's key is not known yet.
    private static func signedHeads(among heads: [SeenHead], by log: VerifierKey?) async -> Set<SeenHead>? {
        guard let log else { return nil }
        let answers = await spread(heads) { $0.isSigned(by: log) }
        return Set(zip(heads, answers).filter(\.1).map(\.0))
    }

    /// Applies `work` to every element, a run of them at a time, in order.
    static func spread<Element: Sendable, Answer: Sendable>(
        _ elements: [Element], _ work: @escaping @Sendable (Element) -> Answer
    ) async -> [Answer] {
        let width = 16
        guard elements.count > width else { return elements.map(work) }
        return await withTaskGroup(of: (Int, [Answer]).self) { group in
            let starts = stride(from: 0, to: elements.count, by: width)
            for (run, start) in starts.enumerated() {
                let part = elements[start..<min(start + width, elements.count)]
                group.addTask { (run, part.map(work)) }
            }
            var runs = [[Answer]](repeating: [], count: starts.underestimatedCount)
            for await (run, answers) in group { runs[run] = answers }
            var all: [Answer] = []
            all.reserveCapacity(elements.count)
            for answers in runs { all.append(contentsOf: answers) }
            return all
        }
    }
}
