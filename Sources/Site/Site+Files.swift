import Ceasefire
import HTTPTypes
import Hummingbird
import NIOCore
import Pages
import Record
import TransparencyLog

extension Site {
    /// What anybody needs who verifies: checkpoint, tiles, proofs, envelopes, attachments, and everything as one file.
    func addFiles(to router: Router<BasicRequestContext>) {
        router.get("/checkpoint") { _, _ in
            let snapshot = try await self.model.snapshot(.init())
            guard let head = try await snapshot.archive.head() else {
                throw RequestFault.notFound("There is no head yet.")
            }
            return self.file(head.note.bytes, "text/plain; charset=utf-8", cache: "no-cache")
        }
        router.get("/log.vkey") { _, _ in
            let snapshot = try await self.model.snapshot(.init())
            return self.text((snapshot.ledger.log?.description ?? "") + "\n")
        }
        router.get("/tile/**", use: serveTile)
        router.get("/sha256/:digest", use: serveAttachment)
        router.get("/record/:index/proof", use: serveProof)
        router.get("/record/:index/envelope") { _, context in
            let snapshot = try await self.model.snapshot(.init())
            let (_, entry) = try await self.entry(context, snapshot)
            return self.file(
                try LogEntry(leaf: entry.body).envelope.json, "application/json", cache: Self.immutable)
        }
        router.get("/export.tar", use: serveExport)
    }

    private static let immutable = "max-age=31536000, immutable"

    private func serveTile(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let path = String(request.uri.path.dropFirst())
        let snapshot = try await model.snapshot(.init())
        do throws(LogError) {
            if path.hasPrefix("tile/entries/") {
                let (index, width) = try EntryBundle.place(path: path)
                let entries = try await bundle(index, width, snapshot)
                return file(entries, "application/octet-stream", cache: Self.immutable)
            }
            let bytes = try Tile(path: path).bytes(from: snapshot.ledger.nodes)
            return file(bytes, "application/octet-stream", cache: Self.immutable)
        } catch {
            throw RequestFault.notFound("There is no such tile: \(error).")
        }
    }

    private func bundle(
        _ index: Int, _ width: Int, _ snapshot: ReadModel.Snapshot
    ) async throws(LogError) -> [UInt8] {
        let missing = LogError(.missingNode, "the log is not that long", section: "tlog-tiles v0.1.0")
        guard index < snapshot.ledger.size else { throw missing }
        let entries: [ArchivedEntry]
        do throws(ArchiveError) {
            entries = try await snapshot.archive.entries(from: index * 256, limit: width)
        } catch {
            throw LogError(.missingNode, error.description, section: "tlog-tiles v0.1.0")
        }
        guard entries.count == width else { throw missing }
        return try EntryBundle(index: index, entries: entries.map(\.body)).bytes
    }

    private func serveAttachment(_ request: Request, _ context: BasicRequestContext) async throws -> Response
    {
        let snapshot = try await model.snapshot(.init())
        guard let digest = TextDigest(hex: context.parameters.get("digest") ?? ""),
            let bytes = try await snapshot.archive.attachment(digest)
        else { throw RequestFault.notFound("No file with that digest is attached.") }
        // Texts are plain by the record's own rules; whatever else is attached is never shown as a page.
        let isText = String(validating: bytes, as: UTF8.self) != nil
        return file(
            bytes, isText ? "text/plain; charset=utf-8" : "application/octet-stream", cache: Self.immutable)
    }

    private func serveProof(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let snapshot = try await model.snapshot(.init())
        let (index, _) = try await entry(context, snapshot)
        guard let proof = try await EntryProof(of: index, in: snapshot.archive) else {
            throw RequestFault.notFound("There is no entry \(index).")
        }
        var response = file(proof.bytes, "text/plain; charset=utf-8", cache: "no-cache")
        response.headers[.contentDisposition] = "attachment; filename=\"entry-\(index).proof\""
        return response
    }

    /// The tar of the present head is written once and then sent as a file, in parts if asked for.
    private func serveExport(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let path = try await model.export()
        let part = request.headers[.range].flatMap { ByteRange($0) }
        let size = try ByteRange.size(of: path)
        var headers: HTTPFields = [
            .contentType: "application/x-tar", .contentDisposition: "attachment; filename=\"record.tar\"",
            .cacheControl: "no-cache", .acceptRanges: "bytes",
        ]
        guard let part else {
            let body = try await FileIO().loadFile(path: path, context: context)
            return Response(status: .ok, headers: headers, body: body)
        }
        guard let range = part.within(size) else {
            throw RequestFault(
                status: .rangeNotSatisfiable, what: "The file has \(size) bytes.",
                remedy: "Ask for bytes that it has.")
        }
        headers[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound)/\(size)"
        let body = try await FileIO().loadFile(path: path, range: range, context: context)
        return Response(status: .partialContent, headers: headers, body: body)
    }
}
