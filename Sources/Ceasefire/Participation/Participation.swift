/// Who takes part: the fold of the acts of participation.
public struct Participation: Hashable, Sendable {
    /// A party, a body or a person as listed or accredited.
    public struct Participant: Hashable, Sendable {
        /// The entry that brought it in.
        public var entry: Int
        public var kind: PartyKind
        public var role: Role
        public var names: [Name]
        public var disclaimers: [String] = []
        public var title: String?
        /// For whom a person acts; several accreditations may stand side by side.
        public var parties: [ParticipantID] = []
        /// Keys by which others are accredited; only founders have them.
        public var rootKeys: [Key] = []
        public var keys: [Key] = []
        /// Keys that were in force.
        public var formerKeys: [FormerKey] = []
        /// Whose root keys accredited the person's key; nobody's, where it has none or is a founder.
        public var root: ParticipantID?
        public var isRevoked = false

        mutating func replace(_ outgoing: (Key) -> Bool, by key: Key? = nil, at index: Int) {
            formerKeys += keys.filter(outgoing).map { FormerKey(key: $0, until: index) }
            keys.removeAll(where: outgoing)
            if let key { keys.append(key) }
        }

        /// A key of the participant and until which entry it was in force, if it no longer is.
        func key(_ id: TextDigest) -> (key: Key, until: Int?)? {
            if let key = keys.first(where: { $0.id == id }) { return (key, nil) }
            return formerKeys.last { $0.key.id == id }.map { ($0.key, $0.until) }
        }
    }

    public internal(set) var opening: ProcessOpening?
    public internal(set) var participants: [ParticipantID: Participant] = [:]
    /// In the order in which they came.
    public internal(set) var order: [ParticipantID] = []
    public internal(set) var places: [PlaceID: PlaceNaming] = [:]
    public internal(set) var meetings: [MeetingID: Int] = [:]
    /// Agents that a party has authorised to consent for it.
    public internal(set) var agents: [ParticipantID: Set<ParticipantID>] = [:]
    public internal(set) var claimants: [ParticipantID: [ParticipantID]] = [:]
    /// What compromised keys make doubtful, in the order in which it was said.
    public internal(set) var doubts: [KeyDoubt] = []

    public init() {}

    /// The keys that verify what `participant` signs next.
    public func keys(of participant: ParticipantID) -> [Key] {
        guard let found = participants[participant], !found.isRevoked else { return [] }
        return found.keys
    }

    /// The sides, in the order in which they were listed.
    public var parties: [ParticipantID] { order.filter { participants[$0]?.role == .party && isSide($0) } }

    private func isSide(_ id: ParticipantID) -> Bool { participants[id]?.kind != .person }

    /// Whether `person` may act for `party`: as the party itself, as accredited, or as its authorised agent.
    public func mayAct(_ person: ParticipantID, for party: ParticipantID) -> Bool {
        if person == party { return true }
        guard let found = participants[person], !found.isRevoked else { return false }
        if found.parties.contains(party) { return true }
        let agents = agents[party] ?? []
        return agents.contains(person) || found.parties.contains { agents.contains($0) }
    }

    mutating func fold(_ act: ParticipationAct, of entry: Entry) {
        switch act {
        case .opened(let act):
            opening = act
            for founder in act.founders {
                insert(
                    founder.participant,
                    Participant(
                        entry: entry.index, kind: founder.kind, role: founder.role, names: founder.names,
                        rootKeys: founder.keys, keys: founder.keys))
            }
        case .listed(let act):
            insert(
                act.party,
                Participant(
                    entry: entry.index, kind: act.kind, role: act.role, names: act.names,
                    disclaimers: act.disclaimers))
        case .accredited(let act): accredit(act, by: entry.author, at: entry.index)
        case .revoked(let act): participants[act.person]?.isRevoked = true
        case .placeNamed(let act): places[act.place] = act
        case .met(let act): meetings[act.meeting] = entry.index
        case .keyReplaced(let act):
            // A key of another algorithm stays: who has registered two signs with both.
            participants[act.participant]?.replace(
                { $0.algorithm == act.key.algorithm }, by: act.key, at: entry.index)
        case .keyCompromised(let act):
            guard let (key, until) = participants[act.participant]?.key(act.key) else { return }
            participants[act.participant]?.replace({ $0.id == act.key }, at: entry.index)
            // The entry that replaced it may have been signed with it; the one that marks it is beyond doubt.
            let end = until.map { $0 + 1 } ?? entry.index
            doubts.append(
                KeyDoubt(
                    participant: act.participant, key: key, entries: min(act.from, end)..<end,
                    entry: entry.index))
        case .authorised(let act): agents[act.party, default: []].insert(act.agent)
        case .seatClaimed(let act):
            let claimant = entry.actingParticipant
            if !(claimants[act.seat] ?? []).contains(claimant) {
                claimants[act.seat, default: []].append(claimant)
            }
        case .standingObjected, .standingSettled, .seatSettled, .powersStated, .split, .merged, .succeeded,
            .dissolved, .joinedCommand:
            break
        }
    }

    /// What is said of somebody or something already named, once that is corrected.
    mutating func restate(_ act: ParticipationAct) {
        switch act {
        case .listed(let act):
            participants[act.party]?.names = act.names
            participants[act.party]?.disclaimers = act.disclaimers
            // In which capacity a person acts is said by the accreditation.
            guard act.kind != .person else { return }
            participants[act.party]?.kind = act.kind
            participants[act.party]?.role = act.role
        case .placeNamed(let act): places[act.place] = act
        default: break
        }
    }

    private mutating func accredit(_ act: Accreditation, by author: ParticipantID, at index: Int) {
        var person =
            participants[act.person]
            ?? Participant(entry: index, kind: .person, role: act.capacity, names: act.names)
        if person.names.isEmpty { person.names = act.names }
        person.role = act.capacity
        person.title = act.title ?? person.title
        person.isRevoked = false
        if let party = act.party, !person.parties.contains(party) { person.parties.append(party) }
        if let key = act.key {
            person.replace({ _ in true }, by: key, at: index)
            person.root = author
        }
        insert(act.person, person)
    }

    private mutating func insert(_ id: ParticipantID, _ participant: Participant) {
        if participants.updateValue(participant, forKey: id) == nil { order.append(id) }
    }
}
