import HTTPTypes
import Hummingbird
import NIOCore
package import Record
import TransparencyLog

/// `POST /add`: one envelope in the body, the index of its entry as the answer.
///
/// Nothing of the pages is touched on the way, so that entries are taken as fast as the sequencer can write them. The
/// answer comes once the entry is durable; a client that hears nothing hands the same envelope in again.
package struct Add: Sendable {
    /// The longest envelope that is read: what an entry bundle can hold.
    static let limit = WireBounds.entry

    private let sequencer: Sequencer
    private let archive: any Archive
    private let folder: RecordFolder?

    /// - Parameter folder: where it is kept that the log has told two stories, if an act shows that.
    package init(to archive: any Archive, through sequencer: Sequencer, forksInto folder: RecordFolder? = nil)
    {
        self.archive = archive
        self.sequencer = sequencer
        self.folder = folder
    }

    func answer(_ request: Request) async -> Response {
        let envelope: [UInt8]
        do {
            envelope = Array(try await request.body.collect(upTo: Add.limit).readableBytesView)
        } catch let error as any HTTPResponseError where error.status == .contentTooLarge {
            return Problem.tooLarge.response
        } catch {
            return Problem.brokenOff.response
        }
        switch await sequencer.submit(envelope) {
        case .refused(let refusal):
            if case .seenContradicts = refusal { await keepFork(shownBy: envelope) }
            return Problem(refusal).response
        case .failed(let error): return Problem(error).response
        case .logged(let receipt):
            guard Add.asksForProof(request.uri.query) else {
                return Add.text(Array("\(receipt.index)\n".utf8))
            }
            return await proof(receipt, envelope)
        }
    }

    /// Where this server takes no entries.
    static func closed(_ request: Request, _ context: BasicRequestContext) async -> Response {
        Problem.closed.response
    }

    private static func asksForProof(_ query: String?) -> Bool {
        (query ?? "").split(separator: "&").contains { $0 == "proof" || $0.hasPrefix("proof=") }
    }

    private func proof(_ receipt: Receipt, _ envelope: [UInt8]) async -> Response {
        do {
            let leaf = try await leaf(receipt, envelope)
            return Add.text(try EntryProof(receipt, leaf: leaf).bytes)
        } catch {
            return Problem.proofMissing(of: receipt.index).response
        }
    }

    /// The entry as it is logged. A repeated payload may have arrived under other signatures than the first time.
    private func leaf(_ receipt: Receipt, _ envelope: [UInt8]) async throws -> [UInt8] {
        if receipt.isRepeated {
            let found = try await archive.entries(from: receipt.index, limit: 1)
            if let entry = found.first { return entry.body }
        }
        return LogEntry(received: receipt.received, envelope: try Envelope(json: envelope)).leaf
    }

    /// The head that a refused act has seen, beside the one here, proves that the log has signed both.
    private func keepFork(shownBy envelope: [UInt8]) async {
        let ledger = await sequencer.ledger
        guard let folder, let log = ledger.log, let head = await sequencer.checkpoint,
            let read = try? Envelope(json: envelope),
            let seen = (try? ActStatement(of: read, home: ledger.home))?.seen,
            let fork = await ForkProof(seen: seen, log: log, head: head, rows: archive)
        else { return }
        _ = try? folder.keep(fork: fork)
    }

    private static func text(_ bytes: [UInt8]) -> Response {
        Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private static let headers: HTTPFields = [
        .contentType: "text/plain; charset=utf-8", .cacheControl: "no-store", .xContentTypeOptions: "nosniff",
    ]
}
