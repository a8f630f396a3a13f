import Ceasefire
import HTTPTypes
import Hummingbird
import NIOCore
import Pages
import Record

/// Why an entry is not taken, for programs and for people (RFC 9457, problem details).
struct Problem: Sendable {
    var status: HTTPResponse.Status
    /// A word for programs; it stays the same from release to release.
    var code: String
    /// What was wrong, and what to do.
    var detail: String
    /// The entries on which the refusal rests.
    var entries: [Int] = []
    /// After how many seconds the same request may succeed.
    var retryAfter: Int?

    static let closed = Problem(
        status: .forbidden, code: "closed",
        detail:
            "This server takes no entries: it was started without --add, or read-only since no witness answered."
    )

    static let tooLarge = Problem(
        status: .contentTooLarge, code: "tooLarge",
        detail: "An envelope has at most \(Add.limit) bytes. Attach long texts by digest.")

    static let brokenOff = Problem(
        status: .badRequest, code: "brokenOff",
        detail: "The request broke off before its end. Hand the same envelope in again.")

    static func proofMissing(of index: Int) -> Problem {
        Problem(
            status: .serviceUnavailable, code: "proofMissing",
            detail: "The act is entry \(index), and its proof cannot be made just now. Ask for it later: "
                + "/record/\(index)/proof.",
            entries: [index], retryAfter: 5)
    }

    var response: Response {
        var writer = JSONWriter()
        writer.openObject()
        // What kind of problem it is, the code says: the type adds nothing to the status (RFC 9457, section 4.2.1).
        writer.member("type", "about:blank")
        writer.member("title", status.reasonPhrase)
        writer.name("status")
        writer.integer(status.code)
        writer.member("detail", detail)
        writer.member("code", code)
        if !entries.isEmpty {
            writer.name("entries")
            writer.openList()
            for entry in entries { writer.integer(entry) }
            writer.closeList()
        }
        writer.closeObject()
        var response = Response(
            status: status,
            headers: [
                .contentType: "application/problem+json", .cacheControl: "no-store",
                .xContentTypeOptions: "nosniff",
            ],
            body: .init(byteBuffer: ByteBuffer(bytes: writer.bytes)))
        if let retryAfter { response.headers[.retryAfter] = String(retryAfter) }
        return response
    }
}

extension Problem {
    init(_ refusal: AdmissionRefusal) {
        self.init(
            status: Problem.status(of: refusal), code: refusal.code, detail: refusal.description,
            entries: refusal.entries)
        guard case .rule(let rule) = refusal else { return }
        detail = Catalogue.sentence(rule)
        switch rule {
        case .unknown: code = "unknown"
        case .taken: code = "taken"
        case .notEntitled: code = "notEntitled"
        case .attestationIncomplete: code = "attestationIncomplete"
        case .overtaken: code = "overtaken"
        case .closed: code = "notOpen"
        case .opening: code = "opening"
        case .malformed: code = "contradictory"
        case .quotaExceeded: code = "quotaExceeded"
        }
    }

    /// It is not known whether the act was written; handing it in again is safe.
    init(_ error: ArchiveError) {
        self.init(
            status: .serviceUnavailable, code: error.code.rawValue,
            detail:
                "\(error.message) Whether the act was logged is not known; hand the same envelope in again later.",
            retryAfter: 5)
    }

    /// 400 cannot be read; 409 another act came first, or the head seen is not ours; 429 too many; 422 all other rules.
    private static func status(of refusal: AdmissionRefusal) -> HTTPResponse.Status {
        switch refusal {
        case .form: .badRequest
        case .tooLarge: .contentTooLarge
        case .repeated, .receivedDecreases, .seenMissing, .seenNotSigned, .seenContradicts: .conflict
        case .rule(.taken), .rule(.overtaken), .rule(.closed): .conflict
        case .rule(.quotaExceeded): .tooManyRequests
        default: .unprocessableContent
        }
    }
}
