import Foundation
import Testing

@Suite struct `bishkek link` {
    private static let reports = [
        "P1,Post,2020-07-27T06:30Z,48.0000,37.8000,shelling,mortar,2,north",
        "R1,Radio,2020-07-27T06:42Z,48.0030,37.8040,shelling,mortar,2,south",
        "S1,School,2020-07-27T07:30Z,48.0200,37.8300,shelling,mortar,3,",
        "P2,Post,2020-07-29T22:00Z,48.1000,37.9000,shooting,rifle,,",
        "R2,Radio,2020-07-30T22:10Z,48.1010,37.9010,shooting,rifle,,",
        "P3,Post,2020-08-05,48.5,37.1,shooting,,1,",
        "R3,Radio,2020-08-05T15:00Z,48.52,37.13,shelling,,,",
        "\"X,1\",Radio,2020-09-01T15:00Z,48.7,37.13,shelling,,,",
    ]

    private func table(_ rows: [String], in folder: Folder, _ name: String = "reports.csv") throws -> String {
        let head = "id,observer,time,latitude,longitude,type,weapon,casualties,attributed_to\n"
        try Data((head + rows.joined(separator: "\n") + "\n").utf8).write(
            to: folder.url.appending(path: name))
        return folder(name)
    }

    @Test func `a sentence, the events, and the pairs that wait with the parts of their scores`() async throws
    {
        let folder = try Folder()
        let run = try await Program.run("link", try table(Self.reports, in: folder))
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(
            run.output.hasPrefix(
                "8 reports of 3 observers tell of 6 events. 2 pairs wait for a person. "
                    + "With a threshold lower by one bit there would be 5 events, higher by one bit 6.\n"))
        #expect(run.output.contains("P1 R1 S1"))
        #expect(run.output.contains("P2 and R2: +3.4 bits, a day apart, otherwise alike"))
        #expect(run.output.contains("distance within 1 km +2.0"))
        #expect(!run.output.contains("north"))
    }

    @Test func `the order of the rows, and whom they blame, make no difference`() async throws {
        let folder = try Folder()
        let blamed = Self.reports.map { $0.replacing("north", with: "south") }
        var written: Set<String> = []
        for (number, rows) in [Self.reports, Self.reports.reversed(), blamed].enumerated() {
            let out = folder("out-\(number).csv")
            let run = try await Program.run(
                "link", try table(rows, in: folder, "\(number).csv"), "--out", out)
            #expect(run.status == 0)
            written.insert(try String(contentsOfFile: out, encoding: .utf8))
        }
        #expect(
            written == [
                "report,cluster\nP1,P1\nP2,P2\nP3,P3\nR1,P1\nR2,R2\nR3,R3\nS1,P1\n\"X,1\",\"X,1\"\n"
            ])
    }

    @Test func `a person links and unlinks`() async throws {
        let folder = try Folder()
        let decisions = folder("decisions.csv")
        try Data("first,second,decision\nP2,R2,link\nR1,P1,unlink\n".utf8).write(to: URL(filePath: decisions))
        let answer = try await Program.run(
            "link", try table(Self.reports, in: folder), "--decisions", decisions, "--json"
        ).object
        let clusters = try #require(answer["clusters"] as? [[String: Any]])
        let members = clusters.compactMap { $0["reports"] as? [String] }
        #expect(members.contains(["P2", "R2"]))
        #expect(!members.contains { $0.contains("P1") && $0.contains("R1") })
        let review = try #require(answer["review"] as? [[String: Any]])
        #expect(review.count == 1 && review[0]["reason"] as? String == "belowThreshold")
        let parts = try #require(review[0]["parts"] as? [[String: Any]])
        #expect(
            parts.compactMap { $0["feature"] as? String } == [
                "distance", "time", "type", "weapon", "casualties",
            ])
        let sum = try parts.reduce(try #require(review[0]["start"] as? Double)) {
            $0 + (try #require($1["bits"] as? Double))
        }
        #expect(abs(sum - (try #require(review[0]["score"] as? Double))) < 1e-9)
        #expect((clusters[0]["from"] as? String)?.hasPrefix("2020-07-27T06:30:00") == true)
    }

    @Test func `one observer has nobody to be compared with`() async throws {
        let folder = try Folder()
        let alone = try table(Self.reports.filter { $0.contains("Radio") }, in: folder)
        let run = try await Program.run("link", alone)
        #expect(run.status == 2 && run.output.isEmpty)
        #expect(run.errors.contains("nobody to compare"))
    }

    @Test func `what is asked wrongly is usage`() async throws {
        let folder = try Folder()
        let table = try table(Self.reports, in: folder)
        for (text, word) in [
            ("P1,P1,link", "are not two reports"), ("P1,Z9,link", "are not two reports"),
            ("P1,R1,yes", "write link or unlink"),
        ] {
            let decisions = folder("decisions.csv")
            try Data("first,second,decision\n\(text)\n".utf8).write(to: URL(filePath: decisions))
            let run = try await Program.run("link", table, "--decisions", decisions)
            #expect(run.status == 64 && run.errors.contains(word), "\(run.errors)")
        }
        #expect(try await Program.run("link", folder("nowhere.csv")).status == 64)
        #expect(try await Program.run("link", table, "--observer", "who").status == 64)
        #expect(try await Program.run("link", table, "--hours", "-1").status == 64)
        #expect(try await Program.run("link", table, "--threshold", "5000").status == 64)
        let limited = try await Program.run("link", table, "--limit=-1")
        #expect(limited.status == 64 && limited.errors.contains("0 or more"))
        #expect(try await Program.run("link", "-", "--decisions", "-").status == 64)
        #expect(try await Program.run("link", table, "--threshold", "-3").status == 0)
    }

    @Test func `no decision is passed over`() async throws {
        let folder = try Folder()
        let decisions = folder("decisions.csv")
        try Data("first,second,decision\nP1,R1,unlink,because\n".utf8).write(to: URL(filePath: decisions))
        let run = try await Program.run(
            "link", try table(Self.reports, in: folder), "--decisions", decisions)
        #expect(run.status == 1 && run.output.isEmpty && run.errors.contains("row 2"), "\(run.errors)")
    }
}
