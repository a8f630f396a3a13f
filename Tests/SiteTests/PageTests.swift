import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@Suite struct `The pages of a record` {
    private func ask(_ uri: String) async throws -> TestResponse {
        try await ServedRecord.bishkek.ask(uri)
    }

    private static let pages = [
        "/", "/?at=1994-05-12", "/participants", "/effect/ceasefire-letters-1994",
        "/effect/bishkek-protocol?at=2016-04-03&known-on=2030-01-01&published-by=2010&according-to=memoirs",
        "/text/bishkek-protocol", "/text/bishkek-protocol?copy=photocopy-baku&language=ru",
        "/text/tehran-communique", "/compare/bishkek-protocol", "/compare/ceasefire-letters-1994", "/record",
        "/record?from=0", "/record?from=200", "/record/0", "/record/224", "/verify",
    ]

    @Test(arguments: pages)
    func `each is whole, and works without scripts`(uri: String) async throws {
        let answer = try await ask(uri)
        #expect(answer.status == .ok)
        #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
        #expect(answer.headers[.cacheControl] == "no-cache")
        #expect(answer.text.hasPrefix("<!DOCTYPE html>") || answer.text.hasPrefix("<!doctype html>"))
        #expect(answer.text.contains("</html>"))
        for forbidden in ["<script", " style=", "javascript:", " onclick=", "<style", "{{"] {
            #expect(!answer.text.lowercased().contains(forbidden), "\(forbidden) in \(uri)")
        }
        #expect(!answer.text.contains("src=\"http"))
    }

    @Test(arguments: pages + ["/style.css", "/checkpoint", "/healthz", "/nowhere", "/?at=yesterday"])
    func `each answer forbids what no page needs`(uri: String) async throws {
        let headers = try await ask(uri).headers
        let policy = try #require(headers[.contentSecurityPolicy])
        #expect(policy.contains("default-src 'none'"))
        #expect(policy.contains("frame-ancestors 'none'"))
        #expect(!policy.contains("unsafe"))
        #expect(!policy.contains("script-src"))
        #expect(headers[.xContentTypeOptions] == "nosniff")
        #expect(try headers[#require(HTTPField.Name("Referrer-Policy"))] == "no-referrer")
    }

    @Test func `a page answers for the time that is asked`() async throws {
        let midnight = try await ask("/effect/ceasefire-letters-1994?at=1994-05-12T00:00%2B04:00").text
        let minute = try await ask("/effect/ceasefire-letters-1994?at=1994-05-12T00:01%2B04:00").text
        #expect(midnight.contains("Not in force for Azerbaijan"))
        #expect(minute.contains("In force for Azerbaijan since 12 May 1994, 00:01"))
    }

    @Test func `a plus sign that somebody typed into the address is one`() async throws {
        let typed = try await ask("/effect/ceasefire-letters-1994?at=1994-05-12T00:01+04:00")
        #expect(typed.status == .ok)
        #expect(typed.text.contains("In force for Azerbaijan since 12 May 1994, 00:01"))
    }

    @Test func `whoever verifies at home is told the command, with the log's key`() async throws {
        let log = try await ServedRecord.bishkek.log
        let text = try await ask("/verify").text
        #expect(
            text.contains("/export.tar &amp;&amp; bishkek verify export.tar --log &#39;\(log)&#39;</pre>"))
    }

    // MARK: What is asked wrongly

    @Test(arguments: [
        "/?at=yesterday", "/?at=1994-02-30", "/?known-on=soon", "/record?published-by=12.05.1994",
        "/effect/bishkek-protocol?at=%3Cscript%3E", "/?according-to=Herodotus",
        "/text/bishkek-protocol?copy=photocopy-paris", "/compare/bishkek-protocol?a=0123",
        "/record?from=225", "/record?from=-1", "/record?from=x",
    ])
    func `a question that cannot be answered is told how to ask`(uri: String) async throws {
        let answer = try await ask(uri)
        #expect(answer.status == .badRequest)
        #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
        #expect(
            answer.text.contains("Write a date such as 1994-05-12") || answer.text.contains("Choose one of"))
        #expect(!answer.text.contains("<script"))
    }

    @Test(arguments: [
        "/nowhere", "/effect", "/effect/bishkek-accord", "/text/bishkek-accord", "/compare/bishkek-accord",
        "/record/225", "/record/-1", "/record/first", "/record/99999999999999999999",
        "/record/9223372036854775807", "/record/225/proof", "/record/225/envelope",
    ])
    func `what is not there is not found`(uri: String) async throws {
        let answer = try await ask(uri)
        #expect(answer.status == .notFound, "\(uri)")
        #expect(answer.text.contains("Go to the home page and follow a link from there."))
    }

    @Test func `what is not text in a question is left out`() async throws {
        let answer = try await ask("/?at=%FF%FE&&=&at")
        #expect(answer.status == .ok)
    }

    @Test func `nobody writes`() async throws {
        for method in [HTTPRequest.Method.put, .delete, .post, .patch] {
            let answer = try await ServedRecord.bishkek.ask("/record", method)
            #expect(answer.status.code >= 400 && answer.status.code < 500)
        }
    }
}
