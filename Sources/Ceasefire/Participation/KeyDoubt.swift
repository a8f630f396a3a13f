/// Which entries a compromised key makes doubtful, if it signed them.
public struct KeyDoubt: Hashable, Sendable {
    public var participant: ParticipantID
    public var key: Key
    /// The entries, from the first that others may have signed to the last before the key went out of force.
    public var entries: Range<Int>
    /// The entry that says so.
    public var entry: Int

    public init(participant: ParticipantID, key: Key, entries: Range<Int>, entry: Int) {
        self.participant = participant
        self.key = key
        self.entries = entries
        self.entry = entry
    }
}

extension Participation {
    /// What makes the entry `index`, which `author` signed, doubtful, if one of these keys is among those that signed it.
    public func doubts(about index: Int, by author: ParticipantID) -> [KeyDoubt] {
        doubts.filter { $0.participant == author && $0.entries.contains(index) }
    }
}
