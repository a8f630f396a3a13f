import Ceasefire
import Foundation
import Pages
package import Record
import TransparencyLog

/// The record as pages see it: it follows the archive and folds what is new. Reading never writes.
package actor ReadModel {
    private let archive: any Archive
    private var ledger: Ledger
    private var views: [PageQuery: View] = [:]
    private var viewsSize = 0
    private var exported: Exported?
    private var report: VerificationReport?
    private var isVerifying = false

    /// Where proofs are kept that the log has told two stories, and what was checked, for the next start; `nil` for a
    /// record that is not in a folder.
    private let folder: RecordFolder?

    package init(archive: any Archive, ledger: Ledger, folder: RecordFolder? = nil) {
        self.archive = archive
        self.ledger = ledger
        self.folder = folder
    }

    private struct Exported {
        var size: Int
        var isWitnessed: Bool
        var path: String
        var writing: Task<Void, any Error>
    }

    /// How many views of different questions are kept at once.
    private static let kept = 64

    /// What a page needs, at the head of this moment.
    struct Snapshot: Sendable {
        var archive: any Archive
        var ledger: Ledger
        var view: View
        var report: VerificationReport?
        /// The proofs that the log has told two stories, by the names of their files.
        var forks: [(name: String, proof: ForkProof)]
    }

    /// The record at its present head, seen as a question asks.
    func snapshot(_ query: PageQuery) async throws -> Snapshot {
        try await follow()
        return Snapshot(
            archive: archive, ledger: ledger, view: try view(query), report: report, forks: forks())
    }

    /// Looked for each time: a mirror may find one while the pages are served.
    private func forks() -> [(name: String, proof: ForkProof)] {
        guard let folder, let log = ledger.log else { return [] }
        return folder.forks(of: log)
    }

    private func follow() async throws(ArchiveError) {
        var next = ledger
        try await next.catchUp(with: archive)
        // Another request may have read as far, or further, meanwhile.
        guard next.size > ledger.size else { return }
        ledger = next
        // What was found about an earlier head says nothing about this one.
        report = nil
        if !isVerifying { Task { await verify() } }
    }

    private func view(_ query: PageQuery) throws -> View {
        if viewsSize != ledger.size || views.count >= Self.kept {
            views = [:]
            viewsSize = ledger.size
        }
        // The time asked for is applied to a view; it does not make another one.
        var key = query
        key.at = nil
        if let view = views[key] { return view }
        var process = ledger.process
        if let date = query.knownOn {
            process = process.known(on: try RequestFault.moment(date, "known-on", ledger.home).lastInstant)
        }
        let published = try query.publishedBy.map { try RequestFault.moment($0, "published-by", ledger.home) }
        let view = View(process, publishedBy: published, accordingTo: query.accordingTo)
        views[key] = view
        return view
    }

    /// The whole record as a file, of the present head; the one of an earlier head is removed. It is written anew once
    /// witnesses have cosigned that head, so that whoever resumes a download finds other bytes once at most.
    func export(_ heads: (any CosignedHeads)?) async throws -> String {
        let (witnessed, policy) = (await heads?.witnessed, await heads?.policyFile)
        try await follow()
        let size = ledger.size
        let isWitnessed = witnessed?.size == size
        // Whoever asks while the file is being written waits for it.
        if let exported, exported.size == size, exported.isWitnessed || !isWitnessed,
            (try? await exported.writing.value) != nil, FileManager.default.fileExists(atPath: exported.path)
        {
            return exported.path
        }
        guard let log = ledger.log else { throw RequestFault.notFound("The record names no log key.") }
        let path = FileManager.default.temporaryDirectory.appendingPathComponent(
            "bishkek-\(UUID().uuidString).tar"
        ).path
        discard()
        let writing = Task { [archive] in
            try await Export(archive, log: log, note: witnessed?.note, policy: policy).write(to: path)
        }
        exported = Exported(size: size, isWitnessed: isWitnessed, path: path, writing: writing)
        try await writing.value
        return path
    }

    /// Removes the file that was written for those who asked for everything.
    func discard() {
        if let exported { try? FileManager.default.removeItem(atPath: exported.path) }
        exported = nil
    }

    deinit {
        if let exported { try? FileManager.default.removeItem(atPath: exported.path) }
    }

    /// Checks the whole record, aside from those who read meanwhile, and keeps what was found about its present head.
    package func verify() async {
        guard !isVerifying else { return }
        isVerifying = true
        defer { isVerifying = false }
        while true {
            try? await follow()
            let size = ledger.size
            guard let (found, read) = await ReadModel.verification(of: archive) else { return }
            // The record has grown meanwhile: once more.
            guard size == ledger.size else { continue }
            report = VerificationReport(found)
            guard found.verdict == .passed else { return }
            // Opened from a snapshot, the ledger lacks the reports from which nothing follows; this one has them.
            ledger = read
            await ReadModel.keep(read, at: folder?.snapshotPath)
            return
        }
    }

    @concurrent private static func verification(
        of archive: any Archive
    ) async -> (verification: Verification, ledger: Ledger)? {
        var ledger = Ledger()
        guard let found = try? await Verifier().verify(archive, into: &ledger) else { return nil }
        return (found, ledger)
    }

    /// A short record is read as quickly without a snapshot; one that cannot be written is only missed at the next start.
    @concurrent private static func keep(_ ledger: Ledger, at path: String?) async {
        guard let path, ledger.size >= 4096 else { return }
        try? Record.Snapshot(of: ledger)?.write(to: path)
    }
}
