/// One mediated effort on one conflict: everything that was admitted, with one state for each stage.
///
/// The process is a fold. Admission follows the order of the log and looks at these states; what follows from the acts
/// is asked of a ``View``, which sorts them by occurrence.
public struct Process: Hashable, Sendable {
    /// What is kept of the admitted entries themselves.
    public enum Retention: Hashable, Sendable {
        /// All of them: what a view for people needs.
        case everything
        /// Those from which something can follow, so that admission and verification need little memory however many
        /// reports there are. Everything else that admission asks is in the states.
        case consequential
    }

    public let retention: Retention
    /// The admitted entries that are kept, in the order of the log. Void entries are not among them.
    public private(set) var entries: [Entry] = []
    /// Who entered what, of all admitted entries.
    public private(set) var authorship = Authorship()
    public private(set) var participation = Participation()
    public private(set) var texts = Texts()
    public private(set) var signing = Signing()
    public private(set) var effects = Effects()
    public private(set) var reference = Reference()

    public init(retaining retention: Retention = .everything) { self.retention = retention }

    /// Admits the entries in order.
    ///
    /// - Throws: the refusal of the first one that cannot be admitted.
    public init(_ entries: some Sequence<Entry>) throws(Refusal) {
        self.init()
        for entry in entries { try admit(entry) }
    }

    /// A process that was admitted before, out of those of its entries from which something follows; what is admitted
    /// from now on is kept.
    /// - Parameter received: when each entry of the log was received, by index.
    public init(consequential entries: [Entry], authorship: Authorship, received: [Instant]) {
        self.init(retaining: .everything)
        for entry in entries { fold(entry) }
        self.authorship = authorship
        self.authorship.recount(opening?.quotas ?? [], received: received)
    }

    public var opening: ProcessOpening? { participation.opening }

    /// Admits an entry, or says why not and changes nothing.
    public mutating func admit(_ entry: Entry) throws(Refusal) {
        try check(entry)
        fold(entry)
    }

    /// What was known on a date: the longest prefix received no later than that.
    public func known(on date: Instant) -> Process {
        var past = Process(retaining: retention)
        for entry in entries {
            if entry.received > date { break }
            past.fold(entry)
        }
        return past
    }

    private mutating func fold(_ entry: Entry) {
        switch entry.act {
        case .participation(let act): participation.fold(act, of: entry)
        case .text(let act): texts.fold(act, of: entry)
        case .signing(let act): signing.fold(act, of: entry)
        case .effect(let act): effects.fold(act, of: entry)
        case .monitoring: break
        case .reference(let act):
            reference.fold(act, of: entry)
            // What an account says was done can be referred to like anything else that was said.
            for claim in act.claims { foldNames(of: claim.act, entry) }
        case .sealed(let act): reference.seals[entry.index] = Seal(act: act)
        }
        authorship.append(entry, hasQuota: quota(of: entry.author) != nil)
        if retention == .everything || entry.act.isConsequential { entries.append(entry) }
        // Those who look a name up find what its entry says now.
        switch restatement(of: entry.act) {
        case .participation(let act): participation.restate(act)
        case .text(let act): texts.restate(act)
        case .signing(let act): signing.restate(act)
        default: break
        }
    }

    /// Takes back among the kept entries one that was admitted and not kept.
    public mutating func recall(_ entry: Entry) {
        let place = place(of: entry.index)
        guard place == entries.count || entries[place].index != entry.index else { return }
        entries.insert(entry, at: place)
    }

    /// The entries that were corrected or withdrawn and are not kept: a view needs them beside their corrections.
    public var unkeptRevisions: [Int] {
        Set(reference.corrections.keys).union(reference.withdrawals.keys).filter { entry(at: $0) == nil }
            .sorted()
    }

    func quota(of author: ParticipantID) -> Int? {
        // Looked at where it is kept: every entry is asked for its author's quota, and the opening is large.
        participation.opening?.quotas.first { $0.participant == author }?.entriesPerDay
    }

    /// Accounts disagree about facts; the texts and copies that they name exist for both.
    private mutating func foldNames(of act: Act, _ entry: Entry) {
        switch act {
        case .text(.tabled), .text(.altered), .signing(.copied), .signing(.lineProposed):
            if case .text(let act) = act { texts.fold(act, of: entry) }
            if case .signing(let act) = act { signing.fold(act, of: entry) }
        default: break
        }
    }
}
