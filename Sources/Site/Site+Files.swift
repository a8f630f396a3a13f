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
            // The newest head with the cosignatures that it has by now: nobody waits for the others.
            let note = await heads?.cosigned(head.note) ?? head.note
            return self.file(note.bytes, "text/plain; charset=utf-8", cache: "no-cache")
        }
        router.get("/policy") { _, _ in
            let snapshot = try await self.model.snapshot(.init())
            let alone = "log \(snapshot.ledger.log?.description ?? "")\nquorum none\n"
            let policy = await heads?.policyFile ?? Array(alone.utf8)
            return self.file(policy, "text/plain; charset=utf-8", cache: "no-cache")
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
        router.get("/forks/:name") { _, context in
            let forks = try await self.model.snapshot(.init()).forks
            let name = context.parameters.get("name") ?? ""
            guard let fork = forks.first(where: { $0.name == name }) else {
                throw RequestFault.notFound("There is no such proof of a fork.")
            }
            var response = self.text(String(decoding: fork.proof.bytes, as: UTF8.self))
            response.headers[.contentDisposition] = "attachment; filename=\"\(fork.name)\""
            return response
        }
    }

    private static let immutable = "max-age=31536000, immutable"

    private func serveTile(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let path = String(request.uri.path.dropFirst())
        let snapshot = try await model.snapshot(.init())
        let missing = RequestFault.notFound("There is no such tile of this log.")
        if path.hasPrefix("tile/entries/") {
            guard let place = try? EntryBundle.place(path: path),
                let bytes = try await bundle(place.index, place.width, snapshot)
            else { throw missing }
            return try part(of: bytes, "application/octet-stream", request)
        }
        guard let tile = try? Tile(path: path), let bytes = try? tile.bytes(from: snapshot.ledger.nodes)
        else {
            throw missing
        }
        return try part(of: bytes, "application/octet-stream", request)
    }

    /// A file that never changes, or the part of it that was asked for: whoever was interrupted goes on from there.
    private func part(of bytes: [UInt8], _ type: String, _ request: Request) throws(RequestFault) -> Response
    {
        var whole = file(bytes, type, cache: Self.immutable)
        whole.headers[.acceptRanges] = "bytes"
        guard let asked = request.headers[.range].flatMap({ ByteRange($0) }) else { return whole }
        guard let range = asked.within(bytes.count) else {
            whole.status = .rangeNotSatisfiable
            whole.headers[.contentRange] = "bytes */\(bytes.count)"
            whole.headers[.eTag] = nil
            whole.body = .init(byteBuffer: ByteBuffer())
            return whole
        }
        var part = file(Array(bytes[range]), type, cache: Self.immutable)
        part.status = .partialContent
        part.headers[.eTag] = whole.headers[.eTag]
        part.headers[.acceptRanges] = "bytes"
        part.headers[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound)/\(bytes.count)"
        return part
    }

    /// The entries of a bundle; `nil` where the log is not that long.
    private func bundle(_ index: Int, _ width: Int, _ snapshot: ReadModel.Snapshot) async throws -> [UInt8]? {
        guard index <= snapshot.ledger.size / 256 else { return nil }
        let entries = try await snapshot.archive.entries(from: index * 256, limit: width)
        guard entries.count == width else { return nil }
        return try EntryBundle(index: index, entries: entries.map(\.body)).bytes
    }

    private func serveAttachment(_ request: Request, _ context: BasicRequestContext) async throws -> Response
    {
        let snapshot = try await model.snapshot(.init())
        let missing = RequestFault.notFound("No file with that digest is attached.")
        guard let digest = TextDigest(hex: context.parameters.get("digest") ?? "") else { throw missing }
        let kept = try await snapshot.archive.attachment(digest)
        guard let bytes = try intact(kept, digest) else { throw missing }
        // Texts are plain by the record's own rules; whatever else is attached is never shown as a page.
        let isText = String(validating: bytes, as: UTF8.self) != nil
        return try part(of: bytes, isText ? "text/plain; charset=utf-8" : "application/octet-stream", request)
    }

    private func serveProof(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let snapshot = try await model.snapshot(.init())
        let (index, _) = try await entry(context, snapshot)
        // Under a witnessed head, as soon as there is one that includes the entry.
        let witnessed = await heads?.witnessed.flatMap { $0.size > index ? $0.note : nil }
        guard let proof = try await EntryProof(of: index, in: snapshot.archive, note: witnessed) else {
            throw RequestFault.notFound("There is no entry \(index).")
        }
        var response = file(proof.bytes, "text/plain; charset=utf-8", cache: "no-cache")
        response.headers[.contentDisposition] = "attachment; filename=\"entry-\(index).proof\""
        return response
    }

    /// The tar of the present head is written once and then sent as a file, in parts if asked for.
    private func serveExport(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let path = try await model.export(heads)
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
