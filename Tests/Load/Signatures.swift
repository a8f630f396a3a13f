import ArgumentParser
import Ceasefire
import Foundation
import Record

/// The limit of verification: how many Ed25519 signatures of such entries this machine checks a second, on all cores.
struct Signatures: AsyncParsableCommand {
    @Option(help: "For how long.") var seconds = 3.0
    @Option(help: "About how many bytes an entry has.") var size = 1024

    func run() async throws {
        let reporter = try Reporter(size: size)
        let key = try PublicKey(reporter.key)
        let envelope = try reporter.report("measured")
        let message = Envelope.preAuthentication(of: envelope.payload)
        let signature = envelope.signatures[0].bytes
        let end = ContinuousClock.now + .seconds(seconds)
        let cores = ProcessInfo.processInfo.activeProcessorCount
        let count = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<cores {
                group.addTask {
                    var count = 0
                    while ContinuousClock.now < end {
                        for _ in 0..<100 where key.isValid(signature, for: message) { count += 1 }
                    }
                    return count
                }
            }
            return await group.reduce(0, +)
        }
        print("{\"cores\":\(cores),\"perSecond\":\(Int(Double(count) / seconds))}")
    }
}
