import Hummingbird
import Logging
import Pages
package import Record

/// Serves the pages of one record, and the files by which anybody verifies it. It only reads, unless it
/// is given where entries are taken.
package struct Server: Sendable {
    private let model: ReadModel
    private let renderer: Renderer
    private let add: Add?
    private let heads: (any CosignedHeads)?
    private let host: String
    private let port: Int
    private let duties: [@Sendable () async throws -> Void]

    /// - Parameter ledger: the record as far as it was read; the server follows the archive from there.
    /// - Parameter folder: where proofs of a fork may lie, so that every page says so, and where what was checked is kept
    ///   for the next start.
    /// - Parameter duties: what else is done while it serves, until it is called off; one that throws ends the server.
    /// - Throws: if the pages cannot be made ready.
    package init(
        archive: any Archive, ledger: Ledger, folder: RecordFolder? = nil, add: Add? = nil,
        heads: (any CosignedHeads)? = nil, host: String, port: Int,
        duties: [@Sendable () async throws -> Void] = []
    ) throws {
        model = ReadModel(archive: archive, ledger: ledger, folder: folder)
        renderer = try Renderer()
        self.add = add
        self.heads = heads
        self.duties = duties
        self.host = host
        self.port = port
    }

    /// Serves until the process is told to stop.
    package func run() async throws {
        Task { await model.verify() }
        var logger = Logger(label: "bishkek")
        logger.logLevel = .warning
        let application = Application(
            router: Site(model: model, renderer: renderer, add: add, heads: heads).router,
            configuration: .init(address: .hostname(host, port: port), serverName: "bishkek"), logger: logger)
        do {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await application.runService() }
                for duty in duties { group.addTask { try await duty() } }
                // The first to end ends the others: the service, when it is told to stop, or a duty that cannot go on.
                defer { group.cancelAll() }
                try await group.next()
            }
        } catch {
            await model.discard()
            throw error
        }
        await model.discard()
    }
}
