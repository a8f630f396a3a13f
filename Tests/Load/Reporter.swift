import Ceasefire
import Foundation
import Record
import TransparencyLog

/// An exercise with a keeper and a reporter, who signs as many reports as are asked for.
struct Reporter: Sendable {
    static let origin = "load.example/exercise"

    let log: SigningKey
    private let keeper: PrivateKey
    private let reporter: PrivateKey
    /// The reporter's public key.
    let key: Key
    private let record: RecordID
    let opening: Envelope
    private let size: Int

    /// The keys come from fixed seeds, so that several processes write into one record.
    /// - Parameter size: about how many bytes an entry has.
    init(size: Int) throws {
        self.size = size
        log = try SigningKey(name: Reporter.origin, seed: [UInt8](repeating: 1, count: 32))
        keeper = try PrivateKey(.ed25519, seed: [UInt8](repeating: 2, count: 32))
        reporter = try PrivateKey(.ed25519, seed: [UInt8](repeating: 3, count: 32))
        key = try reporter.key(for: try Reporter.id("reporter"), in: Reporter.origin)
        let founders = try [("keeper", Role.keeper, keeper), ("reporter", Role.recorder, reporter)].map {
            let id = try Reporter.id($0.0)
            return Founder(
                participant: id, kind: .organisation, role: $0.1, names: [Name(text: $0.0)],
                keys: [try $0.2.key(for: id, in: Reporter.origin)])
        }
        let opening = ProcessOpening(
            origin: Reporter.origin, log: log.verifierKey.description, rules: 1, title: "Load",
            home: HomeZone(zone: "UTC", offset: .utc), exercise: true, founders: founders)
        self.opening = try Envelope(
            ActStatement(
                record: RecordID(origin: Reporter.origin, opening: nil),
                act: .participation(.opened(opening)),
                author: try Reporter.id("keeper")),
            signedBy: [keeper])
        record = RecordID(origin: Reporter.origin, opening: self.opening.id)
    }

    /// A report that nobody has made before, as an envelope.
    func report(_ name: String) throws -> Envelope {
        let words = "Report \(name) of shots heard near the bridge. "
        let filler = String(repeating: "Nobody was seen. ", count: max(0, (size * 3 / 4 - 520) / 17))
        let instant = Instant(milliseconds: 1_000_000_000_000)
        let statement = ActStatement(
            record: record, act: .reference(.accounted(Account(statement: words + filler, topic: .clash))),
            author: try Reporter.id("reporter"),
            occurred: try Moment(asked: "2001-09-09", home: .utc),
            signedAt: instant, source: Source(title: "Patrol log"))
        return try Envelope(statement, signedBy: [reporter])
    }

    private static func id(_ text: String) throws -> ParticipantID {
        guard let id = ParticipantID(text) else { throw Unfit(description: "\(text) is no identifier") }
        return id
    }
}

/// What makes a run worthless.
struct Unfit: Error, CustomStringConvertible {
    var description: String
}
