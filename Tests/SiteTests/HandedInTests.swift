import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@Suite struct `What somebody hands in about 1994` {
    private let boundary = "----frontier"

    private func hand(
        _ bytes: [UInt8], as field: String = "file", named file: String? = "record.tar"
    ) async throws -> TestResponse {
        let name = file.map { "; filename=\"\($0)\"" } ?? ""
        let head =
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(field)\"\(name)\r\n"
            + "Content-Type: application/octet-stream\r\n\r\n"
        let body = Array(head.utf8) + bytes + Array("\r\n--\(boundary)--\r\n".utf8)
        return try await ServedRecord.bishkek.ask(
            "/verify", .post, headers: [.contentType: "multipart/form-data; boundary=\(boundary)"],
            body: body)
    }

    private func proof(of index: Int) async throws -> String {
        try await ServedRecord.bishkek.ask("/record/\(index)/proof").text
    }

    @Test func `the export passes`() async throws {
        let answer = try await hand(try await ServedRecord.bishkek.tar())
        #expect(answer.status == .ok)
        #expect(answer.text.contains("What you handed in: record.tar"))
        #expect(answer.text.contains("Passed: 225 entries"))
    }

    @Test func `one changed byte fails`() async throws {
        var tar = try await ServedRecord.bishkek.tar()
        let word = try #require(tar.firstRange(of: Array("захваченных".utf8)))
        tar[word.lowerBound + 1] ^= 1
        let answer = try await hand(tar)
        #expect(answer.status == .ok)
        #expect(answer.text.contains("Failed: "))
    }

    @Test func `a pasted proof passes with the line ends of a form`() async throws {
        let pasted = try await proof(of: 100).replacing("\n", with: "\r\n")
        let answer = try await hand(Array(pasted.utf8), as: "proof", named: nil)
        #expect(answer.text.contains("Passed: entry 100 is in the record"))
    }

    @Test func `a proof under another log's head fails`() async throws {
        let text = try await proof(of: 100)
        let signature = try #require(text.firstRange(of: "— example.org/bishkek-1994 "))
        var bytes = Array(text.utf8)
        let place = text.utf8.distance(from: text.startIndex, to: signature.upperBound) + 40
        bytes[place] = bytes[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
        let answer = try await hand(bytes, as: "proof", named: nil)
        #expect(answer.text.contains("Failed: "))
        #expect(!answer.text.contains("Passed: entry"))
    }

    @Test(arguments: [
        "<script>alert(1)</script>.tar", "a&b<i>.tar", "'><img src=x onerror=alert(1)>.tar",
    ])
    func `a name that is markup is shown and not obeyed`(name: String) async throws {
        let answer = try await hand(try await ServedRecord.bishkek.tar(), named: name)
        #expect(answer.status == .ok)
        #expect(answer.text.contains("What you handed in: "))
        for markup in ["<script", "<i>.tar", "<img"] { #expect(!answer.text.contains(markup)) }
    }

    @Test(arguments: ["", "Dear diary", "\u{0}\u{1}\u{2}", "c2sp.org/tlog-proof@v1", "<html></html>"])
    func `anything else is told what is expected`(words: String) async throws {
        let answer = try await hand(Array(words.utf8))
        #expect(answer.status == .ok)
        #expect(!answer.text.contains("Passed: entry"))
        let told = ["Nothing was handed in", "This is no exported record and no proof", "Failed: "]
        #expect(told.contains { answer.text.contains($0) })
    }
}
