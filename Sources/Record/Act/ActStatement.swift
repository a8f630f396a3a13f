package import Ceasefire

/// The payload of an envelope: one act, with who states it, about whom, when and on which ground.
package struct ActStatement: Hashable, Sendable {
    package var record: RecordID
    package var act: Act
    /// Whose key signs.
    package var author: ParticipantID
    /// Who acted, where that is not the author.
    package var actor: ParticipantID?
    package var onBehalfOf: ParticipantID?
    /// When it happened, where the act is attested.
    package var occurred: Moment?
    /// By the author's own clock; nothing follows from it.
    package var signedAt: Instant?
    package var seen: SeenHead?
    /// Payloads and texts without which the act would not have been done.
    package var reliesOn: [TextDigest]
    package var source: Source?
    package var language: String?

    package init(
        record: RecordID, act: Act, author: ParticipantID, actor: ParticipantID? = nil,
        onBehalfOf: ParticipantID? = nil, occurred: Moment? = nil, signedAt: Instant? = nil,
        seen: SeenHead? = nil,
        reliesOn: [TextDigest] = [], source: Source? = nil, language: String? = nil
    ) {
        self.record = record
        self.act = act
        self.author = author
        self.actor = actor
        self.onBehalfOf = onBehalfOf
        self.occurred = occurred
        self.signedAt = signedAt
        self.seen = seen
        self.reliesOn = reliesOn
        self.source = source
        self.language = language
    }

    /// Performed here by the author's own key, as against attested.
    @inline(__always)
    package var isPerformed: Bool {
        if case .some = occurred { return false }
        return actor == nil
    }

    /// The entry that the rules see. Inlined, since thirty words would be copied for what is taken from them.
    @inline(__always)
    package func entry(at index: Int, received: Instant) -> Entry {
        Entry(
            index: index, received: received, author: author, actor: actor, onBehalfOf: onBehalfOf,
            occurred: occurred, source: source, language: language, act: act)
    }
}

extension ActStatement: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        let record: RecordID = try r.required("record")
        let name: String = try r.required("act")
        let named = r.spot
        try Act.checkVersion(&r)
        let author: ParticipantID = try r.required("author")
        let actor: ParticipantID? = try r.optional("actor")
        if actor == author { throw r.fault("an actor who is the author is left out") }
        self.record = record
        self.author = author
        self.actor = actor
        onBehalfOf = try r.optional("onBehalfOf")
        occurred = try r.optional("occurred")
        signedAt = try r.optional("signedAt")
        seen = try r.optional("seen")
        reliesOn = try r.list("reliesOn")
        source = try r.optional("source")
        language = try r.optional("language")
        if let sealed = try Act(sealed: name, &r) {
            act = sealed
        } else {
            act = try Act(bodyOf: name, named, &r)
        }
    }

    package func write(fields w: inout JSONWriter) {
        w.member("record", record)
        w.member("act", act.name)
        w.member("version", Act.version)
        w.member("author", author)
        w.member("actor", actor)
        w.member("onBehalfOf", onBehalfOf)
        w.member("occurred", occurred)
        w.member("signedAt", signedAt)
        w.member("seen", seen)
        w.member("reliesOn", reliesOn)
        w.member("source", source)
        w.member("language", language)
        w.name(act.member)
        act.write(to: &w)
    }
}

extension ActStatement {
    /// Reads a payload; dates without an offset are read at `home`.
    ///
    /// The home zone is fixed by entry 0. Entry 0 itself is read at the zone that it states.
    package init(payload: [UInt8], home: UTCOffset) throws(WireFault) {
        try self.init(payload, in: payload.indices, of: nil, home: home)
    }

    /// Reads the payload of an envelope.
    /// - Parameter record: the record for which it probably is.
    package init(of envelope: Envelope, record: RecordID.Spelled? = nil, home: UTCOffset) throws(WireFault) {
        try self.init(envelope.message, in: envelope.payloadRange, of: record, home: home)
    }

    /// Reads what a leaf of the log states, whoever signed it.
    package init(leaf: [UInt8], home: UTCOffset) throws(WireFault) {
        try self.init(of: try LogEntry(leaf: leaf).envelope, home: home)
    }

    private init(
        _ bytes: [UInt8], in range: Range<Int>, of record: RecordID.Spelled?, home: UTCOffset
    ) throws(WireFault) {
        guard range.count <= WireBounds.payload else {
            throw WireFault(
                "a payload has at most \(WireBounds.payload) bytes, not \(range.count); attach the rest by digest",
                path: "", place: .byte(WireBounds.payload))
        }
        var reader = JSONReader(bytes, in: range, of: record, home: home)
        try self.init(from: &reader)
        try reader.finish()
        if case .participation(.opened(let opening)) = act, opening.home.offset != home {
            try self.init(bytes, in: range, of: record, home: opening.home.offset)
        }
    }

    /// The payload: the same statement always has the same bytes.
    package var payload: [UInt8] {
        var writer = JSONWriter()
        write(to: &writer)
        return writer.bytes
    }
}
