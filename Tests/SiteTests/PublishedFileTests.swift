import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Record
import Testing
import TransparencyLog

/// What is served beside the pages, compared with what an export of the same record holds.
@Suite struct `The published files of 1994` {
    private func ask(_ uri: String, _ headers: HTTPFields = [:]) async throws -> TestResponse {
        try await ServedRecord.bishkek.ask(uri, headers: headers)
    }

    @Test func `each file of the export is served under its name, byte for byte`() async throws {
        let record = try await ServedRecord.bishkek
        let files = try await record.exported()
        #expect(files.keys.contains("tile/0/000.p/225"))
        #expect(files.keys.contains("tile/entries/000.p/225"))
        #expect(files.keys.filter { $0.hasPrefix("sha256/") }.count == 13)
        for (name, bytes) in files {
            let answer = try await record.ask("/\(name)")
            #expect(answer.status == .ok, "\(name)")
            #expect(answer.bytes == bytes, "\(name)")
            let changes = ["checkpoint", "log.vkey", "policy"].contains(name)
            let cache = changes ? "no-cache" : "max-age=31536000, immutable"
            #expect(answer.headers[.cacheControl] == cache, "\(name)")
        }
    }

    @Test func `the whole is served as the export writes it`() async throws {
        let record = try await ServedRecord.bishkek
        let answer = try await record.ask("/export.tar")
        #expect(answer.status == .ok)
        #expect(answer.headers[.acceptRanges] == "bytes")
        #expect(answer.bytes == (try await record.tar()))
    }

    @Test func `a part of the whole is what lies there`() async throws {
        let record = try await ServedRecord.bishkek
        let tar = try await record.tar()
        for (range, expected) in [
            ("bytes=0-511", tar[0...511]), ("bytes=1000-1999", tar[1000...1999]),
            ("bytes=-1024", tar[(tar.count - 1024)...]),
        ] {
            let answer = try await record.ask("/export.tar", headers: [.range: range])
            #expect(answer.status == .partialContent)
            #expect(answer.bytes == Array(expected))
            #expect(
                answer.headers[.contentRange]
                    == "bytes \(expected.startIndex)-\(expected.endIndex - 1)/\(tar.count)")
        }
    }

    @Test func `a part beyond the end is none`() async throws {
        let answer = try await ask("/export.tar", [.range: "bytes=999999999-"])
        #expect(answer.status == .rangeNotSatisfiable)
        #expect(answer.text.contains("Ask for bytes that it has."))
    }

    @Test(arguments: [
        "/sha256/../../etc/passwd", "/tile/../record.sqlite", "/sha256/..%2F..%2Fetc%2Fpasswd",
        "/tile/%2e%2e/record.sqlite", "/tile/entries/../../record.sqlite", "/tile/entries/%2e%2e/000",
        "/sha256/%2e%2e", "/record/..%2f..%2frecord.sqlite/proof", "/tile/0/000.p/../000.p/225",
    ])
    func `nothing outside is found`(uri: String) async throws {
        let answer = try await ask(uri)
        #expect(answer.status == .notFound)
        #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
    }
}
