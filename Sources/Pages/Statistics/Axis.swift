import Ceasefire

/// Numbers from zero to a round number, and where they stand.
struct CountAxis {
    /// The values that are written beside the axis, from 0 to the top.
    let ticks: [Double]
    private let bottom: Double
    private let height: Double

    /// - Parameter highest: the largest value that has to fit.
    init(highest: Double, bottom: Double, height: Double, lines: Int = 4) {
        // No count is larger; what is not a number at all must not stop the drawing.
        let highest = highest >= 0 ? min(highest, 1e15) : 0
        let step = CountAxis.step(over: highest, about: max(1, lines))
        let count = max(1, Int((highest / step).rounded(.up)))
        ticks = (0...count).map { Double($0) * step }
        self.bottom = bottom
        self.height = height
    }

    var top: Double { ticks[ticks.count - 1] }

    func y(_ value: Double) -> Double { bottom - min(max(value, 0), top) / top * height }

    /// 1, 2, 2.5 or 5 times a power of ten, so that about `count` of them reach `highest`.
    static func step(over highest: Double, about count: Int) -> Double {
        guard highest > 1e-9 else { return 1 }
        let rough = highest / Double(count)
        var power = 1.0
        while power > rough { power /= 10 }
        while power * 10 <= rough { power *= 10 }
        for factor in [1, 2, 2.5, 5] where power * factor >= rough { return power * factor }
        return power * 10
    }
}

/// Days from left to right.
struct DayAxis {
    let days: Range<Day>
    let left: Double
    let width: Double

    func x(_ day: Day) -> Double {
        let share = Double(day.number - days.lowerBound.number) / Double(max(1, count))
        return left + min(max(share, 0), 1) * width
    }

    var count: Int { days.upperBound.number - days.lowerBound.number }

    struct Tick: Equatable {
        var day: Day
        var label: String
    }

    /// The beginnings of years, or of months where few years are shown, as many as have room for their words.
    func ticks(_ catalogue: Catalogue) -> [Tick] {
        guard count > 0 else { return [] }
        for months in [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200] {
            let each = Double(months) * 30.44 / Double(count) * width
            let isByYear = months >= 12
            let room = Drawing.Text.width(of: isByYear ? "2000" : "Sep 2000") + 12
            if each >= room || months == 1200 { return ticks(each: months, catalogue) }
        }
        return []
    }

    private func ticks(each months: Int, _ catalogue: Catalogue) -> [Tick] {
        let first = days.lowerBound.civil
        let start = months >= 12 ? 1 : first.month
        let years = max(1, months / 12)
        var year = first.year
        if months >= 12 { year = year / years * years }
        guard year >= 1, var day = Day(year: year, month: start, day: 1) else { return [] }
        var ticks: [Tick] = []
        while day < days.upperBound {
            let time = day.civil
            let isDue = months >= 12 || (time.month - 1) % months == 0
            if day >= days.lowerBound, isDue {
                let label = months >= 12 ? "\(time.year)" : catalogue.shortMonth(time)
                ticks.append(Tick(day: day, label: label))
            }
            guard time.year < 9990 else { break }
            day = day.advanced(months: months >= 12 ? months : 1)
        }
        return ticks
    }
}
