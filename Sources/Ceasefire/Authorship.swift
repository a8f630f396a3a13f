/// Who entered which entry, of all that were admitted, in four bytes each: what corrections and quotas ask of the past.
public struct Authorship: Hashable, Sendable {
    public private(set) var authors: [ParticipantID] = []
    private var numbers: [ParticipantID: UInt32] = [:]
    /// By index in the log, one more than the author's number; 0 where nothing was admitted.
    public private(set) var places: [UInt32] = []
    /// Of those who have a quota: when their entries of the last 24 hours were received.
    private var recent: [ParticipantID: [Instant]] = [:]

    /// How many entries were admitted.
    public private(set) var count = 0

    public init() {}

    /// As it was kept: see ``authors`` and ``places``.
    /// - Returns: `nil` if a place names an author who is not there, or an author is there twice.
    public init?(authors: [ParticipantID], places: [UInt32]) {
        guard places.allSatisfy({ $0 <= authors.count }), Set(authors).count == authors.count else {
            return nil
        }
        self.authors = authors
        self.places = places
        for (number, author) in authors.enumerated() { numbers[author] = UInt32(number) }
        count = places.count { $0 > 0 }
    }

    /// Counts again what those with a quota entered of late.
    mutating func recount(_ quotas: [Quota], received: [Instant]) {
        recent = [:]
        guard let last = received.last else { return }
        let since = last.advanced(seconds: -86_400)
        for (index, instant) in received.enumerated().reversed() {
            if instant <= since { break }
            guard let author = self[index], quotas.contains(where: { $0.participant == author }) else {
                continue
            }
            recent[author, default: []].insert(instant, at: 0)
        }
    }

    /// Who entered the entry with this index; `nil` where none was admitted.
    public subscript(index: Int) -> ParticipantID? {
        guard places.indices.contains(index), places[index] > 0 else { return nil }
        return authors[Int(places[index]) - 1]
    }

    mutating func append(_ entry: Entry, hasQuota: Bool) {
        while places.count < entry.index { places.append(0) }
        places.append(number(of: entry.author) + 1)
        count += 1
        guard hasQuota else { return }
        let since = entry.received.advanced(seconds: -86_400)
        recent[entry.author, default: []].removeAll { $0 <= since }
        recent[entry.author, default: []].append(entry.received)
    }

    /// When the entries of `author`, who has a quota, in the 24 hours before `received` were received.
    func recent(of author: ParticipantID, before received: Instant) -> [Instant] {
        let since = received.advanced(seconds: -86_400)
        return recent[author, default: []].filter { $0 > since }
    }

    private mutating func number(of author: ParticipantID) -> UInt32 {
        if let number = numbers[author] { return number }
        let number = UInt32(authors.count)
        authors.append(author)
        numbers[author] = number
        return number
    }
}
