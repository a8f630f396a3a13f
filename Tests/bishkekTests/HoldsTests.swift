import Foundation
import Testing

@Suite struct `bishkek holds` {
    private static let shared = Sources.package.appending(path: "../shared/data").standardizedFileURL
    static let osce = shared.appending(path: "osce/osce_smm_ceasefire_violations_2017_2022.csv").path
    static let myanmar = shared.appending(path: "ucdp/ged191_myanmar_bangladesh_1989_2018.csv.gz").path
    static let hasShared = FileManager.default.fileExists(atPath: osce)
    static let lung = shared.appending(path: "survival/lung.csv").path

    /// A table of ten weeks before and ten after 11 March 2024, and six in which it ended.
    static let spring: String = {
        let counts = [
            60, 75, 64, 80, 58, 71, 66, 77, 62, 69, 4, 2, 3, 5, 1, 2, 4, 3, 2, 3, 40, 35, 48, 44, 39, 41,
        ]
        var text = "week,violations\n"
        let calendar = Calendar(identifier: .iso8601)
        let start = Date(timeIntervalSince1970: 1_704_067_200)
        for (week, count) in counts.enumerated() {
            let day = calendar.date(byAdding: .day, value: 7 * week, to: start) ?? start
            text += "\(day.formatted(.iso8601.year().month().day())),\(count)\n"
        }
        return text
    }()

    private func file(_ text: String, in folder: Folder, _ name: String = "table.csv") throws -> String {
        try Data(text.utf8).write(to: folder.url.appending(path: name))
        return folder(name)
    }

    @Test(.enabled(if: hasShared, "needs the OSCE series, which lies beside this repository"))
    func `the summer of 2020, as the mission counted it`() async throws {
        let folder = try Folder()
        let run = try await Program.run(
            "holds", Self.osce, "--since", "2020-07-27", "--chart", folder("chart.svg"))
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(
            lines[0]
                == "Recorded violations fell from 642 to 43 a day in the six months after 27 July 2020 "
                + "(−93 %; 95 % interval −89 % to −96 %). The calm ended around 24 January 2021. "
                + "Counts follow what monitors could reach.")
        #expect(lines[1].hasPrefix("Quasi-Poisson interval: counts vary 418 times as much"))
        #expect(lines.contains("  before  116,900       13             0    642"))
        #expect(run.output.contains("98 rows read, 0 of them left out."))
        let chart = try String(contentsOfFile: folder("chart.svg"), encoding: .utf8)
        #expect(chart.contains("Changes after 26 July 2020 and 24 January 2021."))
    }

    @Test(.enabled(if: hasShared, "needs the OSCE series, which lies beside this repository"))
    func `the same as JSON, to all its digits`() async throws {
        let answer = try await Program.run("holds", Self.osce, "--since", "2020-07-27", "--json").object
        let comparison = try #require(answer["comparison"] as? [String: Any])
        let ratio = try #require(comparison["ratio"] as? Double)
        #expect(abs(ratio / 0.0673909324 - 1) < 1e-9)
        #expect(abs(try #require(comparison["lower"] as? Double) - 0.0429505) < 1e-7)
        #expect(abs(try #require(comparison["upper"] as? Double) - 0.105739) < 1e-6)
        #expect(comparison["model"] as? String == "quasiPoisson")
        #expect(answer["changes"] as? [String] == ["2020-07-26", "2021-01-24"])
        let levels = try #require(answer["levels"] as? [[String: Any]])
        #expect(levels.compactMap { ($0["typical"] as? Double)?.rounded() } == [775, 28, 236])
        #expect((answer["periods"] as? [Any])?.count == 98)
        #expect((answer["losses"] as? [String: Any])?["rowsRead"] as? Int == 98)
        #expect((answer["calm"] as? [String: Any])?["to"] as? String == "2021-01-24")
    }

    @Test(.enabled(if: hasShared, "needs the textbook series, which lie beside this repository"))
    func `how long they last, with the interval that R gives`() async throws {
        let run = try await Program.run("holds", Self.lung, "--durations", "--unit", "days")
        #expect(run.status == 0)
        #expect(
            run.output.hasPrefix(
                "Half lasted 310 days or longer (95 % interval 285 to 363). "
                    + "Of 228, 165 ended and 63 went on when last seen.\n"))
    }

    @Test func `without a beginning, the changes are the answer`() async throws {
        let folder = try Folder()
        let run = try await Program.run("holds", try file(Self.spring, in: folder))
        #expect(run.status == 0)
        #expect(run.output.hasPrefix("Recorded violations changed after 10 March 2024 and 19 May 2024: "))
        #expect(
            run.output.contains(
                "No alarms: name a quiet stretch with --quiet, or the beginning with --since."))
    }

    @Test func `sides are told apart, stacked in the chart and summed`() async throws {
        let folder = try Folder()
        var text = "from,to,side,shots,patrol_days\n"
        for week in 0..<12 {
            for (side, count) in [("North", week < 6 ? 30 : 3), ("South", week < 6 ? 20 : 2)] {
                let from = String(format: "2024-%02d-%02d", 1 + week / 4, 1 + week % 4 * 7)
                let to = String(format: "2024-%02d-%02d", 1 + week / 4, 7 + week % 4 * 7)
                text += "\(from),\(to),\(side),\(count),\(week == 3 ? 0 : 5)\n"
            }
        }
        let table = try file(text, in: folder)
        let arguments = ["--since", "2024-02-15", "--column", "shots", "--effort", "patrol_days"]
        let run = try await Program.run(
            ["holds", table] + arguments + ["--chart", folder("chart.svg"), "--periods"])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.hasPrefix("Recorded shots fell from 10 to 1 for each unit of patrol_days"))
        #expect(run.output.contains("not observed"))
        let chart = try String(contentsOfFile: folder("chart.svg"), encoding: .utf8)
        #expect(chart.contains(">North</text>") && chart.contains(">South</text>"))
        #expect(chart.contains("Not observed: 22 January 2024 to 31 January 2024"))
        let north = try await Program.run(["holds", table, "--side", "north", "--json"] + arguments).object
        #expect(
            ((north["comparison"] as? [String: Any])?["before"] as? [String: Any])?["events"] as? Double
                == 150)
        #expect(try await Program.run(["holds", table, "--side", "East"] + arguments).status == 64)
    }

    @Test func `events with deaths: silence is no more than no recorded fatal event`() async throws {
        let folder = try Folder()
        var text =
            "id,date_start,date_end,date_prec,side_a,side_b,best,low,high,deaths_a,deaths_b,deaths_civilians,deaths_unknown\n"
        for number in 0..<20 {
            let day = String(format: "2023-%02d-%02d", 1 + number / 4, 1 + number % 4 * 7)
            text += "\(number),\(day),\(day),1,Hills,Valley,3,2,5,1,1,1,0\n"
        }
        text += "90,2023-03-01,2023-03-31,4,Hills,Valley,9,9,9,9,0,0,0\n"
        let table = try file(text, in: folder)
        let run = try await Program.run("holds", table, "--since", "2023-06-01", "--window", "3m")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.hasPrefix("No recorded fatal event in the three months after 1 June 2023"))
        #expect(run.output.contains("violence without them is not in it"))
        #expect(run.output.contains("1 are dated to the month or worse and are not counted."))
        let deaths = try await Program.run(
            "holds", table, "--since", "2023-06-01", "--column", "best", "--by", "month", "--chart",
            folder("chart.svg"), "--json"
        ).object
        #expect(deaths["sides"] as? [String] == ["of Hills", "of Valley", "civilians", "not told apart"])
        let first = try #require((deaths["periods"] as? [[String: Any]])?.first)
        #expect(
            first["count"] as? Double == 12 && first["low"] as? Double == 8 && first["high"] as? Double == 20)
        #expect(try await Program.run("holds", table, "--conflict", "388").status == 2)
        #expect(try await Program.run("holds", table, "--column", "deaths").status == 64)
    }

    @Test func `the column that says what ended is named, or asked for`() async throws {
        let folder = try Folder()
        let table = try file("week,arrest\n20,1\n17,1\n25,0\n52,0\n", in: folder)
        let asked = try await Program.run("holds", table, "--durations", "--column", "week")
        #expect(asked.output.contains("No column says which of them ended. Name it with --ended"))
        let named = try await Program.run(
            "holds", table, "--durations", "--column", "week", "--ended", "arrest")
        #expect(named.status == 0, "\(named.errors)")
        #expect(named.output.contains("Of 4, 2 ended"), "\(named.output)")
        let lost = try await Program.run(
            "holds", table, "--durations", "--column", "week", "--ended", "freed")
        #expect(lost.status == 64)
        #expect(lost.errors.contains("freed"))
    }

    @Test func `unknown ends are bounds and not guesses`() async throws {
        let folder = try Folder()
        let table = try file(
            """
            start,end,kind
            2020-01-01,2020-01-20,written
            2020-02-01,,written
            2020-03-01,2020-03-04,spoken
            2020-05-01,2020-07-01,spoken
            2020-06-01,,spoken
            2020-06-05,2020-06-30,written
            """, in: folder)
        let common = ["holds", table, "--durations", "--group", "kind", "--until", "2021-01-01"]
        let ongoing = try await Program.run(common)
        #expect(ongoing.output.hasPrefix("Half lasted 43 days or longer"))
        #expect(ongoing.output.contains("2 without a last day are taken to have gone on until 2021-01-01."))
        let unknown = try await Program.run(common + ["--unknown-ends", "--chart", folder("chart.svg")])
        #expect(
            unknown.output.hasPrefix("Half lasted 3 to 61 days or longer: it depends on the unknown ends."))
        #expect(
            try String(contentsOfFile: folder("chart.svg"), encoding: .utf8).contains(
                "Unknown ends leave the share"))
        let answer = try await Program.run(common + ["--unknown-ends", "--json"]).object
        let all = try #require(answer["all"] as? [String: Any])
        #expect(all["medianAtLeast"] as? Double == 3 && all["medianAtMost"] as? Double == 61)
        #expect((answer["groups"] as? [Any])?.count == 2)
    }

    @Test func `what cannot be told is indeterminate, and what is asked wrongly is usage`() async throws {
        let folder = try Folder()
        let table = try file(Self.spring, in: folder)
        let early = try await Program.run("holds", table, "--since", "2010-01-01")
        #expect(early.status == 2 && early.output.isEmpty)
        #expect(early.errors.contains("No period before the break was observed"))
        let empty = try file("week,violations\n", in: folder, "empty.csv")
        #expect(try await Program.run("holds", empty).status == 2)
        for wrong in [
            ["--since", "yesterday"], ["--window", "6"], ["--penalty", "x"], ["--per", "year"],
            ["--model", "magic"],
            ["--by", "year"],
            ["--quiet", "2024-01-01"], ["--column", "shells"], ["--chart-width", "10"],
            ["--until", "2024-01-01"],
            ["--conflict", "1"], ["--separator", "dash"], ["--durations", "--since", "2024-01-01"],
            ["--cost", "x"], ["--by", "month"], ["--durations", "--by", "week"],
            ["--durations", "--periods"],
            ["--durations", "--conflict", "1"],
        ] {
            let run = try await Program.run(["holds", table] + wrong)
            #expect(run.status == 64, "\(wrong) \(run.errors)")
            #expect(run.output.isEmpty && run.errors.hasPrefix("bishkek: "))
        }
        #expect(try await Program.run("holds", folder("nowhere.csv")).status == 64)
        let broken = try file("week,violations\n2024-01-01,\"12\n", in: folder, "broken.csv")
        let run = try await Program.run("holds", broken)
        #expect(run.status == 1)
        #expect(run.errors.contains("row 2"))
    }

    @Test func `every member of its answers is described`() async throws {
        let text = try String(
            contentsOf: Sources.package.appending(path: "docs/command-line.md"), encoding: .utf8)
        let folder = try Folder()
        let counts = try file(Self.spring, in: folder)
        let durations = try file(
            "start,end,group\n2020-01-01,2020-02-01,a\n2020-01-01,,b\n2020-01-01,2020-03-01,b\n", in: folder,
            "durations.csv")
        var words: Set<String> = []
        for arguments in [
            [counts, "--since", "2024-03-13"],
            [counts, "--model", "negative-binomial", "--since", "2024-03-11"],
            [durations, "--durations", "--until", "2021-01-01"],
        ] {
            let answer = try await Program.run(["holds"] + arguments + ["--json"]).object
            collect(answer, into: &words)
        }
        #expect(words.count > 50)
        #expect(words.filter { !text.contains("`\($0)`") }.sorted() == [])
    }

    private func collect(_ value: Any, into words: inout Set<String>) {
        if let list = value as? [Any] { for value in list { collect(value, into: &words) } }
        guard let object = value as? [String: Any] else { return }
        for (name, value) in object {
            words.insert(name)
            // Its members are the names of sides.
            if name != "bySide" { collect(value, into: &words) }
        }
    }

    @Test func `a period that stands twice is refused`() async throws {
        let folder = try Folder()
        let table = try file("week,violations\n2024-01-01,3\n2024-01-01,4\n", in: folder)
        let run = try await Program.run("holds", table)
        #expect(run.status == 1 && run.errors.contains("stands twice"))
    }

    @Test func `periods that overlap, and counts beyond all measure, are told by their dates`() async throws {
        let folder = try Folder()
        let overlapping = try file("week,violations\n2024-01-01,3\n2024-01-05,4\n", in: folder)
        let run = try await Program.run("holds", overlapping)
        #expect(
            run.status == 1 && run.errors.contains("from 2024-01-05 begins before the one from 2024-01-01"))
        let huge = try file("week,violations\n2024-01-01,1e300\n", in: folder, "huge.csv")
        let refused = try await Program.run("holds", huge)
        #expect(refused.status == 1 && refused.errors.contains("2024-01-01 is above 10¹⁵"))
    }

    @Test func `whoever gets no answer hears how far the table reaches and what was not read`() async throws {
        let folder = try Folder()
        let late = try await Program.run("holds", try file(Self.spring, in: folder), "--since", "2030-01-01")
        #expect(late.status == 2)
        #expect(late.errors.contains("26 observed periods, from 1 January 2024 to 30 June 2024."))
        #expect(late.errors.contains("check --since and --window"))
        let dotted = try file("date,count\n01/02/2020,4\n02/02/2020,5\n", in: folder, "dotted.csv")
        let run = try await Program.run("holds", dotted)
        #expect(run.status == 2 && run.errors.contains("its period cannot be read"))
    }

    @Test func `events take no sides and no effort, and not more weeks than can be`() async throws {
        let folder = try Folder()
        let events = try file(
            "id,date_start,best,deaths_a,deaths_b\n1,2020-01-01,5,9223372036854775807,9223372036854775807\n",
            in: folder)
        for wrong in [
            ["--effort", "best"], ["--sides", "side"], ["--from", "0001-01-01", "--to", "9999-12-31"],
            ["--side", "Hills", "--to", "2019-01-01"],
        ] {
            let run = try await Program.run(["holds", events] + wrong)
            #expect(run.status == 64 || run.status == 2, "\(wrong) \(run.status) \(run.errors)")
            #expect(run.output.isEmpty && run.errors.hasPrefix("bishkek: "))
        }
        #expect(try await Program.run("holds", events, "--column", "best").status == 0)
    }
}
