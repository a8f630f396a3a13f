import HTTPTypes
import HummingbirdTesting
import NIOCore
import Record
import Testing

@Suite struct `Pages while the record grows` {
    @Test func `a page that somebody has seen is not sent again until it says something else`() async throws {
        let talks = try await Talks()
        let page = "/record?at=1994-05-12"
        let seen = try await talks.get(page)
        let tag = try #require(seen.headers[.eTag])
        let again = try await talks.get(page, [.ifNoneMatch: "\"other\", W/\(tag)"])
        #expect(again.status == .notModified)
        #expect(again.body.readableBytes == 0)
        #expect(try await talks.get("/record?at=1994-05-13", [.ifNoneMatch: tag]).status == .ok)
        try await talks.attest(.stated("Nobody met on the ninth."))
        let grown = try await talks.get(page, [.ifNoneMatch: tag])
        #expect(grown.status == .ok)
        #expect(grown.text.contains("Nobody met on the ninth."))
    }

    @Test func `what is written in the record is shown and never run`() async throws {
        let talks = try await Talks()
        try await talks.attest(.stated("<script>alert('Bishkek')</script>"))
        for uri in ["/record", "/record/8"] {
            let text = try await talks.get(uri).text
            #expect(!text.contains("<script>"))
            #expect(text.contains("&lt;script&gt;"))
        }
        #expect(try await talks.get("/text/letter?copy=baku").text.contains("&lt;occupied&gt;"))
    }

    @Test func `a question is repeated on the page, and never run either`() async throws {
        let answer = try await Talks().get("/?at=%3Cscript%3Ealert(1)%3C/script%3E")
        #expect(answer.status == .badRequest)
        #expect(!answer.text.contains("<script>"))
    }

    @Test func `only the head of an answer is sent to those who ask for it alone`() async throws {
        let answer = try await Talks().head("/record")
        #expect(answer.status == .ok)
        #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
        #expect(answer.body.readableBytes == 0)
    }
}
