import Foundation
import Testing

@Suite struct `The status of the letters of May 1994` {
    private func letters(at time: String) async throws -> String {
        let run = try await Program.run(
            "status", Bishkek1994.record, "ceasefire-letters-1994", "--at", time)
        #expect(run.status == 0, "\(run.errors)")
        return run.output
    }

    @Test func `is pending the day before`() async throws {
        let answer = try await letters(at: "1994-05-11")
        #expect(answer.contains("As of 11 May 1994"))
        #expect(answer.contains("○ Not in force for Azerbaijan: 4 of 7 conditions are open."))
        #expect(answer.contains("○ Not in force for Nagorno-Karabakh: 5 of 7 conditions are open."))
    }

    @Test func `waits for the hour alone at midnight`() async throws {
        let answer = try await letters(at: "1994-05-12T00:00+04:00")
        #expect(answer.contains("○ Not in force for Armenia: 1 of 7 conditions is open."))
        #expect(!answer.contains("✓"))
    }

    @Test func `is in force for all three a minute later`() async throws {
        let answer = try await letters(at: "1994-05-12T00:01+04:00")
        #expect(answer.contains("As of 12 May 1994, 00:01, Asia/Baku, UTC+4"))
        for party in ["Azerbaijan", "Armenia", "Nagorno-Karabakh"] {
            #expect(answer.contains("✓ In force for \(party) since 12 May 1994, 00:01."))
        }
    }

    @Test func `is the same at the same instant in another zone`() async throws {
        let answer = try await letters(at: "1994-05-11T20:01Z")
        #expect(answer.contains("✓ In force for Azerbaijan since 12 May 1994, 00:01."))
    }

    @Test func `stays in force while a breach is reported in April 2016`() async throws {
        let answer = try await letters(at: "2016-04-03")
        #expect(answer.contains("✓ In force for Azerbaijan since 12 May 1994, 00:01. [all day]"))
        #expect(answer.contains("Observance: breach reported at this time (2 accounts), not assessed."))
    }

    @Test func `stays in force beside the truces nested in it in October 2020`() async throws {
        let answer = try await letters(at: "2020-10-18")
        #expect(answer.contains("✓ In force for Azerbaijan since 12 May 1994, 00:01. [all day]"))
        let all = try await Program.run("status", Bishkek1994.record, "--at", "2020-10-18").output
        let truce = all.components(separatedBy: "\n\n").first { $0.contains("  truce-2020-10-18") }
        #expect(truce?.contains("✓ In force for Azerbaijan") == true, "\(all)")
        #expect(
            truce?.contains("Nested in Three identical letters on the ceasefire of 12 May 1994.") == true)
    }

    @Test func `ends towards Armenia but not towards Nagorno-Karabakh in November 2020`() async throws {
        let answer = try await letters(at: "2021-01-01")
        #expect(
            answer.contains(
                "In force for Azerbaijan since 12 May 1994, 00:01, towards Nagorno-Karabakh, no longer towards Armenia."
            ))
    }

    @Test func `differs at each of these times`() async throws {
        var answers: Set<String> = []
        let times = [
            "1994-05-11", "1994-05-12T00:00+04:00", "1994-05-12T00:01+04:00", "2016-04-03", "2020-10-18",
            "2021-01-01",
        ]
        for time in times {
            // Without the head, which names the time.
            answers.insert(try await letters(at: time).split(separator: "\n").dropFirst(2).joined())
        }
        #expect(answers.count == times.count)
    }

    @Test func `is read in half a minute as a summary`() async throws {
        let run = try await Program.run("status", Bishkek1994.record, "--summary", "--at", "2021-01-01")
        #expect(run.status == 0)
        #expect(run.output.contains("What still divides "))
        #expect(run.output.split(separator: "\n").count < 70)
    }
}
