import Ceasefire
import HTTPTypes
package import Hummingbird
import NIOCore
package import Pages
package import Record
import TransparencyLog

/// What is served at which address.
package struct Site: Sendable {
    let model: ReadModel
    let renderer: Renderer
    /// Where entries are taken; `nil` where the site is only read.
    let add: Add?
    /// What witnesses say; `nil` where nothing is known of them.
    let heads: (any CosignedHeads)?

    package init(
        model: ReadModel, renderer: Renderer, add: Add? = nil, heads: (any CosignedHeads)? = nil
    ) {
        self.model = model
        self.renderer = renderer
        self.add = add
        self.heads = heads
    }

    package var router: Router<BasicRequestContext> {
        let router = Router(context: BasicRequestContext.self, options: .autoGenerateHeadEndpoints)
        // Before what is for pages only: middleware serves the routes that are added after it.
        if let add {
            router.post("/add") { request, _ in await add.answer(request) }
        } else {
            router.post("/add", use: Add.closed)
        }
        router.add(middleware: Headers())
        router.add(middleware: Freshness())
        router.add(middleware: Faults(site: self))
        router.get("/healthz") { _, _ in text("ok\n") }
        router.get("/style.css") { _, _ in
            file(Array(StyleSheet.text.utf8), "text/css; charset=utf-8", cache: "max-age=3600")
        }
        addPages(to: router)
        addFiles(to: router)
        router.get("/verify", use: showVerify)
        router.post("/verify", use: verify)
        return router
    }

    // MARK: Answers

    func page(_ html: String, status: HTTPResponse.Status = .ok) -> Response {
        var response = file(Array(html.utf8), "text/html; charset=utf-8", cache: "no-cache")
        response.status = status
        return response
    }

    func text(_ text: String) -> Response {
        file(Array(text.utf8), "text/plain; charset=utf-8", cache: "no-cache")
    }

    func file(_ bytes: [UInt8], _ type: String, cache: String) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: type, .cacheControl: cache, .eTag: Freshness.tag(bytes)],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// A file whose bytes are not those that were signed is never shown under their digest.
    func intact(_ bytes: [UInt8]?, _ digest: TextDigest) throws(RequestFault) -> [UInt8]? {
        if let bytes, !digest.names(bytes) {
            throw RequestFault(
                status: .internalServerError,
                what: "The file kept as \(digest) has other bytes than were signed.",
                remedy: "Do not rely on this copy of the record: verify it, and ask another holder.")
        }
        return bytes
    }

    // MARK: Questions

    /// What surrounds a page, and the record at its present head.
    func frame(
        _ request: Request
    ) async throws -> (frame: PageFrame, snapshot: ReadModel.Snapshot, items: QueryItems) {
        let items = QueryItems(request.uri.query)
        let query = PageQuery(
            at: items["at"], knownOn: items["known-on"], publishedBy: items["published-by"],
            accordingTo: items["according-to"])
        let snapshot = try await model.snapshot(query)
        let time =
            try query.at.map { try RequestFault.moment($0, "at", snapshot.ledger.home) }
            ?? Moment(snapshot.ledger.present)
        var frame = PageFrame(
            catalogue: Catalogue(snapshot.view, home: snapshot.ledger.opening?.home), query: query,
            time: time, height: snapshot.ledger.size,
            verification: snapshot.report.map { $0.verification.verdict.rawValue } ?? "running",
            isExercise: snapshot.ledger.isExercise, sources: sources(snapshot.ledger), path: request.uri.path)
        frame.fork = snapshot.forks.first.map { "/forks/\($0.name)" }
        frame.title = snapshot.ledger.opening?.title
        frame.began = snapshot.ledger.received.first
        if let source = query.accordingTo,
            !snapshot.view.issues.values.contains(where: { $0.accounts.contains { $0.isBy(source) } })
        {
            throw RequestFault(
                status: .badRequest, what: "No source on a disputed issue is called “\(source)”.",
                remedy: "Choose one of these: \(frame.sources.joined(separator: "; ")).")
        }
        return (frame, snapshot, items)
    }

    private func sources(_ ledger: Ledger) -> [String] {
        var titles: [String] = []
        for entry in ledger.process.entries {
            guard case .reference(.accounted(let account)) = entry.act, account.issue != nil,
                let title = entry.source?.title,
                !titles.contains(title)
            else { continue }
            titles.append(title)
        }
        return titles
    }

    func instrument(_ context: BasicRequestContext, _ snapshot: ReadModel.Snapshot) throws -> InstrumentID {
        let name = context.parameters.get("instrument") ?? ""
        guard let id = InstrumentID(name), snapshot.ledger.process.texts.instruments[id] != nil else {
            throw RequestFault.notFound("The record has no instrument “\(name.prefix(64))”.")
        }
        return id
    }
}
