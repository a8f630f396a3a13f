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
    private var exported: (size: Int, path: String)?
    private var report: (size: Int, report: VerificationReport)?

    package init(archive: any Archive, ledger: Ledger) {
        self.archive = archive
        self.ledger = ledger
    }

    /// How many views of different questions are kept at once.
    private static let kept = 64

    /// What a page needs, at the head of this moment.
    struct Snapshot: Sendable {
        var archive: any Archive
        var ledger: Ledger
        var view: View
        var report: VerificationReport?
    }

    /// The record at its present head, seen as a question asks.
    func snapshot(_ query: PageQuery) async throws -> Snapshot {
        try await follow()
        return Snapshot(archive: archive, ledger: ledger, view: try view(query), report: report?.report)
    }

    private func follow() async throws(ArchiveError) {
        guard let head = try await archive.head(), head.size != ledger.size else { return }
        var next = ledger
        try await next.catchUp(with: archive)
        // Another request may have read as far, or further, meanwhile.
        if next.size > ledger.size { ledger = next }
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

    /// The whole record as a file, of the present head; the one of an earlier head is removed.
    func export() async throws -> String {
        try await follow()
        let size = ledger.size
        if let exported, exported.size == size, FileManager.default.fileExists(atPath: exported.path) {
            return exported.path
        }
        guard let log = ledger.log else { throw RequestFault.notFound("The record names no log key.") }
        let path = FileManager.default.temporaryDirectory.appendingPathComponent(
            "bishkek-\(UUID().uuidString).tar"
        ).path
        try await Export(archive, log: log).write(to: path)
        if let exported { try? FileManager.default.removeItem(atPath: exported.path) }
        exported = (size, path)
        return path
    }

    /// Checks the whole record, and keeps what was found.
    package func verify() async {
        guard let verification = try? await Verifier().verify(archive) else { return }
        report = (verification.size, VerificationReport(verification))
    }
}
