extension ColumnChart {
    /// The chart as an SVG file, or as a part of a page.
    ///
    /// - Parameters:
    ///   - width: in pixels, from 320; everything is laid out for it, so that letters keep their size.
    ///   - id: the beginning of the identifiers in it, unique on a page.
    ///   - isStandalone: whether it carries its own colours for the night.
    package func svg(
        width: Double = 960, id: String = "chart", isStandalone: Bool = true,
        catalogue: Catalogue = .withoutRecord
    ) -> String {
        var layout = ColumnLayout(self, width: max(320, min(width, 4000)), id: id, isStandalone, catalogue)
        return layout.draw()
    }
}

/// Where everything of a chart of columns stands.
private struct ColumnLayout {
    private let chart: ColumnChart
    private let catalogue: Catalogue
    private var drawing: Drawing
    private let columns: [ColumnChart.Column]
    private let right: Double
    private let left: Double
    private let isWide: Bool
    private let isJoined: Bool

    init(_ chart: ColumnChart, width: Double, id: String, _ isStandalone: Bool, _ catalogue: Catalogue) {
        self.chart = chart
        self.catalogue = catalogue
        isWide = width >= 600
        let days = chart.days
        let count = Double(days.upperBound.number - days.lowerBound.number)
        let room = width - 96
        columns = chart.columns(least: count * 3 / room)
        isJoined = columns.count < chart.columns.count
        let highest = columns.map { max($0.total ?? 0, $0.bounds?.upperBound ?? 0) }.max() ?? 0
        let widest = Drawing.Text.width(
            of: catalogue.rate(CountAxis(highest: highest, bottom: 0, height: 1).top))
        left = 16 + max(24, widest) + 8
        right = width - (isWide ? 24 : 16)
        drawing = Drawing(
            id: id, width: width, title: chart.title, description: catalogue.description(chart),
            isStandalone: isStandalone)
    }

    mutating func draw() -> String {
        var y = heading()
        y = legend(from: y + 8)
        let rows = labelRows()
        let top = y + 16 + Double(max(1, rows.count)) * 18
        let height = isWide ? 260.0 : 200.0
        let bottom = top + height
        let axis = DayAxis(days: chart.days, left: left, width: right - left)
        let highest = columns.map { max($0.total ?? 0, $0.bounds?.upperBound ?? 0) }.max() ?? 0
        let counts = CountAxis(highest: highest, bottom: bottom, height: height)
        grid(axis, counts)
        for gap in chart.gaps {
            let (from, to) = (axis.x(gap.lowerBound), axis.x(gap.upperBound))
            drawing.rectangle(from, top, max(2.5, to - from), height, pattern: .unobserved)
        }
        for column in columns { draw(column, axis, counts) }
        levels(axis, counts)
        drawing.line(left, bottom, right, bottom, .ink)
        marks(axis, rows, top: top, bottom: bottom)
        let end = foot(from: bottom + 44)
        return drawing.svg(height: end)
    }

    private mutating func heading() -> Double {
        var y = 24.0
        for line in Drawing.Text.lines(chart.title, width: right - 16, size: 16, bold: true) {
            drawing.text(line, 16, y, size: 16, bold: true)
            y += 22
        }
        return y
    }

    /// What the fills mean, in as many lines as it takes.
    private mutating func legend(from start: Double) -> Double {
        var (x, y) = (16.0, start)
        var entries: [(Pattern, String)] = []
        if chart.series.count > 1 {
            for (index, name) in chart.series.enumerated() {
                entries.append((Pattern.series[index % Pattern.series.count], name))
            }
        }
        if !chart.gaps.isEmpty { entries.append((.unobserved, catalogue.notObserved)) }
        for (pattern, name) in entries {
            let room = right - 40
            for (index, line) in Drawing.Text.lines(name, width: room).enumerated() {
                let wide = 24 + Drawing.Text.width(of: line) + 16
                if index > 0 || (x > 16 && x + wide > right) {
                    x = 16
                    y += 20
                }
                if index == 0 {
                    drawing.rectangle(x, y - 10, 16, 12, pattern: pattern)
                    outline(x, y - 10, 16, 12, pattern.tone)
                }
                drawing.text(line, x + 24, y, .soft)
                x += wide
            }
        }
        return entries.isEmpty ? start - 20 : y
    }

    private mutating func outline(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ tone: Tone) {
        drawing.path(
            "M\(x.svg) \(y.svg)h\(width.svg)v\(height.svg)h\((-width).svg)z", stroke: tone, width: 0.8)
    }

    private mutating func grid(_ axis: DayAxis, _ counts: CountAxis) {
        for tick in counts.ticks {
            let y = counts.y(tick)
            drawing.line(left, y, right, y)
            drawing.text(catalogue.rate(tick), left - 8, y + 4, .soft, anchor: .end)
        }
        let base = counts.y(0)
        for tick in axis.ticks(catalogue) {
            let x = axis.x(tick.day)
            drawing.line(x, base, x, base + 5, .soft)
            let half = Drawing.Text.width(of: tick.label) / 2
            if x + half <= drawing.width - 2 {
                drawing.text(tick.label, x, base + 20, .soft, anchor: .middle)
            }
        }
    }

    private mutating func draw(_ column: ColumnChart.Column, _ axis: DayAxis, _ counts: CountAxis) {
        guard let values = column.values, let total = column.total else { return }
        let (from, to) = (axis.x(column.days.lowerBound), axis.x(column.days.upperBound))
        let gap = min(1, (to - from) * 0.2)
        var sum = 0.0
        for (index, value) in values.enumerated() where value > 0 {
            let (low, high) = (counts.y(sum), counts.y(sum + value))
            let pattern = Pattern.series[index % Pattern.series.count]
            drawing.rectangle(from, high, to - from - gap, low - high, pattern: pattern)
            if pattern != .solid { outline(from, high, to - from - gap, low - high, pattern.tone) }
            sum += value
        }
        // Somebody looked and saw nothing: a foot on the line, unlike the hatching where nobody looked.
        if total == 0 {
            drawing.line(from, counts.y(0) - 1.5, to - gap, counts.y(0) - 1.5, .accent, width: 2)
        }
        guard let bounds = column.bounds, bounds.lowerBound < bounds.upperBound else { return }
        let x = (from + to - gap) / 2
        let foot = min(2.5, (to - from) / 3)
        let (low, high) = (counts.y(bounds.lowerBound), counts.y(bounds.upperBound))
        // A light edge keeps the whisker apart from the column under it.
        drawing.line(x, low, x, high, .paper, width: 3)
        drawing.path(
            "M\((x - foot).svg) \(low.svg)h\((foot * 2).svg)M\((x - foot).svg) \(high.svg)h\((foot * 2).svg)"
                + "M\(x.svg) \(low.svg)V\(high.svg)", stroke: .ink)
    }

    private mutating func levels(_ axis: DayAxis, _ counts: CountAxis) {
        for level in chart.levels {
            let (from, to) = (axis.x(level.days.lowerBound), axis.x(level.days.upperBound))
            let y = counts.y(level.value)
            drawing.line(from, y, to, y, .paper, width: 3)
            drawing.line(from, y, to, y, .ink, width: 1.8)
            let text = catalogue.rate(level.value)
            let wide = Drawing.Text.width(of: text, bold: true) + 8
            guard to - from >= wide else { continue }
            let x = (from + to) / 2
            drawing.rectangle(x - wide / 2, y - 20, wide, 17, fill: .paper)
            drawing.text(text, x, y - 7, anchor: .middle, bold: true)
        }
    }

    // MARK: Marks

    private struct Label {
        var mark: ColumnChart.Mark
        var text: String
        var x: Double
        var isBefore: Bool
        var range: ClosedRange<Double>
    }

    /// The words above the columns, in as many rows as keep them apart.
    private func labelRows() -> [[Label]] {
        let axis = DayAxis(days: chart.days, left: left, width: right - left)
        var rows: [[Label]] = []
        for mark in chart.marks.sorted(by: { $0.day < $1.day }) where mark.kind != .alarm {
            // A crowd of dates is read in the table, and only their lines are drawn.
            if mark.kind == .change, isCrowded { continue }
            let date = isWide ? catalogue.day(mark.day.civil) : catalogue.shortDay(mark.day.civil)
            let text = mark.words.isEmpty ? date : "\(mark.words) \(date)"
            let x = axis.x(mark.start)
            let wide = Drawing.Text.width(of: text) + 8
            let isBefore = x + wide > drawing.width - 4
            let start = isBefore ? max(4, x - wide) : x
            let label = Label(mark: mark, text: text, x: x, isBefore: isBefore, range: start...start + wide)
            let free = rows.firstIndex { row in row.allSatisfy { !$0.range.overlaps(label.range) } }
            if let free { rows[free].append(label) } else { rows.append([label]) }
        }
        return rows
    }

    private var isCrowded: Bool { chart.marks.count { $0.kind == .change } > 12 }

    private mutating func marks(_ axis: DayAxis, _ rows: [[Label]], top: Double, bottom: Double) {
        // The first row is the highest. Lines first: a word covers the lines of others, never the other way round.
        func y(_ row: Int) -> Double { top - Double(rows.count - row) * 18 + 10 }
        for (row, labels) in rows.enumerated() {
            for label in labels {
                let isBeginning = label.mark.kind == .beginning
                drawing.line(
                    label.x, y(row) - 9, label.x, bottom, isBeginning ? .red : .ink,
                    width: isBeginning ? 1.6 : 1, dashes: isBeginning ? nil : "5 3")
            }
        }
        for (row, labels) in rows.enumerated() {
            for label in labels {
                let wide = label.range.upperBound - label.range.lowerBound
                let start = label.isBefore ? label.x - 2 - wide : label.x + 2
                drawing.rectangle(start, y(row) - 12, wide, 16, fill: .paper)
                let x = label.isBefore ? label.x - 5 : label.x + 5
                drawing.text(label.text, x, y(row), anchor: label.isBefore ? .end : .start)
            }
        }
        for mark in chart.marks where mark.kind == .change && isCrowded {
            drawing.line(axis.x(mark.start), top, axis.x(mark.start), bottom, .ink, dashes: "5 3")
        }
        for mark in chart.marks where mark.kind == .alarm {
            let x = axis.x(mark.day)
            drawing.path("M\((x - 4).svg) \((bottom + 34).svg)h8l-4 -7z", fill: .red)
        }
    }

    /// What else has to be said, below.
    private mutating func foot(from start: Double) -> Double {
        var lines: [String] = []
        if isJoined { lines.append(catalogue.joinedColumns) }
        if let name = chart.boundsName { lines.append(catalogue.whiskers(name)) }
        let alarms = chart.marks.filter { $0.kind == .alarm }
        if !alarms.isEmpty { lines.append(catalogue.alarmMarks) }
        if chart.marks.contains(where: { $0.kind == .change }) { lines.append(catalogue.changeMarks) }
        if !chart.note.isEmpty { lines.append(chart.note) }
        var y = start + (alarms.isEmpty ? 0 : 10)
        for line in Drawing.Text.lines(lines.joined(separator: " "), width: right - 16) {
            drawing.text(line, 16, y, .soft)
            y += 18
        }
        return lines.isEmpty ? start : y + 2
    }
}
