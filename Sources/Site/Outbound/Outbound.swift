package import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// Requests to other machines: witnesses, logs that are mirrored. Every answer is bounded in size and in time.
package struct Outbound: Sendable {
    package struct Answer: Sendable {
        package let status: Int
        package let contentType: String?
        package let body: [UInt8]
    }

    /// Why there is no answer; a status of any kind is one.
    package struct Fault: Error, Sendable, CustomStringConvertible {
        package let description: String
    }

    private let client: HTTPClient
    private let timeout: TimeAmount

    package init(client: HTTPClient = .shared, seconds: Int64 = 20) {
        self.client = client
        timeout = .seconds(seconds)
    }

    /// Asks for a file, from the byte `start` on; a server that knows no ranges answers 200 with the whole.
    package func get(_ url: String, from start: Int = 0, limit: Int) async throws(Fault) -> Answer {
        var request = HTTPClientRequest(url: url)
        if start > 0 { request.headers.add(name: "Range", value: "bytes=\(start)-") }
        return try await answer(request, limit: limit)
    }

    /// As ``get(_:from:limit:)``, and keeps what had arrived where the connection is cut; of what is longer than `limit`, more
    /// than that.
    func download(_ url: String, from start: Int, limit: Int) async throws(Fault) -> Download {
        var request = HTTPClientRequest(url: url)
        if start > 0 { request.headers.add(name: "Range", value: "bytes=\(start)-") }
        var download: Download?
        do {
            let response = try await client.execute(request, timeout: timeout)
            download = Download(
                status: Int(response.status.code), range: response.headers.first(name: "content-range"))
            for try await part in response.body {
                download?.body += Array(part.readableBytesView)
                if let read = download, read.body.count > limit { return read }
            }
            download?.isWhole = true
        } catch {
            guard download != nil else { throw Fault(description: "\(url) does not answer: \(error)") }
        }
        guard let download else { throw Fault(description: "\(url) does not answer.") }
        return download
    }

    struct Download: Sendable {
        let status: Int
        /// The header Content-Range.
        let range: String?
        var body: [UInt8] = []
        var isWhole = false
    }

    package func post(
        _ body: [UInt8], to url: String, type: String = "text/plain; charset=utf-8", limit: Int
    ) async throws(Fault) -> Answer {
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: type)
        request.body = .bytes(body)
        return try await answer(request, limit: limit)
    }

    private func answer(_ request: HTTPClientRequest, limit: Int) async throws(Fault) -> Answer {
        do {
            let response = try await client.execute(request, timeout: timeout)
            let body = try await response.body.collect(upTo: limit)
            return Answer(
                status: Int(response.status.code), contentType: response.headers.first(name: "content-type"),
                body: Array(body.readableBytesView))
        } catch {
            throw Fault(description: "\(request.url) does not answer: \(error)")
        }
    }
}
