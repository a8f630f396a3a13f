/// One admitted act with all that the rules may ask about it.
public struct Entry: Hashable, Sendable {
    /// Its place in the log, from 0.
    public var index: Int
    /// The log's clock when the entry was accepted; never earlier than its predecessor's.
    public var received: Instant
    /// Whose key signed the entry.
    public var author: ParticipantID
    /// Who acted, where that is not the author: the author then attests the act.
    public var actor: ParticipantID?
    /// For whom.
    public var onBehalfOf: ParticipantID?
    /// When it happened, where the act is attested.
    public var occurred: Moment?
    public var source: Source?
    /// The language of free words in the body, BCP 47.
    public var language: String?
    public var act: Act

    /// Inlinable, so that the rooms above put together in place what would be copied: every act becomes an entry.
    @inlinable
    public init(
        index: Int, received: Instant, author: ParticipantID, actor: ParticipantID? = nil,
        onBehalfOf: ParticipantID? = nil, occurred: Moment? = nil, source: Source? = nil,
        language: String? = nil, act: Act
    ) {
        self.index = index
        self.received = received
        self.author = author
        self.actor = actor
        self.onBehalfOf = onBehalfOf
        self.occurred = occurred
        self.source = source
        self.language = language
        self.act = act
    }

    /// Performed here by the author's own key, as against attested by somebody about somebody.
    public var isPerformed: Bool {
        // Asked of every entry: a comparison with nil would copy the moment.
        if case .some = occurred { return false }
        return actor == nil || actor == author
    }

    public var actingParticipant: ParticipantID { actor ?? author }

    /// When it happened: as attested, or, for a performed act, when it was received.
    public var moment: Moment {
        occurred ?? Moment(edtf: "", earliest: received, latest: received)
    }
}
