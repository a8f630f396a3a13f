import Hummingbird
import Logging
package import Record
package import TransparencyLog

/// Serves a witness.
package struct WitnessServer: Sendable {
    private let site: WitnessSite
    private let host: String
    private let port: Int

    package init(_ witness: Witness, store: any WitnessStore, host: String, port: Int) {
        site = WitnessSite(witness, store: store)
        self.host = host
        self.port = port
    }

    /// Serves until the process is told to stop.
    package func run() async throws {
        var logger = Logger(label: "bishkek witness")
        logger.logLevel = .warning
        let application = Application(
            router: site.router,
            configuration: .init(address: .hostname(host, port: port), serverName: "bishkek"), logger: logger)
        try await application.runService()
    }
}
