import Ceasefire

/// Where in the log each payload stands: a hash table of places beside the list of ids, forty bytes an entry.
struct EntryIndex: Sendable {
    /// By place in the log; `nil` stands for an entry without a readable payload or with a repeated one.
    private(set) var ids: [TextDigest?] = []
    /// Places, one more than themselves; 0 is empty. Always a power of two, and at most half full.
    private var slots: [UInt32] = []
    /// An odd number that nobody outside knows: whoever writes payloads could choose digests that begin alike.
    private let factor = UInt64.random(in: 0 ... .max) | 1

    /// The place of the entry with this payload.
    subscript(id: TextDigest) -> Int? {
        guard !slots.isEmpty, case let place = slots[slot(of: id)], place > 0 else { return nil }
        return Int(place) - 1
    }

    /// Notes the id of the next entry.
    mutating func append(_ id: TextDigest?) {
        if 2 * (ids.count + 1) > slots.count { grow() }
        guard let id, case let slot = slot(of: id), slots[slot] == 0 else { return ids.append(nil) }
        ids.append(id)
        slots[slot] = UInt32(ids.count)
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: max(1024, 2 * slots.count))
        for (place, id) in ids.enumerated() { if let id { slots[slot(of: id)] = UInt32(place + 1) } }
    }

    /// Where the place of the entry stands, or would stand: by the highest bits of a product (multiply-shift hashing;
    /// Dietzfelbinger et al., "A Reliable Randomized Algorithm for the Closest-Pair Problem", 1997).
    private func slot(of id: TextDigest) -> Int {
        let bits = slots.count.trailingZeroBitCount
        var slot = Int(truncatingIfNeeded: (id.leadingWord &* factor) >> UInt64(64 - bits))
        while case let place = Int(slots[slot]), place > 0, ids[place - 1] != id {
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }
}
