import Ceasefire
import TransparencyLog

extension Ledger {
    /// The ledger of a snapshot, out of which ``catchUp(with:)`` makes the present one.
    ///
    /// - Returns: `nil` where the snapshot is not one of this archive; the record is then read from its beginning.
    package init?(_ snapshot: Snapshot, of archive: any Archive) async throws(ArchiveError) {
        guard let head = try await archive.head(), snapshot.size <= head.size else { return nil }
        async let nodes = Ledger.tree(of: snapshot.leafHashes)
        let kept = try await archive.entries(at: snapshot.consequential)
        guard kept.count == snapshot.consequential.count,
            let entries = await Ledger.entries(kept, of: snapshot)
        else { return nil }
        let process = Process(
            consequential: entries, authorship: snapshot.authorship, received: snapshot.received)
        guard let opening = snapshot.ids.first, snapshot.consequential.first == 0, process.opening != nil
        else { return nil }
        self.init(
            process: process, nodes: await nodes, received: snapshot.received, ids: snapshot.ids,
            opening: opening)
        // The head that the log signed says whether these are its entries.
        if snapshot.size == head.size {
            do throws(ArchiveError) { try check(head, "") } catch { return nil }
        }
    }

    @concurrent
    private static func tree(of leafHashes: [Hash]) async -> NodeStore { NodeStore(leafHashes: leafHashes) }

    /// What the rules see of the entries; `nil` if one is not that of its leaf or cannot be read.
    @concurrent
    private static func entries(_ kept: [ArchivedEntry], of snapshot: Snapshot) async -> [Entry]? {
        var home = UTCOffset.utc
        if let first = kept.first, let statement = try? ActStatement(leaf: first.body, home: .utc),
            case .participation(.opened(let opening)) = statement.act
        {
            home = opening.home.offset
        }
        let zone = home
        let read = await Preparation.spread(Array(zip(snapshot.consequential, kept))) {
            run in
            run.map { index, kept -> Entry? in
                guard MerkleTree.leafHash(kept.body) == snapshot.leafHashes[index],
                    let statement = try? ActStatement(leaf: kept.body, home: zone)
                else { return nil }
                return statement.entry(at: index, received: snapshot.received[index])
            }
        }
        let entries = read.compactMap(\.self)
        return entries.count == kept.count ? entries : nil
    }
}
