package import Record

/// A log on a web server: one that serves a record, or any that has its files.
package struct HTTPSource: LogSource {
    private let prefix: String
    private let outbound: Outbound

    /// - Parameter url: the address below which `checkpoint` and `tile/…` lie.
    package init(_ url: String, outbound: Outbound = Outbound()) {
        prefix = url.hasSuffix("/") ? String(url.dropLast()) : url
        self.outbound = outbound
    }

    package func file(
        _ path: String, from start: Int, limit: Int
    ) async throws(SourceFault) -> SourceFile? {
        let url = "\(prefix)/\(path)"
        let answer: Outbound.Download
        do throws(Outbound.Fault) {
            // A server that knows no ranges sends what is held already once more.
            answer = try await outbound.download(url, from: start, limit: limit + start)
        } catch {
            throw SourceFault(.silent, error.description)
        }
        guard answer.body.count <= limit + start else { throw SourceFault(.broken, "\(url) is too long.") }
        switch answer.status {
        case 200:
            let rest = Array(answer.body.dropFirst(start))
            if answer.isWhole, answer.body.count < start {
                throw SourceFault(.broken, "\(url) has \(answer.body.count) bytes, and \(start) are held.")
            }
            return SourceFile(rest, isWhole: answer.isWhole)
        case 206:
            guard answer.range?.hasPrefix("bytes \(start)-") ?? false else {
                throw SourceFault(.broken, "\(url) answers with other bytes than were asked for.")
            }
            return SourceFile(answer.body, isWhole: answer.isWhole)
        case 404, 410: return nil
        case 416:
            // Nothing follows: the connection was cut after the last byte.
            if answer.range == "bytes */\(start)" { return SourceFile([]) }
            throw SourceFault(.broken, "\(url) has no byte \(start).")
        case 408, 425, 429, 500...:
            throw SourceFault(.silent, "\(url) answers \(answer.status).")
        default: throw SourceFault(.broken, "\(url) answers \(answer.status).")
        }
    }
}
