import Ceasefire
package import TransparencyLog

extension Archive {
    /// The log's key, as entry 0 names it; `nil` where there is no entry 0, or none that opens a record.
    package func log() async throws(ArchiveError) -> VerifierKey? {
        guard let first = try await entry(at: 0),
            let statement = try? ActStatement(leaf: first.body, home: .utc),
            case .participation(.opened(let opening)) = statement.act
        else { return nil }
        return try? VerifierKey(opening.log)
    }
}
