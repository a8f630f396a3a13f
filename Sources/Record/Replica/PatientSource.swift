/// A source over a bad link: asks again, each time after a longer pause, and goes on where a connection was cut.
package struct PatientSource: LogSource {
    /// How often in a row a question may come to nothing.
    package static let tries = 7

    private let source: any LogSource
    private let pause: Swift.Duration
    private let told: @Sendable (String) -> Void

    /// - Parameter pause: how long it waits after the first failure; after each further one twice as long, up to
    ///   64 times.
    /// - Parameter told: hears why it waits.
    package init(
        _ source: any LogSource, pause: Swift.Duration = .milliseconds(500),
        told: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.source = source
        self.pause = pause
        self.told = told
    }

    package func file(
        _ path: String, from start: Int, limit: Int
    ) async throws(SourceFault) -> SourceFile? {
        var bytes: [UInt8] = []
        var failures = 0
        while true {
            var why = "the connection was cut"
            do throws(SourceFault) {
                guard
                    let piece = try await source.file(
                        path, from: start + bytes.count, limit: limit - bytes.count)
                else { return nil }
                bytes += piece.bytes
                if piece.isWhole { return SourceFile(bytes) }
                // As long as something arrives, the link is only slow.
                if !piece.bytes.isEmpty { failures = 0 }
            } catch {
                guard error.code == .silent else { throw error }
                why = error.description
            }
            failures += 1
            guard failures < PatientSource.tries else {
                throw SourceFault(.silent, "Gave up after \(failures) tries: \(why)")
            }
            let wait = pause * (1 << min(failures - 1, 6))
            told("\(path): \(why); trying again in \(wait)")
            do {
                try await Task.sleep(for: wait)
            } catch {
                throw SourceFault(.silent, "Called off while waiting.")
            }
        }
    }
}
