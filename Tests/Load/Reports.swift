import Ceasefire
import NIOCore
import Record
import Synchronization

/// Signed reports as requests, each handed out once: those made before, then others made when they are asked for.
final class Reports: Sendable {
    struct Report {
        let id: String
        /// The whole request that hands it in.
        let request: ByteBuffer
    }

    private let reporter: Reporter
    private let host: String
    private let run: String
    private let prepared: [Report]
    private let limit: Int
    private let given = Atomic(0)

    /// - Parameters:
    ///   - count: how many are made before, on all cores, so that who measures does not measure their signing.
    ///   - limit: how many are handed out in all.
    init(_ reporter: Reporter, to host: String, run: String, prepared count: Int, limit: Int) async throws {
        (self.reporter, self.host, self.run, self.limit) = (reporter, host, run, limit)
        prepared = try await withThrowingTaskGroup(of: [Report].self) { group in
            for start in stride(from: 0, to: count, by: 1024) {
                group.addTask {
                    try (start..<min(start + 1024, count)).map {
                        try Report(reporter.report("\(run)-\($0)"), to: host)
                    }
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
    }

    /// The next one; nil after the last.
    func next() throws -> Report? {
        let number = given.wrappingAdd(1, ordering: .relaxed).oldValue
        guard number < limit else { return nil }
        return number < prepared.count
            ? prepared[number] : try Report(reporter.report("\(run)-\(number)"), to: host)
    }
}

extension Reports.Report {
    fileprivate init(_ envelope: Envelope, to host: String) {
        let body = envelope.json
        let head = "POST /add HTTP/1.1\r\nhost: \(host)\r\ncontent-length: \(body.count)\r\n\r\n"
        var request = ByteBuffer(string: head)
        request.writeBytes(body)
        self.init(id: envelope.id.hex, request: request)
    }
}
