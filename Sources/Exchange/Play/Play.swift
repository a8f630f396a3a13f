package import Ceasefire
package import Record

/// Makes a record from a history: signs each act with the key of whoever states it, and hands it to the log.
///
/// A history is attested by its recorder's key alone. In an exercise each participant's keys are generated, and the log's
/// clock shows what the history says.
package struct Play {
    /// Makes a key that whoever calls keeps, or throws it away.
    package typealias MakeKey = (ParticipantID) throws(KeyFault) -> PrivateKey

    private let history: History
    private let sequencer: Sequencer
    private let archive: any Archive
    /// The log's verifier key.
    private let log: String
    private let predecessor: Predecessor?
    private let makeKey: MakeKey
    private var keys: [ParticipantID: [PrivateKey]] = [:]
    private var generated: [ParticipantID: Int] = [:]
    private var record: RecordID
    private var seen: SeenHead?

    /// - Parameters:
    ///   - log: the verifier key of the log that `sequencer` signs.
    ///   - archive: where the sequencer writes; it holds nothing yet.
    ///   - predecessor: the record that this one succeeds, where the history does not name it.
    package init(
        _ history: History, with sequencer: Sequencer, into archive: any Archive, log: String,
        succeeding predecessor: Predecessor? = nil,
        makingKeys makeKey: @escaping MakeKey
    ) {
        self.history = history
        self.sequencer = sequencer
        self.archive = archive
        self.log = log
        self.predecessor = history.header.predecessor ?? predecessor
        self.makeKey = makeKey
        record = RecordID(origin: history.header.origin, opening: nil)
    }

    /// Plays the whole history.
    ///
    /// - Parameter progress: told how many acts are durably in the log.
    /// - Returns: the number of entries.
    /// - Throws: the first act that is refused; those before it are in the log.
    package mutating func run(_ progress: (Int) -> Void = { _ in }) async throws(PlayFault) -> Int {
        for attachment in history.attachments {
            do throws(ArchiveError) {
                _ = try await archive.keep(attachment: attachment.bytes)
            } catch {
                throw .archive(error)
            }
        }
        try await open()
        for act in history.acts {
            try await play(act)
            progress(act.number)
        }
        return history.acts.count + 1
    }

    // MARK: Entry 0

    private mutating func open() async throws(PlayFault) {
        let header = history.header
        var founders = [try founder(header.keeper, .keeper)]
        if let recorder = header.recorder { founders.append(try founder(recorder, .recorder)) }
        for founder in header.founders {
            var keys: [Key] = []
            for _ in 0..<founder.keys { keys.append(try newKey(for: founder.participant)) }
            founders.append(
                Founder(
                    participant: founder.participant, kind: founder.kind, role: founder.role,
                    names: founder.names,
                    keys: keys, recovery: founder.recovery))
        }
        let opening = ProcessOpening(
            origin: header.origin, log: log, rules: Ledger.knownRules.upperBound, title: header.title,
            home: header.home, exercise: header.isExercise, audience: header.audience, quotas: header.quotas,
            founders: founders, predecessor: predecessor)
        let statement = ActStatement(
            record: record, act: .participation(.opened(opening)), author: header.keeper.id,
            language: header.language)
        let envelope = try sign(statement)
        let place = HistoryMistake(
            file: HistoryReader.headerFile, line: 1, act: nil, what: "", remedy: "")
        try await submit(envelope, at: 0, receivedAt: history.acts.first?.received, place)
        record = RecordID(origin: header.origin, opening: envelope.id)
    }

    private mutating func founder(_ officer: HistoryOfficer, _ role: Role) throws(PlayFault) -> Founder {
        Founder(
            participant: officer.id, kind: .organisation, role: role,
            names: [Name(text: officer.name, language: history.header.language)],
            keys: [try newKey(for: officer.id)])
    }

    // MARK: Acts

    private mutating func play(_ act: HistoryAct) async throws(PlayFault) {
        let place = HistoryMistake(
            file: act.file, line: act.line, act: HistoryMistake.Place(number: act.number, name: act.act.name),
            what: "",
            remedy: "")
        guard let author = act.by ?? history.header.recorder?.id else {
            throw .refused(place.saying("nobody attests this", "Add “by:”, or a “recorder” to the header."))
        }
        let former = keys
        let body = act.generatesKey ? try generatingKey(act.act) : act.act
        let statement = ActStatement(
            record: record, act: body, author: author, actor: act.actor == author ? nil : act.actor,
            onBehalfOf: act.onBehalfOf, occurred: act.occurred, seen: seen, source: act.source,
            language: act.language)
        // A replaced key is replaced by the keys that were in force before.
        guard let signing = former[author] else {
            throw .refused(
                place.saying(
                    "\(author) has no key",
                    "List it among the founders, or let its party accredit it with “key: generated” before."))
        }
        let envelope = try sign(statement, signing)
        try await submit(envelope, at: act.number, receivedAt: act.received, place)
    }

    private mutating func generatingKey(_ act: Act) throws(PlayFault) -> Act {
        switch act {
        case .participation(.accredited(var act)):
            keys[act.person] = nil
            act.key = try newKey(for: act.person)
            return .participation(.accredited(act))
        case .participation(.keyReplaced(var act)):
            keys[act.participant] = nil
            act.key = try newKey(for: act.participant)
            return .participation(.keyReplaced(act))
        case .participation(.keyCompromised(var act)):
            if let key = keys[act.participant]?.first { act.key = TextDigest(of: key.publicKey.spki) }
            return .participation(.keyCompromised(act))
        default: return act
        }
    }

    /// Whether an act of this history is in the record.
    package var hasLogged: Bool { seen != nil }

    private mutating func submit(
        _ envelope: Envelope, at number: Int, receivedAt received: Instant?, _ place: HistoryMistake
    ) async throws(PlayFault) {
        switch await sequencer.submit(envelope.json, receivedAt: received) {
        case .failed(let error): throw .archive(error)
        case .refused(let refusal): throw .refused(place.saying(refusal.inWords, refusal.remedy))
        case .logged(let receipt):
            guard receipt.index == number, !receipt.isRepeated else {
                let what =
                    number == 0
                    ? "the record holds entries already" : "this act repeats entry \(receipt.index)"
                throw .refused(
                    place.saying(
                        what,
                        number == 0
                            ? "Play into an empty folder." : "Leave it out, or say in what it differs."))
            }
            guard let log = await sequencer.ledger.log else { return }
            seen = try? SeenHead(receipt.note, signedBy: log)
        }
    }

    // MARK: Keys

    /// The first key of a participant is kept under its id, each further one under `id.2`, `id.3` …
    private mutating func newKey(for participant: ParticipantID) throws(PlayFault) -> Key {
        let count = generated[participant, default: 0] + 1
        generated[participant] = count
        let name = count == 1 ? participant : ParticipantID("\(participant).\(count)") ?? participant
        do throws(KeyFault) {
            let key = try makeKey(name)
            keys[participant, default: []].append(key)
            return try key.key(for: participant, in: record.description)
        } catch {
            throw .key(error)
        }
    }

    private func sign(_ statement: ActStatement, _ keys: [PrivateKey]? = nil) throws(PlayFault) -> Envelope {
        do throws(KeyFault) {
            return try Envelope(statement, signedBy: keys ?? self.keys[statement.author] ?? [])
        } catch {
            throw .key(error)
        }
    }
}

extension HistoryMistake {
    func saying(_ what: String, _ remedy: String) -> HistoryMistake {
        HistoryMistake(file: file, line: line, act: act, what: what, remedy: remedy)
    }
}
