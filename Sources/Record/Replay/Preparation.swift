package import Ceasefire
import Foundation
package import TransparencyLog

/// What reading an archived entry and checking its signatures gave, before any order is looked at.
package struct Preparation: Sendable {
    package let leafHash: Hash
    /// When the log received it; `nil` where the bytes are no entry.
    package let received: Instant?
    /// The digest of its payload; `nil` where the bytes are no entry.
    package let id: TextDigest?
    package private(set) var act: Result<PreparedAct, AdmissionRefusal>

    init(_ body: [UInt8], on ground: inout Ground) {
        leafHash = MerkleTree.leafHash(body)
        do throws(WireFault) {
            let (entry, json) = try LogEntry.read(body)
            received = entry.received
            let id = entry.envelope.id
            self.id = id
            do throws(WireFault) {
                act = .success(try PreparedAct(entry.envelope, id, json: json, on: &ground))
            } catch {
                act = .failure(.form(error))
            }
        } catch {
            received = nil
            id = nil
            act = .failure(.form(error))
        }
    }

    init(_ leafHash: Hash, received: Instant?, id: TextDigest?, _ act: Result<PreparedAct, AdmissionRefusal>)
    {
        self.leafHash = leafHash
        self.received = received
        self.id = id
        self.act = act
    }

    /// Reads entries and checks their signatures on all cores.
    ///
    /// An entry's bytes are read, its signatures checked, and all but what it states is let go of in one turn of one core.
    @concurrent
    static func all(_ bodies: [[UInt8]], on ground: Ground) async -> [Preparation] {
        let read = await spread(bodies) { run in
            var ground = ground
            return run.map { Preparation($0, on: &ground) }
        }
        // Keys that the entries themselves bring for others, which these may have used at once.
        var brought: [ParticipantID: [Key]] = [:]
        for case .success(let act) in read.lazy.map(\.act) {
            for (holder, key) in act.newKeys { brought[holder, default: []].append(key) }
        }
        guard !brought.isEmpty else { return read }
        let keys = brought
        return await spread(read) { run in run.map { $0.trying(keys) } }
    }

    private func trying(_ keys: [ParticipantID: [Key]]) -> Preparation {
        guard case .success(let act) = act, let more = keys[act.author] else { return self }
        var preparation = self
        preparation.act = .success(act.trying(more))
        return preparation
    }

    /// Divides the elements into runs, does `work` on several of them at a time, and joins the answers in order.
    static func spread<Element: Sendable, Answer: Sendable>(
        _ elements: [Element], _ work: @escaping @Sendable (ArraySlice<Element>) -> [Answer]
    ) async -> [Answer] {
        // Eight runs for each core: none is idle for long at the end, and few change hands.
        let width = max(16, elements.count / (8 * cores))
        guard elements.count > width else { return work(elements[...]) }
        return await withTaskGroup(of: (Int, [Answer]).self) { group in
            let starts = stride(from: 0, to: elements.count, by: width)
            for (run, start) in starts.enumerated() {
                let part = elements[start..<min(start + width, elements.count)]
                group.addTask { (run, work(part)) }
            }
            var runs = [[Answer]](repeating: [], count: starts.underestimatedCount)
            for await (run, answers) in group { runs[run] = answers }
            var all: [Answer] = []
            all.reserveCapacity(elements.count)
            for answers in runs { all.append(contentsOf: answers) }
            return all
        }
    }

    private static let cores = ProcessInfo.processInfo.activeProcessorCount
}
