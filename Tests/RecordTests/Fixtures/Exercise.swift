package import Ceasefire
import Record
import Testing
import TransparencyLog

/// A small record to test with: a keeper, a mediator and two parties with keys of their own.
struct Exercise: Sendable {
    static let origin = "bishkek.example/exercise"

    let log: SigningKey
    /// The keeper.
    let secretariat: PrivateKey
    let kazimirov: PrivateKey
    let azerbaijan: PrivateKey
    let armenia: PrivateKey
    let opening: ProcessOpening
    /// Entry 0, signed.
    let first: Envelope

    init(isExercise: Bool = true, title: String = "Talks in Bishkek", quotas: [Quota] = []) throws {
        log = try SigningKey(name: Exercise.origin, seed: Exercise.seed(1))
        secretariat = try PrivateKey(.ed25519, seed: Exercise.seed(2))
        kazimirov = try PrivateKey(.ed25519, seed: Exercise.seed(3))
        azerbaijan = try PrivateKey(.ed25519, seed: Exercise.seed(4))
        armenia = try PrivateKey(.ed25519, seed: Exercise.seed(5))
        opening = ProcessOpening(
            origin: Exercise.origin, log: log.verifierKey.description, rules: 1, title: title,
            home: HomeZone(zone: "Asia/Bishkek", offset: try #require(UTCOffset("+05:00"))),
            exercise: isExercise, quotas: quotas,
            founders: [
                try Exercise.founder("secretariat", .organisation, .keeper, [secretariat]),
                try Exercise.founder("kazimirov", .person, .mediator, [kazimirov]),
                try Exercise.founder("azerbaijan", .state, .party, [azerbaijan]),
                try Exercise.founder("armenia", .state, .party, [armenia]),
            ])
        first = try Envelope(Exercise.statement(opening: opening), signedBy: [secretariat])
    }

    static func founder(
        _ name: String, _ kind: PartyKind, _ role: Role, _ keys: [PrivateKey], recovery: Int? = nil
    ) throws -> Founder {
        let id = try #require(ParticipantID(name))
        return Founder(
            participant: id, kind: kind, role: role, names: [Name(text: name)],
            keys: try keys.map { try $0.key(for: id, in: origin) }, recovery: recovery)
    }

    static func statement(opening: ProcessOpening) -> ActStatement {
        ActStatement(
            record: RecordID(origin: opening.origin, opening: nil), act: .participation(.opened(opening)),
            author: "secretariat")
    }

    static func seed(_ number: UInt8) -> [UInt8] { [UInt8](repeating: number, count: 32) }

    var record: RecordID { RecordID(origin: Exercise.origin, opening: first.id) }

    func key(of participant: ParticipantID) -> PrivateKey {
        switch participant {
        case "kazimirov": kazimirov
        case "azerbaijan": azerbaijan
        case "armenia": armenia
        default: secretariat
        }
    }

    /// An act performed by somebody who has seen `note`.
    func performed(
        _ act: Act, by author: ParticipantID, seen note: SignedNote, onBehalfOf party: ParticipantID? = nil
    ) throws -> Envelope {
        try Envelope(
            ActStatement(
                record: record, act: act, author: author, onBehalfOf: party,
                seen: try SeenHead(note, signedBy: log.verifierKey)),
            signedBy: [key(of: author)])
    }

    /// An act that the mediator reports of somebody else.
    func attested(_ act: Act, of actor: ParticipantID, on date: String) throws -> Envelope {
        try Envelope(
            ActStatement(
                record: record, act: act, author: "kazimirov", actor: actor,
                occurred: try Moment(date, home: opening.home.offset),
                source: Source(title: "Kazimirov, memoirs")),
            signedBy: [kazimirov])
    }

    /// A record with entry 0 in it.
    func opened(_ archive: any Archive = MemoryArchive()) async throws -> (Sequencer, SignedNote) {
        let sequencer = try await Sequencer(archive: archive, key: log)
        let receipt = try await sequencer.submit(first.json).receipt
        return (sequencer, receipt.note)
    }
}

extension Identifier: ExpressibleByUnicodeScalarLiteral {}
extension Identifier: ExpressibleByExtendedGraphemeClusterLiteral {}
extension Identifier: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) {
        guard let value = Identifier(text) else { preconditionFailure("\(text) is no identifier") }
        self = value
    }
}

extension Submission {
    var receipt: Receipt {
        get throws {
            switch self {
            case .logged(let receipt): return receipt
            case .refused(let refusal): throw refusal
            case .failed(let error): throw error
            }
        }
    }

    var refusal: AdmissionRefusal? {
        if case .refused(let refusal) = self { return refusal }
        return nil
    }
}

extension Act {
    static func introduced(_ instrument: InstrumentID, depositary: ParticipantID? = nil) -> Act {
        .text(
            .introduced(
                InstrumentIntroduction(
                    instrument: instrument, title: "Letter \(instrument)", kind: .letter, form: .signed,
                    intent: .binding,
                    languages: ["ru"], depositary: depositary)))
    }

    static func stated(_ words: String) -> Act { .reference(.accounted(Account(statement: words))) }
}
