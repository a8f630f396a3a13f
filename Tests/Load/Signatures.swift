import ArgumentParser
import Ceasefire
import Foundation
import Record

/// The limit of verification: how many Ed25519 signatures of such entries this machine checks a second, on all cores.
///
/// No two that follow each other are the same: the path through the check depends on the signature, and a processor soon
/// knows its way through one that it sees again and again.
struct Signatures: AsyncParsableCommand {
    @Option(help: "For how long.") var seconds = 3.0
    @Option(help: "About how many bytes an entry has.") var size = 1024

    func run() async throws {
        let reporter = try Reporter(size: size)
        let key = try PublicKey(reporter.key)
        let signed = try (0..<4096).map { number in
            let envelope = try reporter.report("measured-\(number)")
            return (envelope.message, envelope.signatures[0].bytes)
        }
        let end = ContinuousClock.now + .seconds(seconds)
        let cores = ProcessInfo.processInfo.activeProcessorCount
        let count = await withTaskGroup(of: Int.self) { group in
            for core in 0..<cores {
                group.addTask {
                    var count = 0
                    while ContinuousClock.now < end {
                        for _ in 0..<100 {
                            let (message, signature) = signed[(count + core) % signed.count]
                            guard key.isValid(signature, for: message) else { return 0 }
                            count += 1
                        }
                    }
                    return count
                }
            }
            return await group.reduce(0, +)
        }
        print("{\"cores\":\(cores),\"perSecond\":\(Int(Double(count) / seconds))}")
    }
}
