package import TransparencyLog

/// The nodes that proofs need, out of the hashes that an archive keeps or a log publishes.
///
/// Which nodes a proof asks for depends on sizes only. So it is asked for twice: once against a source that writes
/// down what is wanted, and once against what was fetched.
package struct ArchiveNodes: NodeSource, Sendable {
    private struct Place: Hashable {
        var level: Int
        var index: Int
    }

    private final class Wanted: NodeSource {
        var places: [Place] = []
        func node(level: Int, index: Int) throws(LogError) -> Hash {
            places.append(Place(level: level, index: index))
            return MerkleTree.emptyRoot
        }
    }

    private var held: [Place: Hash] = [:]

    package func node(level: Int, index: Int) throws(LogError) -> Hash {
        guard let hash = held[Place(level: level, index: index)] else {
            throw LogError(
                .missingNode, "The archive holds no node \(index) at level \(level).",
                section: "RFC 6962 §2.1")
        }
        return hash
    }

    package static func inclusionProof(
        of index: Int, in size: Int, from archive: any TreeRows
    ) async throws(ArchiveError) -> [Hash] {
        let wanted = Wanted()
        do throws(LogError) {
            _ = try MerkleTree.inclusionProof(of: index, in: size, from: wanted)
            let nodes = try await fetch(wanted.places, from: archive)
            return try MerkleTree.inclusionProof(of: index, in: size, from: nodes)
        } catch {
            throw inconsistent(error)
        }
    }

    package static func consistencyProof(
        from oldSize: Int, to size: Int, from archive: any TreeRows
    ) async throws(ArchiveError) -> [Hash] {
        let wanted = Wanted()
        do throws(LogError) {
            _ = try MerkleTree.consistencyProof(from: oldSize, to: size, from: wanted)
            let nodes = try await fetch(wanted.places, from: archive)
            return try MerkleTree.consistencyProof(from: oldSize, to: size, from: nodes)
        } catch {
            throw inconsistent(error)
        }
    }

    /// The root over the first `size` leaves.
    package static func root(
        of size: Int, from archive: any TreeRows
    ) async throws(ArchiveError) -> Hash {
        let wanted = Wanted()
        do throws(LogError) {
            _ = try MerkleTree.root(of: size, from: wanted)
            return try MerkleTree.root(of: size, from: try await fetch(wanted.places, from: archive))
        } catch {
            throw inconsistent(error)
        }
    }

    /// What is needed in order to show with what the tree of `newSize` leaves begins.
    package static func beginning(
        _ oldSize: Int, of newSize: Int, from archive: any TreeRows
    ) async throws(LogError) -> ArchiveNodes {
        let wanted = Wanted()
        _ = try MerkleTree.root(of: oldSize, from: wanted)
        _ = try MerkleTree.consistencyProof(from: oldSize, to: newSize, from: wanted)
        return try await fetch(wanted.places, from: archive)
    }

    private static func fetch(
        _ places: [Place], from archive: any TreeRows
    ) async throws(LogError) -> ArchiveNodes {
        var nodes = ArchiveNodes()
        for place in places {
            let count = 1 << (place.level % 8)
            var row: [Hash]
            do {
                row = try await archive.hashes(
                    level: place.level / 8, from: place.index * count, limit: count)
            } catch {
                throw LogError(.missingNode, error.description, section: "RFC 6962 §2.1")
            }
            guard row.count == count else { continue }
            while row.count > 1 {
                row = stride(from: 0, to: row.count, by: 2).map { MerkleTree.nodeHash(row[$0], row[$0 + 1]) }
            }
            nodes.held[place] = row[0]
        }
        return nodes
    }

    private static func inconsistent(_ error: LogError) -> ArchiveError {
        ArchiveError(
            .inconsistent, "No proof can be made: \(error)",
            remedy: "Run verify; restore the archive from a mirror if it fails.")
    }
}
