import Testing

@testable import TransparencyLog

@Suite(.enabled(if: Vectors.arePresent, "the folder of published vectors is not here"))
struct `Published Merkle vectors` {
    struct Case: Decodable {
        var leafIdx, treeSize, start, end, size, size1, size2: UInt64?
        var root, root1, root2, leafHash: String?
        var proof: [String]?
        var wantErr: Bool
    }

    /// Some consistency cases carry roots that are no SHA-256 and ask only whether they are equal: a digest
    /// of
    /// each takes its place. In the inclusion cases such values are refused as they are.
    static func hash(_ base64: String?) -> Hash {
        let bytes = Base64.decode(Array((base64 ?? "").utf8)) ?? []
        return (try? Hash(bytes: bytes)) ?? MerkleTree.sha256(Array("stand-in:".utf8) + bytes)
    }

    /// Runs every file of a folder; a number beyond 2^63 − 1 cannot even be asked, which counts as refused.
    static func run(
        _ folder: String, count: Int, _ check: (Case, (UInt64?) throws -> Int, [Hash]) throws -> Void
    ) throws {
        let files = try Vectors.files(below: "merkle/testdata/\(folder)")
        #expect(files.count == count)
        for file in files {
            let test: Case = try Vectors.decode(file)
            var refused = false
            do {
                try check(test, Self.int, (test.proof ?? []).map(hash))
            } catch {
                refused = true
            }
            #expect(refused == test.wantErr, "\(file)")
        }
    }

    static func int(_ number: UInt64?) throws -> Int {
        guard let number = number.flatMap({ Int(exactly: $0) }) else {
            throw LogError(.outOfRange, "No size or index can be that large.", section: "")
        }
        return number
    }

    static func range(_ start: Int, _ end: Int) throws -> Range<Int> {
        guard start <= end else { throw LogError(.outOfRange, "The range is reversed.", section: "") }
        return start..<end
    }

    @Test func `98 inclusion proofs end as published`() throws {
        try Self.run("inclusion", count: 98) { test, int, proof in
            try MerkleTree.verifyInclusion(
                of: Hash(base64: test.leafHash ?? ""), at: int(test.leafIdx), in: int(test.treeSize),
                root: Hash(base64: test.root ?? ""), proof: proof)
        }
    }

    @Test func `98 consistency proofs end as published`() throws {
        try Self.run("consistency", count: 98) { test, int, proof in
            try MerkleTree.verifyConsistency(
                from: int(test.size1), root: Self.hash(test.root1), to: int(test.size2),
                root: Self.hash(test.root2), proof: proof)
        }
    }

    @Test func `204 subtree inclusion proofs end as published`() throws {
        try Self.run("subtreeinclusion", count: 204) { test, int, proof in
            try MerkleTree.verifySubtreeInclusion(
                of: Hash(base64: test.leafHash ?? ""), at: int(test.leafIdx),
                in: Self.range(int(test.start), int(test.end)), root: Hash(base64: test.root ?? ""),
                proof: proof)
        }
    }

    @Test func `118 subtree consistency proofs end as published`() throws {
        try Self.run("subtreeconsistency", count: 118) { test, int, proof in
            try MerkleTree.verifySubtreeConsistency(
                of: Self.range(int(test.start), int(test.end)), root: Self.hash(test.root1),
                in: int(test.size), root: Self.hash(test.root2), proof: proof)
        }
    }
}
