import Testing

@testable import Pages

/// A spring by a river that is on no map.
enum River {
    static let start = Day(number(2024, 1, 1))

    private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
        Day(year: year, month: month, day: day)?.number ?? 0
    }

    static func week(_ index: Int) -> Range<Day> {
        start.advanced(days: 7 * index)..<start.advanced(days: 7 * index + 7)
    }

    /// Two sides over six weeks; in the third nobody looked, in the fifth nothing was seen.
    static var spring: ColumnChart {
        let values: [[Double]?] = [[4, 2], [3, 1.5], nil, [1, 0.5], [0, 0], [0.25, 0]]
        var chart = ColumnChart(
            title: "Shots a day across the river", note: "Counts follow what monitors could reach.",
            series: ["North <bank>", "South bank"],
            columns: values.enumerated().map { index, values in
                ColumnChart.Column(week(index), values, bounds: index == 3 ? 1...2.5 : nil)
            })
        chart.marks = [
            .init(week(3).lowerBound, .beginning, "ceasefire"),
            .init(week(2).lowerBound.advanced(days: -1), .change),
            .init(week(5).lowerBound, .alarm),
        ]
        chart.levels = [.init(week(0).lowerBound..<week(3).lowerBound, 5)]
        chart.boundsName = "low to high estimate"
        return chart
    }

    static var truces: SurvivalChart {
        let short = SurvivalChart.Curve(
            "Spoken", steps: [.init(5, 0.8, interval: 0.5...1), .init(8, 0.4), .init(30, 0)],
            durations: [5, 8, 8, 20, 30], censored: [20], median: 8)
        let long = SurvivalChart.Curve(
            "Written", steps: [.init(40, 0.75)], durations: [40, 60, 90, 120], censored: [60, 90, 120])
        return SurvivalChart(title: "Share of truces that last", curves: [short, long])
    }
}

@Suite struct `A chart of columns` {
    @Test func `tells its numbers to who does not see it`() throws {
        let svg = River.spring.svg()
        #expect(svg.contains(#"role="img" aria-labelledby="chart-title chart-desc""#))
        #expect(svg.contains(#"<title id="chart-title">Shots a day across the river</title>"#))
        let description = try #require(svg.between("<desc id=\"chart-desc\">", "</desc>"))
        #expect(
            description
                == "6 periods from 1 January 2024 to 11 February 2024. Highest: 6, 1 January 2024 to 7 January 2024. "
                + "Lowest: 0, 29 January 2024 to 4 February 2024. Ceasefire: 22 January 2024. "
                + "1 January 2024 to 21 January 2024: typically 5. Changes after 14 January 2024. "
                + "Alarms: 5 February 2024. Not observed: 15 January 2024 to 21 January 2024. "
                + "Mean by the year in which the period began: 2024: North &lt;bank&gt; 1.7, South bank 0.80. "
                + "Counts follow what monitors could reach.")
    }

    @Test func `hatches what nobody saw, and marks what was seen to be quiet`() {
        let svg = River.spring.svg()
        // One stretch and its sign in the legend.
        #expect(svg.count(of: "url(#chart-unobserved)") == 2)
        #expect(svg.contains(">not observed</text>"))
        // The foot of the one week in which somebody looked and saw nothing.
        #expect(svg.count(of: #"class="s-accent" stroke="#) == 1 + 1)
    }

    @Test func `finds gaps between periods too`() {
        var chart = River.spring
        chart.columns.remove(at: 3)
        #expect(chart.gaps == [River.week(2).lowerBound..<River.week(4).lowerBound])
        chart.columns.remove(at: 2)
        #expect(chart.gaps == [River.week(2).lowerBound..<River.week(4).lowerBound])
    }

    @Test func `joins narrow columns by the days on which somebody looked`() {
        let joined = River.spring.columns(least: 14)
        #expect(joined.count == 3)
        #expect(joined[0].values == [3.5, 1.75])
        #expect(joined[1].values == [1, 0.5])
        #expect(joined[1].bounds == 1...2.5)
        #expect(joined[2].values == [0.125, 0])
        #expect(River.spring.columns(least: 7) == River.spring.columns)
        #expect(ColumnChart(title: "", series: ["a"], columns: []).columns(least: 3) == [])
    }

    @Test(arguments: [320.0, 390, 960, 2000])
    func `keeps everything inside, whatever its width`(width: Double) throws {
        let svg = River.spring.svg(width: width)
        #expect(svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(Int(width)) "))
        for x in svg.values(of: "x") + svg.values(of: "x1") + svg.values(of: "x2") {
            #expect(x >= 0 && x <= width)
        }
    }

    @Test func `has no script, no style attribute, and nothing from elsewhere`() {
        for svg in [River.spring.svg(), River.truces.svg(), River.spring.svg(isStandalone: false)] {
            for forbidden in ["<script", "style=", "href", "@import", "<bank>", "onload", "NaN", "inf"] {
                #expect(!svg.contains(forbidden))
            }
        }
        #expect(River.spring.svg().contains("<style>"))
        #expect(!River.spring.svg(isStandalone: false).contains("<style>"))
    }

    @Test func `stands beside others on a page`() {
        let svg = River.spring.svg(id: "violations", isStandalone: false)
        #expect(svg.contains(#"aria-labelledby="violations-title violations-desc""#))
        #expect(!svg.contains("\"chart-") && !svg.contains("#chart-"))
    }

    @Test func `draws nothing, one period, and numbers beyond all measure`() {
        let week = River.week(0)
        for columns in [
            [], [ColumnChart.Column(week, nil)], [ColumnChart.Column(week, [0])],
            [ColumnChart.Column(week, [])],
            [ColumnChart.Column(week, [1e300])], [ColumnChart.Column(week, [.infinity])],
            [ColumnChart.Column(week, [Double.leastNonzeroMagnitude])],
            [ColumnChart.Column(Day(-700_000)..<Day(2_900_000), [1])],
            (0..<5000).map { ColumnChart.Column(River.week($0), [Double($0 % 7)]) },
        ] {
            let svg = ColumnChart(title: "River", series: ["all"], columns: columns).svg()
            #expect(svg.hasSuffix("</svg>\n"))
            #expect(!svg.contains("nan"))
            #expect(svg.utf8.count < 100_000)
        }
    }

    @Test func `is the same for the same series in another order`() {
        var chart = River.spring
        chart = ColumnChart(
            title: chart.title, note: chart.note, series: chart.series, columns: chart.columns.reversed())
        #expect(chart.columns == River.spring.columns)
    }
}

@Suite struct `A survival chart` {
    @Test func `tells its numbers to who does not see it`() throws {
        let svg = River.truces.svg()
        let description = try #require(svg.between("<desc id=\"chart-desc\">", "</desc>"))
        #expect(
            description.hasPrefix(
                "Spoken: 5 followed, 4 ended; half lasted 8 days or longer. After 20 days: 40 % left, 2 followed; "
            ))
        #expect(
            description.contains("Written: 4 followed, 1 ended; more than half lasted beyond what was seen."))
    }

    @Test func `counts who is still followed under the times`() {
        let curve = River.truces.curves[0]
        #expect([0, 5, 8, 9, 30, 31].map { curve.atRisk($0) } == [5, 5, 4, 2, 1, 0])
        #expect(River.truces.svg().contains(">Still followed</text>"))
    }

    @Test func `draws lines that differ in form, and none beyond what was followed`() {
        let svg = River.truces.svg()
        #expect(svg.contains(#"stroke-dasharray="8 4""#))
        let longest = 64 + (960 - 24 - 64) * 30.0 / 120
        #expect(svg.contains("H\(longest.svg)\" fill=\"none\" stroke-width=\"2\""))
    }

    @Test func `shades between the two readings of unknown ends`() {
        var chart = River.truces
        chart.bounds = ([.init(5, 0.5)], [.init(30, 0.9)])
        let svg = chart.svg()
        #expect(svg.contains("between the earliest and the latest reading of unknown ends"))
        #expect(svg.contains("Unknown ends leave the share after 120 days between 50 % and 90 %."))
    }

    @Test func `draws no group, an empty group and an endless one`() {
        for curves in [
            [], [SurvivalChart.Curve("None", steps: [], durations: [])],
            [SurvivalChart.Curve("One", steps: [.init(0, 0)], durations: [0], median: 0)],
            [SurvivalChart.Curve("Long", steps: [], durations: [1e12], censored: [1e12])],
        ] {
            let svg = SurvivalChart(title: "Truces", curves: curves).svg(width: 390)
            #expect(svg.hasSuffix("</svg>\n"))
            #expect(!svg.contains("nan"))
        }
    }
}

extension String {
    fileprivate func count(of part: String) -> Int { ranges(of: part).count }

    fileprivate func between(_ start: String, _ end: String) -> String? {
        guard let start = firstRange(of: start), let end = self[start.upperBound...].firstRange(of: end)
        else { return nil }
        return String(self[start.upperBound..<end.lowerBound])
    }

    /// The numbers that an attribute has in this markup.
    fileprivate func values(of attribute: String) -> [Double] {
        split(separator: " \(attribute)=\"").dropFirst().compactMap { Double($0.prefix { $0 != "\"" }) }
    }
}
