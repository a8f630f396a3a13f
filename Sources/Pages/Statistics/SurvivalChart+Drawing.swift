extension SurvivalChart {
    /// The chart as an SVG file, or as a part of a page; see `ColumnChart.svg`.
    package func svg(
        width: Double = 960, id: String = "chart", isStandalone: Bool = true,
        catalogue: Catalogue = .withoutRecord
    ) -> String {
        var layout = SurvivalLayout(self, width: max(320, min(width, 4000)), id: id, isStandalone, catalogue)
        return layout.draw()
    }
}

/// Where everything of a survival chart stands.
private struct SurvivalLayout {
    private let chart: SurvivalChart
    private let catalogue: Catalogue
    private var drawing: Drawing
    private let left: Double
    private let right: Double
    private let height: Double
    private let times: [Double]
    private let end: Double

    init(_ chart: SurvivalChart, width: Double, id: String, _ isStandalone: Bool, _ catalogue: Catalogue) {
        self.chart = chart
        self.catalogue = catalogue
        let isWide = width >= 600
        left = 64
        right = width - 24
        height = isWide ? 280 : 220
        let step = CountAxis.step(over: chart.longest, about: isWide ? 7 : 3)
        end = chart.longest
        times = Array(stride(from: 0, through: end, by: step))
        drawing = Drawing(
            id: id, width: width, title: chart.title, description: catalogue.description(chart, at: times),
            isStandalone: isStandalone)
    }

    private func x(_ time: Double) -> Double { left + min(max(time, 0), end) / end * (right - left) }

    mutating func draw() -> String {
        var y = 24.0
        for line in Drawing.Text.lines(chart.title, width: right - 16, size: 16, bold: true) {
            drawing.text(line, 16, y, size: 16, bold: true)
            y += 22
        }
        y = legend(from: y + 8)
        let top = y + 20
        let shares = CountAxis(highest: 1, bottom: top + height, height: height)
        for tick in shares.ticks {
            drawing.line(left, shares.y(tick), right, shares.y(tick))
            drawing.text(catalogue.percent(tick), left - 8, shares.y(tick) + 4, .soft, anchor: .end)
        }
        if let bounds = chart.bounds {
            let area = outline(bounds.latest, shares, to: end) + back(bounds.earliest, shares, from: end)
            drawing.path(area + "Z", fill: .hair, opacity: 0.6)
            for side in [bounds.earliest, bounds.latest] {
                drawing.path(outline(side, shares, to: end), stroke: .soft, width: 1, dashes: "1 3")
            }
        }
        for (index, curve) in chart.curves.enumerated() { draw(curve, index, shares) }
        drawing.line(left, shares.y(0), right, shares.y(0), .ink)
        for time in times {
            drawing.line(x(time), shares.y(0), x(time), shares.y(0) + 5, .soft)
            drawing.text(catalogue.plain(time), x(time), shares.y(0) + 20, .soft, anchor: .middle)
        }
        drawing.text(chart.unit, right, shares.y(0) + 38, .soft, anchor: .end)
        y = table(from: shares.y(0) + 60)
        for line in Drawing.Text.lines(note, width: right - 16) {
            drawing.text(line, 16, y, .soft)
            y += 18
        }
        return drawing.svg(height: y + 2)
    }

    // MARK: Curves

    private static let looks: [(tone: Tone, dashes: String?)] = [
        (.accent, nil), (.ochre, "8 4"), (.green, "2 3"), (.ink, "10 3 2 3"), (.soft, "5 2"),
    ]

    private func look(_ index: Int) -> (tone: Tone, dashes: String?) { Self.looks[index % Self.looks.count] }

    /// The names beside their lines, where there are several or bounds to explain.
    private mutating func legend(from start: Double) -> Double {
        var entries: [(tone: Tone, dashes: String?, name: String)] = []
        if chart.curves.count > 1 {
            for (index, curve) in chart.curves.enumerated() {
                entries.append((look(index).tone, look(index).dashes, curve.name))
            }
        }
        if chart.bounds != nil { entries.append((.soft, "1 3", catalogue.boundsOfEnds)) }
        guard !entries.isEmpty else { return start - 20 }
        var (x, y) = (16.0, start)
        for entry in entries {
            for (index, line) in Drawing.Text.lines(entry.name, width: right - 56).enumerated() {
                let wide = 36 + Drawing.Text.width(of: line) + 16
                if index > 0 || (x > 16 && x + wide > right) {
                    x = 16
                    y += 20
                }
                if index == 0 {
                    drawing.line(x, y - 4, x + 28, y - 4, entry.tone, width: 2, dashes: entry.dashes)
                }
                drawing.text(line, x + 36, y, .soft)
                x += wide
            }
        }
        return y
    }

    private mutating func draw(_ curve: SurvivalChart.Curve, _ index: Int, _ shares: CountAxis) {
        let look = look(index)
        // Beyond the longest that was followed nothing is known, and no line is drawn.
        let last = min(end, curve.durations.last ?? end)
        let bounded = curve.steps.filter { $0.interval != nil }
        if chart.bounds == nil, !bounded.isEmpty {
            let low = bounded.map { SurvivalChart.Step($0.time, $0.interval?.lowerBound ?? $0.share) }
            let high = bounded.map { SurvivalChart.Step($0.time, $0.interval?.upperBound ?? $0.share) }
            let area = outline(high, shares, to: last) + back(low, shares, from: last)
            drawing.path(area + "Z", fill: look.tone, opacity: 0.1)
        }
        drawing.path(outline(curve.steps, shares, to: last), stroke: look.tone, width: 2, dashes: look.dashes)
        var ticks = ""
        for time in curve.censored where time <= end {
            ticks += "M\(x(time).svg) \((shares.y(curve.share(at: time)) - 4).svg)v8"
        }
        if !ticks.isEmpty { drawing.path(ticks, stroke: look.tone) }
        guard let median = curve.median, median <= end else { return }
        drawing.path(
            "M\(left.svg) \(shares.y(0.5).svg)H\(x(median).svg)V\(shares.y(0).svg)", stroke: .soft,
            dashes: "2 3")
        drawing.text(catalogue.plain(median), x(median) + 4, shares.y(0) - 6 - Double(index) * 16, look.tone)
    }

    private func outline(_ steps: [SurvivalChart.Step], _ shares: CountAxis, to last: Double) -> String {
        var path = "M\(left.svg) \(shares.y(1).svg)"
        for step in steps where step.time <= last {
            path += "H\(x(step.time).svg)V\(shares.y(step.share).svg)"
        }
        return path + "H\(x(last).svg)"
    }

    /// The same from right to left, to close an area.
    private func back(_ steps: [SurvivalChart.Step], _ shares: CountAxis, from last: Double) -> String {
        let shown = steps.filter { $0.time <= last }
        var path = "L\(x(last).svg) \(shares.y(shown.last?.share ?? 1).svg)"
        for index in shown.indices.reversed() {
            let before = index > 0 ? shown[index - 1].share : 1
            path += "H\(x(shown[index].time).svg)V\(shares.y(before).svg)"
        }
        return path + "H\(left.svg)"
    }

    // MARK: Below

    private mutating func table(from start: Double) -> Double {
        var y = start
        drawing.text(catalogue.stillFollowed, 16, y, bold: true)
        y += 8
        drawing.line(16, y, right, y)
        for (index, curve) in chart.curves.enumerated() {
            if chart.curves.count > 1 {
                for line in Drawing.Text.lines(curve.name, width: right - 60) {
                    y += 20
                    drawing.text(line, 52, y, .soft)
                }
                drawing.line(16, y - 4, 44, y - 4, look(index).tone, width: 2, dashes: look(index).dashes)
            }
            y += 20
            for time in times {
                drawing.text(catalogue.number(curve.atRisk(time)), x(time), y, anchor: .middle)
            }
            y += 8
            drawing.line(16, y, right, y)
        }
        return y + 24
    }

    private var note: String {
        var lines: [String] = []
        if chart.curves.contains(where: { !$0.censored.isEmpty }) { lines.append(catalogue.censoredMarks) }
        if chart.bounds == nil, chart.curves.contains(where: { $0.steps.contains { $0.interval != nil } }) {
            lines.append(catalogue.shadedInterval)
        }
        if !chart.note.isEmpty { lines.append(chart.note) }
        return lines.joined(separator: " ")
    }
}
