import Testing

@testable import TransparencyLog

/// A log that tells two stories, and honest ones. The seed stands in the name of a failing case.
@Suite struct `The proof of a fork` {
    /// Two histories that are the same up to a place and differ from there on.
    struct World {
        let key: SigningKey
        let told: NodeStore
        let toldElsewhere: NodeStore
        /// How many entries both have in common.
        let common: Int
        var generator: SplitMix64

        init(seed: UInt64) throws {
            generator = SplitMix64(seed: seed)
            key = try SigningKey(name: "bishkek.example/1994", seed: Array(repeating: 7, count: 32))
            let size = Int.random(in: 2...300, using: &generator)
            common = Int.random(in: 0..<size, using: &generator)
            var stores = (NodeStore(), NodeStore())
            for index in 0..<size {
                let leaf = MerkleTree.leafHash(Array("act \(index) of history \(seed)".utf8))
                stores.0.append(leafHash: leaf)
                let other = MerkleTree.leafHash(Array("another act \(index)".utf8))
                stores.1.append(leafHash: index < common ? leaf : other)
            }
            (told, toldElsewhere) = stores
        }

        func note(_ store: NodeStore, _ size: Int) throws -> SignedNote {
            let root = try MerkleTree.root(of: size, from: store)
            return try Checkpoint(origin: key.name, size: size, root: root).signed(by: key)
        }

        /// A size at which the two histories differ.
        mutating func size() -> Int { .random(in: common + 1...told.size, using: &generator) }
    }

    static let seeds: ClosedRange<UInt64> = 1...24

    @Test(arguments: seeds)
    func `is there for heads of two histories, whichever is larger and whoever comes first`(
        seed: UInt64
    ) throws {
        var world = try World(seed: seed)
        for _ in 0..<4 {
            let sizes = (world.size(), world.size())
            let one = try world.note(world.told, sizes.0)
            let other = try world.note(world.toldElsewhere, sizes.1)
            let larger = sizes.0 > sizes.1 ? world.told : world.toldElsewhere
            let log = world.key.verifierKey
            for proof in [
                try ForkProof(log: log, one, other, tree: larger),
                try ForkProof(log: log, other, one, tree: larger),
            ] {
                let read = try ForkProof(parsing: proof.bytes)
                #expect(read == proof)
                #expect(read.bytes == proof.bytes)
                #expect(Set([read.first, read.second]) == [one, other])
                #expect(read.firstHead.size == min(sizes.0, sizes.1))
                #expect(read.secondHead.size == max(sizes.0, sizes.1))
                #expect((read.beginning == nil) == (sizes.0 == sizes.1))
            }
        }
    }

    @Test(arguments: seeds)
    func `is never there for heads of one history`(seed: UInt64) throws {
        var world = try World(seed: seed)
        let log = world.key.verifierKey
        for _ in 0..<6 {
            let sizes = (
                Int.random(in: 1...world.told.size, using: &world.generator),
                Int.random(in: 1...world.told.size, using: &world.generator)
            )
            let (one, other) = (try world.note(world.told, sizes.0), try world.note(world.told, sizes.1))
            #expect(throws: LogError(.noFork)) { try ForkProof(log: log, one, other) }
            #expect(throws: LogError(.noFork)) { try ForkProof(log: log, one, other, tree: world.told) }
            // Not with what another history begins with either: the hashes do not lead to the signed head.
            guard sizes.0 != sizes.1 else { continue }
            #expect(throws: LogError.self) {
                try ForkProof(log: log, one, other, tree: world.toldElsewhere)
            }
        }
        let shared = try world.note(world.told, world.common)
        let grown = try world.note(world.toldElsewhere, world.told.size)
        if world.common > 0 {
            #expect(throws: LogError(.noFork)) {
                try ForkProof(log: log, shared, grown, tree: world.toldElsewhere)
            }
        }
    }

    @Test(arguments: seeds)
    func `is refused when anything in it is changed, or proves the same`(seed: UInt64) throws {
        var world = try World(seed: seed)
        let sizes = (world.size(), world.size())
        let one = try world.note(world.told, sizes.0)
        var other = try world.note(world.toldElsewhere, sizes.1)
        let stranger = try SigningKey(name: "stranger.example", seed: Array(repeating: 9, count: 32))
        try other.sign(with: stranger)
        let larger = sizes.0 > sizes.1 ? world.told : world.toldElsewhere
        let proof = try ForkProof(log: world.key.verifierKey, one, other, tree: larger)
        let bytes = proof.bytes
        for _ in 0..<400 {
            var changed = bytes
            let place = Int.random(in: bytes.indices, using: &world.generator)
            switch Int.random(in: 0...3, using: &world.generator) {
            case 0: changed[place] ^= 1 << UInt8.random(in: 0...7, using: &world.generator)
            case 1: changed.remove(at: place)
            case 2: changed.insert(.random(in: 0...255, using: &world.generator), at: place)
            default: changed.removeSubrange(place...)
            }
            guard changed != bytes, let read = try? ForkProof(parsing: changed) else { continue }
            #expect(read.log == proof.log)
            #expect(read.firstHead == proof.firstHead)
            #expect(read.secondHead == proof.secondHead)
        }
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for place in lines.indices.dropLast() {
            for with in [[], [lines[place], lines[place]]] {
                var changed = lines
                changed.replaceSubrange(place...place, with: with)
                #expect(throws: LogError.self) {
                    try ForkProof(parsing: Array(changed.joined(separator: [UInt8(ascii: "\n")])))
                }
            }
        }
        lines.swapAt(2, 3)
        let swapped = try? ForkProof(parsing: Array(lines.joined(separator: [UInt8(ascii: "\n")])))
        #expect((swapped == nil) == (sizes.0 != sizes.1))
    }

    @Test func `says what is wrong with a file that proves nothing, and which rule says so`() throws {
        let key = try Bishkek1994.logSigner()
        let note = try SignedNote(parsing: Array(Bishkek1994.noteOfThree.utf8))
        let elsewhere = try Checkpoint(origin: key.name, size: 3, root: MerkleTree.leafHash([1])).signed(
            by: key)
        let proof = try ForkProof(log: key.verifierKey, note, elsewhere)
        let text = String(decoding: proof.bytes, as: UTF8.self)
        func code(_ text: String) -> LogError.Code? {
            do {
                _ = try ForkProof(parsing: Array(text.utf8))
                return nil
            } catch {
                #expect(!error.message.isEmpty && !error.section.isEmpty)
                return error.code
            }
        }
        #expect(code(text) == nil)
        #expect(code("") == .malformedFork)
        #expect(code(text.replacing("@v1", with: "@v2")) == .malformedFork)
        #expect(code(text.replacing("\n", with: "\r\n")) == .malformedFork)
        #expect(code(text.replacing("log ", with: "log  ")) == .malformedKey)
        #expect(code(String(text.dropLast())) == .malformedFork)
        #expect(code(text + "\n") == .malformedFork)
        #expect(code(text + "root AAAA\n") == .malformedFork)
        #expect(code(text + "root \(MerkleTree.emptyRoot)\n") == .noFork)
        let hash = "\(MerkleTree.emptyRoot)\n"
        #expect(code(text + "root \(hash)" + String(repeating: hash, count: 64)) == .malformedFork)
        let same = Base64.string(note.bytes)
        let other = Base64.string(elsewhere.bytes)
        #expect(code(text.replacing(other, with: same)) == .noFork)
        #expect(code(text.replacing(other, with: "bm8=")) == .malformedNote)
        let stranger = try SigningKey(name: key.name, seed: Array(repeating: 9, count: 32))
        #expect(
            code(text.replacing("\(key.verifierKey)", with: "\(stranger.verifierKey)")) == .noKnownSignature)
        let foreign = try SigningKey(name: "baku.example", seed: Array(repeating: 9, count: 32))
        var borrowed = try SignedNote(text: note.text)
        try borrowed.sign(with: foreign)
        #expect(throws: LogError(.wrongKey)) {
            try ForkProof(log: foreign.verifierKey, borrowed, borrowed)
        }
        let witness = try Bishkek1994.witnessSigner().verifierKey
        #expect(throws: LogError(.wrongKey)) { try ForkProof(log: witness, note, elsewhere) }
        let five = try SignedNote(parsing: Array(Bishkek1994.noteOfFive.utf8))
        #expect(throws: LogError(.noFork)) { try ForkProof(log: key.verifierKey, note, five) }
    }
}
