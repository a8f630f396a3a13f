import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Pages
import Record
import TransparencyLog

extension Site {
    /// How many bytes somebody may hand in.
    static let uploadLimit = 64 << 20

    func showVerify(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        try await verifyPage(request, nil)
    }

    /// Checks what is handed in, and forgets it.
    func verify(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        guard let boundary = Site.boundary(request.headers[.contentType]) else {
            throw RequestFault(
                status: .badRequest, what: "The form did not arrive as one.",
                remedy: "Use the form on the page Verify.")
        }
        let buffer = try await request.body.collect(upTo: Site.uploadLimit)
        guard let form = FormParts(Array(buffer.readableBytesView), boundary: boundary) else {
            throw RequestFault(
                status: .badRequest, what: "The form is broken off or malformed.", remedy: "Send it again.")
        }
        let file = form.parts.first { $0.name == "file" && !$0.bytes.isEmpty }
        let pasted = form.parts.first { $0.name == "proof" && !$0.bytes.isEmpty }
        guard let handed = file ?? pasted else {
            return try await verifyPage(
                request, .unreadable("Nothing was handed in. Choose a file, or paste a proof."))
        }
        return try await verifyPage(request, try await outcome(of: handed))
    }

    private static func boundary(_ type: String?) -> String? {
        guard let type, type.hasPrefix("multipart/form-data"), let start = type.firstRange(of: "boundary=")
        else {
            return nil
        }
        return String(type[start.upperBound...].prefix { $0 != ";" }).trimmingCharacters(in: ["\"", " "])
    }

    private func outcome(of part: FormParts.Part) async throws -> VerifyPage.Outcome {
        let isText = ["c2sp.org/tlog-proof@v1", ForkProof.header].contains {
            part.bytes.starts(with: Array($0.utf8))
        }
        let bytes = isText ? Site.unixLines(part.bytes) : part.bytes
        if bytes.starts(with: Array(ForkProof.header.utf8)) { return Site.outcome(ofFork: bytes) }
        if bytes.starts(with: Array("c2sp.org/tlog-proof@v1".utf8)) {
            return try await outcome(ofProof: bytes)
        }
        let name = part.file.map { String($0.prefix(100)) } ?? "a file"
        let path = FileManager.default.temporaryDirectory.appendingPathComponent(
            "bishkek-\(UUID().uuidString).tar")
        defer { try? FileManager.default.removeItem(at: path) }
        do {
            try Data(bytes).write(to: path)
            return .record(VerificationReport(try await Verifier().verify(export: path.path)), name: name)
        } catch let error as ArchiveError {
            let said = error.description.replacing(path.path, with: name)
            return .unreadable("This is no exported record and no proof. \(said)")
        }
    }

    /// What is pasted into a form arrives with line ends of its own.
    private static func unixLines(_ bytes: [UInt8]) -> [UInt8] {
        var lines = bytes.filter { $0 != UInt8(ascii: "\r") }
        if lines.last != UInt8(ascii: "\n") { lines.append(UInt8(ascii: "\n")) }
        return lines
    }

    private func outcome(ofProof bytes: [UInt8]) async throws -> VerifyPage.Outcome {
        let ledger = try await model.snapshot(.init()).ledger
        do throws(LogError) {
            let proof = try EntryProof(parsing: bytes)
            guard let log = ledger.log else { return .unreadable("This record names no log key.") }
            try proof.verify(log: log)
            return .proof(
                sentence:
                    "Passed: entry \(proof.proof.index) is in the record under the head that the log signed.",
                passed: true)
        } catch {
            return .proof(sentence: "Failed: \(error.message)", passed: false)
        }
    }

    private static func outcome(ofFork bytes: [UInt8]) -> VerifyPage.Outcome {
        do throws(LogError) {
            let report = ForkReport(try ForkProof(parsing: bytes))
            return .proof(
                sentence: ([report.headline] + report.heads + report.shows).joined(separator: " "),
                passed: false)
        } catch {
            return .unreadable("This proves no fork. \(error.message)")
        }
    }

    private func verifyPage(_ request: Request, _ outcome: VerifyPage.Outcome?) async throws -> Response {
        let (frame, snapshot, _) = try await frame(request)
        let host = request.head.authority ?? "localhost:1994"
        let log = snapshot.ledger.log?.description
        // In quotes: a key may have any sign in its name, and whoever copies the line runs it.
        let key = log.map { " --log '\($0.replacing("'", with: #"'\''"#))'" } ?? ""
        let page = VerifyPage(
            frame, own: snapshot.report, outcome: outcome, log: log ?? "",
            command: "curl -O http://\(host)/export.tar && bishkek verify export.tar\(key)")
        return self.page(page.html(renderer))
    }
}
