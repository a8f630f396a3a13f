import Testing

@testable import TransparencyLog

/// A log with two levels of tiles, and cosignatures at the ends of time. Every literal was computed with other tools
/// than this library.
@Suite struct `The log of the first 515 days of the ceasefire` {
    static let tiles = [
        "tile/0/000": "2986a6d8ad61ef9620dfe09865ad8006a3c5f13883b05fd6cae03c4c650415ff",
        "tile/0/001": "bbcda025eea1b2eb494af06c3f6e9216253c5ca61d419770c4a1e2917380a755",
        "tile/0/002.p/3": "09f5a0935ac4213a1e7821f623fbad2be9abf663f41691d447266a5794ace67b",
        "tile/1/000.p/2": "70e1672d4a345ec1c4a90de69780e306d7221141cb1edf57dc37ceaa18d291c1",
    ]
    /// The roots over the first 257 and over all days.
    static let roots = [
        257: "ig0nE4BqUvacahtKbIWhjo9nfO1TECxEB6m3Os1quxo=",
        515: "7gmQdIGb212RA8SUUtwaloz93+Q3p64vwPUWUP3RcTs=",
    ]
    /// The proof that day 301 is among them.
    static let inclusion = [
        "9fBe99HFJZ3X0q7NpW+ReW78nRrRNjYFnqX6VycLsCQ=", "Zmn7fIWrkzgbphXyhglRQs6bMYhIerDcGc3Xb1JImDw=",
        "OCcIIogOMK7ScNtxIqJw576sC7x8VX+TQ0jCWo+zpzM=", "fT7dHy7ci3Q8V1Bye7U6OoyRkJBK/7GS4o91LbbRa4s=",
        "Ru3GllwtF8AUuO77/5UjCxtZJaVw8haCt6Q1XrHChNQ=", "Ve3FnkFw8gZqNnB7su4bFGvvzct4uqJ5R5EckNMEtFM=",
        "9XV4ZjLQ2l1gkIJ7X5vbuFcnRZPNAmWlci2363jPnQU=", "KA7EMTM1zGFOkk38D94VwIgSbKZcoVt4z6XQWfN+6yU=",
        "bJfBUERGzQ2gvpPN9olFIOI8CxhzPR4i6aIbspmT33c=", "csIruGOuV2dOlIFvHyaAWytXuu7pfbE+kycFxjqw4nE=",
    ]
    /// The proof that they begin with the first 257 days.
    static let consistency = [
        "2fWNJcNA7GB2O7D/psPj7Y57UyY1K6BEwQDIrw2ysgA=", "Gi2pVjQqQWY8Hz7DJyDhtqQeLMdZiOeMOcnarrsgutU=",
        "iCj+F5YIbp904+kFsrpzI5dgLpHbexZYG94cji5wegc=", "qjrkudOmqqKBERVByvZcFH4niD+xTDFhJw/bw8ptAm8=",
        "fypNhQeA8XG9kkyDPE5rTVsMcANuT1zVsRiPphXFRF4=", "R1MhbNdlNWuMlHWK9a5nYteSgMR3mhkUead4me9sfCA=",
        "l/4GidavRmJQIZqnRO1hN5wgdJqhTq3FE+fm+J/6m0Y=", "9XV4ZjLQ2l1gkIJ7X5vbuFcnRZPNAmWlci2363jPnQU=",
        "KA7EMTM1zGFOkk38D94VwIgSbKZcoVt4z6XQWfN+6yU=", "bJfBUERGzQ2gvpPN9olFIOI8CxhzPR4i6aIbspmT33c=",
        "csIruGOuV2dOlIFvHyaAWytXuu7pfbE+kycFxjqw4nE=",
    ]
    /// Cosignatures of five entries in the first and the last second that can be written.
    static let firstAndLast: [(UInt64, String)] = [
        (
            0,
            "— baku.example/witness x2Nl6AAAAAAAAAAA4bFy8PkY1F4jviZztjA/AMlvSxE7JxMbm3hRYq4l1sS6qE2GADRFZyKDArrqNlvn3wQDCdQ2wuYCeeEO5EbyCg==\n"
        ),
        (
            9_223_372_036_854_775_807,
            "— baku.example/witness x2Nl6H//////////q92r07/RqdxmNEj/dtW+ox2DMfCBOPlmqwBnVZZ8zbEqhrlpMWS46cIQISqP7517LQUw9Amtv24//WbwhjqeDw==\n"
        ),
    ]

    let store = {
        var store = NodeStore()
        for day in 1...515 {
            store.append(leafHash: MerkleTree.leafHash(Array("Day \(day) of the ceasefire".utf8)))
        }
        return store
    }()

    @Test func `has these tiles on two levels`() throws {
        let tiles = try Tile.tiles(from: 0, to: 515)
        #expect(tiles.map(\.path).sorted() == Self.tiles.keys.sorted())
        for tile in tiles {
            #expect(try MerkleTree.sha256(tile.bytes(from: store)).hex == Self.tiles[tile.path])
        }
    }

    @Test func `has these proofs`() throws {
        for (size, root) in Self.roots {
            #expect(try MerkleTree.root(of: size, from: store).base64 == root)
        }
        #expect(
            try MerkleTree.inclusionProof(of: 300, in: 515, from: store).map(\.base64) == Self.inclusion)
        #expect(
            try MerkleTree.consistencyProof(from: 257, to: 515, from: store).map(\.base64)
                == Self.consistency)
    }

    @Test func `is cosigned in the first and the last second with these lines`() throws {
        let checkpoint = try Checkpoint(parsing: SignedNote(parsing: Array(Bishkek1994.noteOfFive.utf8)).text)
        let signer = try Bishkek1994.witnessSigner()
        for (time, line) in Self.firstAndLast {
            let signature = try Cosignature.sign(checkpoint, with: signer, timestamp: time)
            #expect(signature.line == Array(line.utf8))
            #expect(try Cosignature.verify(signature, by: signer.verifierKey, over: checkpoint) == time)
        }
    }
}
