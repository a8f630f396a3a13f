/// What follows from the admitted acts: a pure function of a process and of whose accounts are heard.
///
/// The acts are taken as dated facts, sorted by earliest occurrence and then by index. Withdrawn entries are left out,
/// corrected ones are replaced by their correction; both stay visible in ``Process/entries``.
public struct View: Sendable {
    public let process: Process
    public let publishedBy: Moment?
    /// Part of a source's title, or an author: on issues on which it speaks, only its alternatives are heard.
    public let accordingTo: String?
    /// In the order in which consequences follow.
    public let facts: [Fact]
    /// The issues on which accounts differ, with the alternatives that are heard.
    public let issues: [IssueID: Issue]
    let byInstrument: [InstrumentID: [Fact]]
    /// The acts of participation, in the same order.
    let participationFacts: [Fact]
    /// Who took whose place, in the same order.
    let successions: [Succession]
    /// What rules wait for beside consent: notices, performances, decisions, findings.
    let happenings: [Fact]

    public init(_ process: Process, publishedBy: Moment? = nil, accordingTo: String? = nil) {
        self.process = process
        self.publishedBy = publishedBy
        self.accordingTo = accordingTo
        var accounts: [Statement] = []
        var settlements: [Fact] = []
        var facts: [Fact] = []
        for entry in View.standing(process, publishedBy) where View.isHeard(entry, publishedBy) {
            if case .reference(.accounted(let account)) = entry.act {
                accounts.append(Statement(account, entry))
                facts.append(contentsOf: View.claims(of: account, in: entry))
            } else if case .reference(.settled) = entry.act {
                settlements.append(Fact(entry))
            }
            facts.append(Fact(entry))
        }
        let issues = Issue.all(accounts, settlements, in: process.reference, accordingTo)
        facts.removeAll { fact in
            guard let account = fact.account, let issue = issues[account.issue] else { return false }
            return !issue.alternatives.contains(account.alternative)
        }
        facts.sort(by: Fact.precedes)
        self.facts = facts
        self.issues = issues
        byInstrument = View.index(facts)
        participationFacts = facts.filter { if case .participation = $0.act { true } else { false } }
        successions = Succession.all(in: participationFacts)
        happenings = facts.filter(\.act.isHappening)
    }

    /// The facts about an instrument, in order.
    public func facts(of instrument: InstrumentID) -> [Fact] { byInstrument[instrument] ?? [] }

    /// The entries that stand: neither withdrawn nor corrected, with corrections in the place of what they correct.
    ///
    /// What was corrected or withdrawn after the date asked for stands as it was.
    private static func standing(_ process: Process, _ date: Moment?) -> [Entry] {
        let revisions = Revisions(process.reference) { index in
            process.entry(at: index).map { isHeard($0, date) } ?? false
        }
        return process.entries.compactMap { process.standing($0, revisions) }
    }

    /// What was published later than the date asked for is not heard; an undated source cannot be shown to be earlier.
    private static func isHeard(_ entry: Entry, _ date: Moment?) -> Bool {
        guard let date, let source = entry.source, !entry.act.isDirectory else { return true }
        guard let published = source.published else { return false }
        return published.latest <= date.latest
    }

    private static func claims(of account: Account, in entry: Entry) -> [Fact] {
        var alternative: Alternative?
        if let issue = account.issue, let name = account.alternative {
            alternative = Alternative(issue, name)
        }
        return account.claims.enumerated().map { ordinal, claim in
            Fact(claim, of: entry, ordinal: ordinal + 1, account: alternative)
        }
    }

    private static func index(_ facts: [Fact]) -> [InstrumentID: [Fact]] {
        var index: [InstrumentID: [Fact]] = [:]
        for fact in facts {
            for instrument in fact.act.instruments { index[instrument, default: []].append(fact) }
        }
        return index
    }
}

extension Act {
    var isHappening: Bool {
        switch self {
        case .effect(.receipted), .effect(.performed), .effect(.decided), .monitoring(.found): true
        default: false
        }
    }

    /// Whether the act only brings in what others refer to; such acts are heard whenever their source was published.
    var isDirectory: Bool {
        switch self {
        case .participation(.opened), .participation(.listed), .participation(.accredited),
            .participation(.placeNamed),
            .text(.introduced), .text(.tabled), .signing(.opened), .signing(.copied):
            true
        case .reference(.corrected(let correction)): correction.claim.act.isDirectory
        default: false
        }
    }
}

extension Fact {
    /// An entry as a fact, whether or not it still stands.
    public init(_ entry: Entry) {
        self.init(
            entry: entry.index, ordinal: 0, act: entry.act, author: entry.author,
            actor: entry.actingParticipant,
            onBehalfOf: entry.onBehalfOf, moment: entry.moment, isPerformed: entry.isPerformed,
            source: entry.source)
    }

    init(_ claim: Claim, of entry: Entry, ordinal: Int, account: Alternative?) {
        self.init(
            entry: entry.index, ordinal: ordinal, act: claim.act, author: entry.author,
            actor: claim.actor ?? entry.actingParticipant, onBehalfOf: claim.onBehalfOf,
            moment: claim.occurred ?? entry.moment, isPerformed: false, source: entry.source, account: account
        )
    }
}
