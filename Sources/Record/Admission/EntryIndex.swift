import Ceasefire

/// Where in the log each payload stands: a hash table of places beside the list of ids, forty bytes an entry.
struct EntryIndex: Sendable {
    /// By place in the log; `nil` stands for an entry without a readable payload or with a repeated one.
    private(set) var ids: [TextDigest?] = []
    /// Places, one more than themselves; 0 is empty. Always a power of two, and at most half full.
    private var slots: [UInt32] = []

    /// The place of the entry with this payload.
    subscript(id: TextDigest) -> Int? {
        guard !slots.isEmpty else { return nil }
        var slot = start(id)
        while slots[slot] != 0 {
            let place = Int(slots[slot]) - 1
            if ids[place] == id { return place }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Notes the id of the next entry.
    mutating func append(_ id: TextDigest?) {
        if 2 * (ids.count + 1) > slots.count { grow() }
        guard let id, self[id] == nil else { return ids.append(nil) }
        ids.append(id)
        fill(id, ids.count - 1)
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: max(1024, 2 * slots.count))
        for (place, id) in ids.enumerated() { if let id { fill(id, place) } }
    }

    private mutating func fill(_ id: TextDigest, _ place: Int) {
        var slot = start(id)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = UInt32(place + 1)
    }

    /// Through Swift's seeded hash: whoever writes payloads could choose digests that begin alike.
    private func start(_ id: TextDigest) -> Int { id.hashValue & (slots.count - 1) }
}
