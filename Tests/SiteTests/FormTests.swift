import HTTPTypes
import HummingbirdTesting
import Record
import Testing

@testable import Site

@Suite struct `What is handed in` {
    @Test(arguments: ["file", "proof"])
    func `a proof of this record passes, as a file or pasted`(field: String) async throws {
        let talks = try await Talks()
        var proof = try await talks.get("/record/2/proof").bytes
        if field == "proof" {
            proof = Array(String(decoding: proof, as: UTF8.self).replacing("\n", with: "\r\n").utf8)
        }
        let answer = try await talks.hand(in: proof, as: field)
        #expect(answer.status == .ok)
        #expect(answer.text.contains("Passed: entry 2 is in the record under the head that the log signed."))
    }

    @Test func `a proof that was meddled with fails`() async throws {
        let talks = try await Talks()
        let proof = try await talks.get("/record/2/proof").text
        let moved = proof.replacing("\nindex 2\n", with: "\nindex 3\n")
        #expect(moved != proof)
        let answer = try await talks.hand(in: Array(moved.utf8))
        #expect(answer.status == .ok)
        #expect(answer.text.contains("Failed: "))
        #expect(!answer.text.contains("Passed: entry"))
    }

    @Test func `an exported record is checked from its bytes`() async throws {
        let talks = try await Talks()
        var tar = try await talks.get("/export.tar").bytes
        let answer = try await talks.hand(in: tar)
        #expect(answer.text.contains("What you handed in: handed-in"))
        #expect(answer.text.contains("This proves"))
        let place = try #require(tar.firstRange(of: Array("captured".utf8)))
        tar[place.lowerBound] ^= 1
        let changed = try await talks.hand(in: tar)
        #expect(changed.status == .ok)
        #expect(changed.text.contains("failed"))
    }

    @Test func `what is neither a record nor a proof is called so`() async throws {
        let answer = try await Talks().hand(in: Array("Dear diary".utf8))
        #expect(answer.status == .ok)
        #expect(answer.text.contains("This is no exported record and no proof."))
    }

    @Test func `an empty form is answered with what to do`() async throws {
        let answer = try await Talks().hand(in: [])
        #expect(answer.text.contains("Nothing was handed in. Choose a file, or paste a proof."))
    }

    @Test func `more than the limit is refused, and the page says where to check it`() async throws {
        let talks = try await Talks()
        let answer = try await talks.hand(in: [UInt8](repeating: 0, count: Site.uploadLimit + 1))
        #expect(answer.status == .contentTooLarge)
        #expect(answer.text.contains("bishkek verify FILE"))
        #expect(answer.headers[.xContentTypeOptions] == "nosniff")
    }

    @Test(arguments: [
        "text/plain", "application/x-www-form-urlencoded", "multipart/form-data",
        "multipart/form-data; boundary=", "multipart/form-data; boundary=other",
    ])
    func `what does not arrive as the form is refused`(type: String) async throws {
        let answer = try await Talks().send(Array("--slip\r\n".utf8), type: type)
        #expect(answer.status == .badRequest)
        #expect(answer.text.contains("form"))
    }

    @Test func `the record is as it was`() async throws {
        let talks = try await Talks()
        let before = try await talks.get("/checkpoint").text
        _ = try await talks.hand(in: try await talks.get("/export.tar").bytes)
        #expect(try await talks.get("/checkpoint").text == before)
    }

    // MARK: The form

    @Test func `a form that is broken off has no parts`() {
        let head = "--slip\r\nContent-Disposition: form-data; name=\"file\""
        let broken = [
            "", "--", "--slip", "--slip\r\n", head, head + "\r\n\r\n", head + "\r\n\r\n--slip--",
            head + "\r\n--slip--\r\n\r\n", "--slip\r\nContent-Type: text/plain\r\n\r\nx\r\n--slip--",
            head + "\r\n\r\nwords\r\n--sli",
        ]
        for body in broken { #expect(FormParts(Array(body.utf8), boundary: "slip") == nil, "\(body)") }
        #expect(FormParts(Array("--\r\n".utf8), boundary: "") == nil)
        #expect(FormParts([], boundary: String(repeating: "b", count: 71)) == nil)
    }

    @Test func `parts keep their bytes, whatever they are`() throws {
        let head = "--slip\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n"
        let bytes: [UInt8] = [0, 255] + Array("\r\n-slip\r\n--sli".utf8) + [13, 10]
        let form = try #require(
            FormParts(Array(head.utf8) + bytes + Array("\r\n--slip--\r\n".utf8), boundary: "slip"))
        #expect(form.parts.map(\.name) == ["file"])
        #expect(form.parts.first?.bytes == bytes)
    }
}
