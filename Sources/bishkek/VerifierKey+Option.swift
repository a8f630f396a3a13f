import Foundation
import TransparencyLog

extension VerifierKey {
    /// A log's key as `--log` gives it: itself, or the name of a file that holds it.
    init(option log: String) throws {
        let file = FileManager.default.contents(atPath: log)
        let text = file.map { String(decoding: $0, as: UTF8.self) } ?? log
        do throws(LogError) {
            self = try VerifierKey(text.trimmingCharacters(in: .whitespacesAndNewlines))
        } catch {
            let what = file == nil ? "is no verifier key, and there is no such file" : "holds no verifier key"
            throw Failure.usage("--log \(log) \(what): \(error.message)")
        }
        guard algorithm == .ed25519 else { throw Failure.usage("--log \(log) is not the key of a log.") }
    }
}
