import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Site

@Suite struct `Questions that cannot be answered` {
    static let bad: [(uri: String, says: String)] = [
        ("/?at=yesterday", "Write a date such as 1994-05-12"),
        ("/effect/letter?at=1994-13", "is no time for “at”"),
        ("/?known-on=31.12.1994", "is no time for “known-on”"),
        ("/record?published-by=soon", "is no time for “published-by”"),
        ("/?at=1994-05-12T25:00%2B04:00", "is no time for “at”"),
        ("/?according-to=Herodotus", "Choose one of these: Kazimirov, memoirs."),
        ("/text/letter?copy=paris", "Choose one of these: bishkek; baku."),
        ("/text/letter?copy=../etc", "Choose one of these: bishkek; baku."),
        ("/text/letter?language=hy", "Choose one of these: ru."),
        ("/compare/letter?a=00", "has no text with the digest “00”"),
        ("/record?from=8", "Choose one of the entries 0 to 7."),
        ("/record?from=-1", "Choose one of the entries 0 to 7."),
        ("/record?from=99999999999999999999", "Choose one of the entries 0 to 7."),
    ]

    @Test(arguments: bad) func `are answered with what is wrong and what to do`(
        uri: String, says: String
    ) async throws {
        let answer = try await Talks().get(uri)
        #expect(answer.status == .badRequest)
        #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
        #expect(answer.text.contains(says), "\(answer.text)")
        #expect(answer.text.contains("This cannot be answered"))
    }

    @Test(arguments: [
        "/nowhere", "/text", "/text/treaty", "/effect/treaty", "/compare/treaty", "/record/8", "/record/-1",
        "/record/first", "/record/8/proof", "/record/99999999999999999999/envelope",
        "/sha256/00", "/sha256/\(String(repeating: "0", count: 64))", "/tile/0/001", "/tile/0/000",
        "/tile/entries/001", "/tile/entries/000.p/9", "/tile/0/000.p/9", "/tile/63/000", "/tile/9/000",
        "/tile/0/x999/x999/x999/x999/x999/x999/999", "/tile/entries/x999/x999/x999/x999/x999/999",
        "/favicon.ico",
    ])
    func `about what is not there are answered with a page that says so`(uri: String) async throws {
        let answer = try await Talks().get(uri)
        #expect(answer.status == .notFound)
        #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
        #expect(answer.text.contains("Not found"))
        #expect(answer.headers[.cacheControl] != "max-age=31536000, immutable")
    }

    @Test(arguments: [
        "/../../etc/passwd", "/sha256/../../etc/passwd", "/sha256/..%2f..%2fetc%2fpasswd",
        "/tile/../record.sqlite", "/tile/0/../../keys/log.key", "/tile/%2e%2e/keys/log.key", "/keys/log.key",
        "/record/../keys/log.key", "/record.sqlite", "/text/..%2f..%2fkeys", "//etc/passwd",
        "/tile/entries/..%00/000",
    ])
    func `that climb out of the record find nothing`(uri: String) async throws {
        let answer = try await Talks().get(uri)
        #expect([.notFound, .badRequest].contains(answer.status), "\(answer.status)")
        #expect(!answer.text.contains("root:"))
        #expect(!answer.text.contains("PRIVATE KEY"))
    }

    @Test func `in the form of a post are not taken where there is no form`() async throws {
        let answer = try await Talks().send(Array("at=1994".utf8), type: "text/plain", to: "/record")
        #expect([.notFound, .methodNotAllowed].contains(answer.status))
    }

    @Test func `of any length are cut`() {
        let items = QueryItems("at=" + String(repeating: "9", count: 10_000))
        #expect(items["at"]?.count == 200)
        let many = QueryItems((0..<1000).map { "a\($0)=1" }.joined(separator: "&"))
        #expect(many["a31"] == "1")
        #expect(many["a32"] == nil)
    }

    @Test func `are read as forms write them`() {
        let items = QueryItems("a=%D0%91%D0%B0%D0%BA%D1%83&b=x+y&c&d=&a=second&e=%FF&f=1%2&=g")
        #expect(items["a"] == "Баку")
        #expect(items["b"] == "x y")
        #expect(items["c"] == nil)
        #expect(items["d"] == nil)
        #expect(items["e"] == nil)
        #expect(items["f"] == "1%2")
    }
}
