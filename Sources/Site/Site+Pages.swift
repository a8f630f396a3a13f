import Ceasefire
import Hummingbird
import Pages
import Record
import TransparencyLog

extension Site {
    func addPages(to router: Router<BasicRequestContext>) {
        router.get("/") { request, _ in
            let (frame, _, _) = try await self.frame(request)
            return self.page(HomePage(frame).html(self.renderer))
        }
        router.get("/participants") { request, _ in
            let (frame, _, _) = try await self.frame(request)
            return self.page(ParticipantsPage(frame).html(self.renderer))
        }
        router.get("/effect/:instrument") { request, context in
            let (frame, snapshot, _) = try await self.frame(request)
            let instrument = try self.instrument(context, snapshot)
            return self.page(EffectPage(frame, of: instrument).html(self.renderer))
        }
        router.get("/text/:instrument", use: showText)
        router.get("/compare/:instrument", use: showComparison)
        router.get("/record", use: showRecord)
        router.get("/record/:index", use: showEntry)
    }

    private func showText(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let (frame, snapshot, items) = try await frame(request)
        let instrument = try instrument(context, snapshot)
        let copy = items["copy"].flatMap { CopyID($0) }
        if let name = items["copy"],
            copy.map({ snapshot.view.process.signing.copies[instrument]?[$0] == nil }) ?? true
        {
            let copies = snapshot.view.process.signing.copyOrder[instrument] ?? []
            throw RequestFault.choice(
                "There is no copy “\(name)” of this instrument.", among: copies.map(\.text))
        }
        let versions = snapshot.view.versions(of: instrument)
        let languages = Set(versions.map(\.language)).sorted()
        if let language = items["language"], !languages.contains(language) {
            throw RequestFault.choice(
                "There is no text of this instrument in “\(language)”.", among: languages)
        }
        var texts: [TextDigest: [UInt8]] = [:]
        for version in versions {
            let bytes = try await snapshot.archive.attachment(version.text)
            texts[version.text] = try intact(bytes, version.text)
        }
        let page = TextPage(frame, of: instrument, texts: texts, copy: copy, language: items["language"])
        return self.page(page.html(renderer))
    }

    private func showComparison(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let (frame, snapshot, items) = try await frame(request)
        let instrument = try instrument(context, snapshot)
        let versions = snapshot.view.versions(of: instrument)
        let pair = proposed(versions)
        let before = try chosen(items["a"], versions) ?? pair?.0
        let after = try chosen(items["b"], versions) ?? pair?.1
        let page = ComparePage(
            frame, of: instrument, before: try await side(before, snapshot),
            after: try await side(after, snapshot))
        return self.page(page.html(renderer))
    }

    /// Without a choice: the first text of one language against the last that a copy bears in it.
    private func proposed(_ versions: [TextVersion]) -> (TextVersion, TextVersion)? {
        guard let first = versions.first else { return nil }
        let other = versions.last {
            $0.language == first.language && !$0.copies.isEmpty && $0.text != first.text
        }
        return other.map { (first, $0) } ?? versions.dropFirst().first.map { (first, $0) }
    }

    private func chosen(_ digest: String?, _ versions: [TextVersion]) throws -> TextVersion? {
        guard let digest else { return nil }
        guard let version = versions.first(where: { $0.text.hex == digest }) else {
            throw RequestFault.choice(
                "This instrument has no text with the digest “\(digest.prefix(64))”.",
                among: versions.map(\.text.hex))
        }
        return version
    }

    private func side(
        _ version: TextVersion?, _ snapshot: ReadModel.Snapshot
    ) async throws -> ComparePage.Side? {
        guard let version else { return nil }
        let kept = try await snapshot.archive.attachment(version.text)
        guard let bytes = try intact(kept, version.text) else { return nil }
        return ComparePage.Side(version: version, clauses: Comparison.texts(of: version, bytes))
    }

    // MARK: The record

    private func showRecord(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let (frame, snapshot, items) = try await frame(request)
        let from = try items["from"].map { text -> Int in
            guard let number = Int(text), (0..<max(1, snapshot.ledger.size)).contains(number) else {
                throw RequestFault(
                    status: .badRequest, what: "The list cannot begin with the entry “\(text.prefix(20))”.",
                    remedy: "Choose one of the entries 0 to \(snapshot.ledger.size - 1).")
            }
            return number
        }
        let start = from ?? max(0, (snapshot.ledger.size - 1) / RecordPage.length * RecordPage.length)
        let entries = try await snapshot.archive.entries(from: start, limit: RecordPage.length)
        let rows = try entries.enumerated().map { try row($1, at: start + $0, snapshot.ledger) }
        let checkpoint = try await snapshot.archive.head().map {
            String(decoding: $0.note.bytes, as: UTF8.self)
        }
        let witnesses = await Witnesses(heads)
        let list = RecordPage(
            frame, rows: rows, from: start, checkpoint: checkpoint ?? "", witnesses: witnesses)
        return page(list.html(renderer))
    }

    private func showEntry(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let (frame, snapshot, _) = try await frame(request)
        let (index, archived) = try await entry(context, snapshot)
        let row = try row(archived, at: index, snapshot.ledger)
        let payload = try LogEntry(leaf: archived.body).envelope.payload
        let page = EntryPage(
            frame, row: row, payload: String(decoding: payload, as: UTF8.self),
            command: "bishkek prove DIR \(index) --output entry-\(index).proof",
            witnesses: await Witnesses(heads))
        return self.page(page.html(renderer))
    }

    func entry(
        _ context: BasicRequestContext, _ snapshot: ReadModel.Snapshot
    ) async throws -> (index: Int, entry: ArchivedEntry) {
        let text = context.parameters.get("index") ?? ""
        let index = Int(text) ?? -1
        // Asked for as a list: the optimiser of this compiler stumbles over the single entry's own call here.
        let found = index < 0 ? [] : try await snapshot.archive.entries(from: index, limit: 1)
        guard let entry = found.first else {
            throw RequestFault.notFound("There is no entry “\(text.prefix(20))”.")
        }
        return (index, entry)
    }

    private func row(_ entry: ArchivedEntry, at index: Int, _ ledger: Ledger) throws -> EntryRow {
        let refusal = ledger.voids.first { $0.index == index }?.refusal.description
        return EntryRow(
            index: index, id: entry.id, received: ledger.received[index],
            entry: ledger.admitted(entry.body, at: index),
            void: refusal, doubt: try ledger.doubts(about: index, LogEntry(leaf: entry.body).envelope).first)
    }
}
