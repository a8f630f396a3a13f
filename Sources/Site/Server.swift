import Hummingbird
import Logging
import Pages
package import Record

/// Serves the pages of one record, and the files by which anybody verifies it. It only reads.
package struct Server: Sendable {
    private let model: ReadModel
    private let renderer: Renderer
    private let host: String
    private let port: Int

    /// - Parameter ledger: the record as far as it was read; the server follows the archive from there.
    /// - Parameter folder: where proofs of a fork may lie, so that every page says so.
    /// - Throws: if the pages cannot be made ready.
    package init(
        archive: any Archive, ledger: Ledger, folder: RecordFolder? = nil, host: String, port: Int
    ) throws {
        model = ReadModel(archive: archive, ledger: ledger, folder: folder)
        renderer = try Renderer()
        self.host = host
        self.port = port
    }

    /// Serves until the process is told to stop.
    package func run() async throws {
        Task { await model.verify() }
        var logger = Logger(label: "bishkek")
        logger.logLevel = .warning
        let application = Application(
            router: Site(model: model, renderer: renderer).router,
            configuration: .init(address: .hostname(host, port: port), serverName: "bishkek"), logger: logger)
        do {
            try await application.runService()
        } catch {
            await model.discard()
            throw error
        }
        await model.discard()
    }
}
