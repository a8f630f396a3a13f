import Ceasefire
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Pages
import Record
import Site
import Testing

/// A small record of talks in Bishkek that may grow while it is served.
struct Talks {
    let exercise: Exercise
    let archive = MemoryArchive()
    let sequencer: Sequencer
    let texts: (bishkek: TextDigest, baku: TextDigest)
    private let application: Application<RouterResponder<BasicRequestContext>>

    static let words = "1. Withdraw from captured territories.\n"
    static let altered = "1. Withdraw from <occupied> territories.\n"
    static let instrument: InstrumentID = "letter"

    init() async throws {
        exercise = try Exercise(isExercise: false)
        sequencer = try await exercise.opened(archive).0
        texts = (
            try await archive.keep(attachment: Array(Self.words.utf8)),
            try await archive.keep(attachment: Array(Self.altered.utf8))
        )
        let model = ReadModel(archive: archive, ledger: await sequencer.ledger)
        application = Application(router: Site(model: model, renderer: try Renderer()).router)
        try await talk()
        await model.verify()
    }

    /// A letter, its text on two copies, and two accounts of whether anybody signed it.
    private func talk() async throws {
        try await attest(.introduced(Self.instrument))
        for text in [texts.bishkek, texts.baku] {
            let tabling = TextTabling(
                instrument: Self.instrument, text: text, language: "ru", basis: .transcription)
            try await attest(.text(.tabled(tabling)))
        }
        for (copy, text) in [("bishkek", texts.bishkek), ("baku", texts.baku)] {
            let copy = CopyMaking(
                instrument: Self.instrument, copy: Identifier(stringLiteral: copy), kind: .original,
                texts: [text])
            try await attest(.signing(.copied(copy)))
        }
        for (alternative, statement) in [("signed", "He signed."), ("unsigned", "He did not.")] {
            let account = Account(
                issue: "signature", question: "Did he sign?",
                alternative: Identifier(stringLiteral: alternative), statement: statement,
                instruments: [Self.instrument])
            try await attest(.reference(.accounted(account)))
        }
    }

    func attest(_ act: Act) async throws {
        let envelope = try exercise.attested(act, of: "armenia", on: "1994-05-08")
        _ = try await sequencer.submit(envelope.json).receipt
    }

    var size: Int { get async { await sequencer.ledger.size } }

    // MARK: Asking

    func get(_ uri: String, _ headers: HTTPFields = [:]) async throws -> TestResponse {
        try await application.test(.router) { try await $0.execute(uri: uri, method: .get, headers: headers) }
    }

    func send(_ body: [UInt8], type: String, to uri: String = "/verify") async throws -> TestResponse {
        try await application.test(.router) {
            try await $0.execute(
                uri: uri, method: .post, headers: [.contentType: type], body: ByteBuffer(bytes: body))
        }
    }

    func head(_ uri: String) async throws -> TestResponse {
        try await application.test(.router) { try await $0.execute(uri: uri, method: .head) }
    }

    /// Hands something in as the form on the page Verify does.
    func hand(in bytes: [UInt8], as name: String = "file") async throws -> TestResponse {
        let file = name == "file" ? "; filename=\"handed-in\"" : ""
        let head = "--slip\r\nContent-Disposition: form-data; name=\"\(name)\"\(file)\r\n\r\n"
        return try await send(
            Array(head.utf8) + bytes + Array("\r\n--slip--\r\n".utf8),
            type: "multipart/form-data; boundary=slip")
    }
}
