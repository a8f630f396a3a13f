import Foundation
import HTTPTypes
package import Hummingbird
import NIOCore
package import Record
package import TransparencyLog

/// What a witness answers over HTTP (tlog-witness v1.0.0): it cosigns the checkpoints of the logs that it knows, if each
/// goes on from the one before, and shows the last to everybody.
package struct WitnessSite: Sendable {
    private let witness: Witness
    private let store: any WitnessStore

    package init(_ witness: Witness, store: any WitnessStore) {
        self.witness = witness
        self.store = store
    }

    package var router: Router<BasicRequestContext> {
        let router = Router(context: BasicRequestContext.self, options: .autoGenerateHeadEndpoints)
        router.get("/healthz") { _, _ in WitnessSite.text(.ok, "ok\n") }
        router.post("/add-checkpoint") { request, _ in await addCheckpoint(request) }
        router.get("/:hash/checkpoint") { _, context in await checkpoint(context) }
        return router
    }

    private func addCheckpoint(_ request: Request) async -> Response {
        guard let buffer = try? await request.body.collect(upTo: SignedNote.maximumByteCount) else {
            return WitnessSite.text(.badRequest, "The request is broken off or too large.\n")
        }
        do throws(ArchiveError) {
            return try await answer(Array(buffer.readableBytesView))
        } catch {
            return WitnessSite.unavailable(error)
        }
    }

    /// Decides, stores, and only then answers; somebody who was faster makes it decide again.
    private func answer(_ body: [UInt8]) async throws(ArchiveError) -> Response {
        while true {
            let head = try await stored(body)
            let decision = witness.decide(body) { _ in head }
            guard case .cosign(let acceptance) = decision else {
                guard case .refuse(let response) = decision else { continue }
                return WitnessSite.translated(response)
            }
            let (response, note) = try cosigned(acceptance)
            if try await store.replace(acceptance, cosigned: note) { return WitnessSite.translated(response) }
        }
    }

    /// The head stored for the log that the request names; what cannot be read is refused by the witness itself.
    private func stored(_ body: [UInt8]) async throws(ArchiveError) -> Witness.Head? {
        guard let request = try? AddCheckpointRequest(parsing: body),
            let origin = try? Checkpoint(parsing: request.note.text).origin
        else { return nil }
        return try await store.head(of: origin)
    }

    private func cosigned(
        _ acceptance: Witness.Acceptance
    ) throws(ArchiveError) -> (Witness.Response, SignedNote) {
        do throws(LogError) {
            let response = try witness.response(to: acceptance, at: UInt64(Date().timeIntervalSince1970))
            var note = acceptance.note
            for signature in try NoteSignature.lines(response.body) { note.add(signature) }
            return (response, note)
        } catch {
            throw ArchiveError(
                .wrongKey, "The checkpoint cannot be cosigned: \(error)", remedy: "Look at the clock.")
        }
    }

    private func checkpoint(_ context: BasicRequestContext) async -> Response {
        let hash = context.parameters.get("hash") ?? ""
        do throws(ArchiveError) {
            guard let note = try await store.note(ofHash: hash) else {
                return WitnessSite.text(.notFound, "No checkpoint of such a log was cosigned here.\n")
            }
            return WitnessSite.text(.ok, String(decoding: note.bytes, as: UTF8.self))
        } catch {
            return WitnessSite.unavailable(error)
        }
    }

    private static func unavailable(_ error: ArchiveError) -> Response {
        var response = text(.serviceUnavailable, "\(error.message)\n")
        response.headers[.retryAfter] = "5"
        return response
    }

    private static func text(_ status: HTTPResponse.Status, _ text: String) -> Response {
        answer(status, "text/plain; charset=utf-8", Array(text.utf8))
    }

    private static func translated(_ response: Witness.Response) -> Response {
        answer(.init(code: response.status), response.contentType, response.body)
    }

    private static func answer(_ status: HTTPResponse.Status, _ type: String, _ body: [UInt8]) -> Response {
        Response(
            status: status,
            headers: [.contentType: type, .cacheControl: "no-store", .xContentTypeOptions: "nosniff"],
            body: .init(byteBuffer: ByteBuffer(bytes: body)))
    }
}
