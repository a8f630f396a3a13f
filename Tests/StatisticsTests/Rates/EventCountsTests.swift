import Testing

@testable import Statistics

@Suite struct `Counting events` {
    /// Monday, 6 January 2020.
    static let monday = Table.day(2020, 1, 6)

    @Test func `events are counted by week and side`() throws {
        let day = Self.monday
        let events = [
            DatedEvent(day: day, side: 0), DatedEvent(day: day + 6, side: 0),
            DatedEvent(day: day + 7, side: 1),
            DatedEvent(day: day + 8, side: 0, size: 3),
        ]
        let counts = try EventCounts(events, sides: 2, days: day..<day + 21, grid: .weeks)
        #expect(counts.sides[0].periods.map(\.count) == [2, 3, 0])
        #expect(counts.sides[1].periods.map(\.count) == [0, 1, 0])
        #expect(counts.all.periods.map(\.count) == [2, 4, 0])
        #expect(counts.all.periods.map(\.start) == [day, day + 7, day + 14])
        #expect(counts.counted == 6 && counts.outside == 0 && counts.unobserved == 0)
    }

    @Test func `the first and the last week are cut to the span`() throws {
        let counts = try EventCounts([], sides: 1, days: Self.monday + 3..<Self.monday + 9, grid: .weeks)
        #expect(counts.all.periods.map(\.days) == [4, 2])
        #expect(counts.all.periods.map(\.effort) == [4, 2])
        #expect(counts.all.periods.map(\.count) == [0, 0])
    }

    @Test func `an event of several days is spread evenly`() throws {
        let day = Self.monday
        let siege = DatedEvent(day: day + 5, lastDay: day + 8, size: 100)
        let counts = try EventCounts([siege], sides: 1, days: day..<day + 14, grid: .weeks)
        #expect(counts.all.periods.map(\.count) == [50, 50])
        let cut = try EventCounts([siege], sides: 1, days: day..<day + 8, grid: .weeks)
        #expect(cut.all.periods.map(\.count) == [50, 25])
        #expect(cut.counted == 75 && cut.outside == 25)
    }

    @Test func `a week in which nobody looked has no count`() throws {
        let day = Self.monday
        let events = [DatedEvent(day: day + 2), DatedEvent(day: day + 9), DatedEvent(day: day + 15)]
        let counts = try EventCounts(
            events, sides: 1, days: day..<day + 21, grid: .weeks,
            unobserved: [day + 7..<day + 12, day + 10..<day + 16])
        #expect(counts.all.periods.map(\.count) == [1, nil, 0])
        #expect(counts.all.periods.map(\.effort) == [7, 0, 5])
        #expect(counts.counted == 1 && counts.unobserved == 2)
        #expect(counts.all.missing == 1)
    }

    @Test func `months have their own lengths`() throws {
        let counts = try EventCounts(
            [DatedEvent(day: Table.day(2020, 2, 29))], sides: 1,
            days: Table.day(2020, 1, 1)..<Table.day(2020, 4, 1), grid: .months)
        #expect(counts.all.periods.map(\.days) == [31, 29, 31])
        #expect(counts.all.periods.map(\.count) == [0, 1, 0])
    }

    @Test func `months begin where the calendar says, through eight hundred years`() {
        for year in stride(from: 1600, through: 2400, by: 1) {
            for month in 1...12 {
                let day = Table.day(year, month, 1)
                let index = year * 12 + month - 1
                #expect(PeriodGrid.months.index(of: day) == index)
                #expect(PeriodGrid.months.index(of: day - 1) == index - 1)
                #expect(PeriodGrid.months.start(of: index) == day)
            }
        }
    }

    @Test func `weeks begin on Mondays`() {
        #expect(PeriodGrid.weeks.start(of: PeriodGrid.weeks.index(of: Self.monday)) == Self.monday)
        #expect(PeriodGrid.weeks.index(of: Self.monday - 1) == PeriodGrid.weeks.index(of: Self.monday) - 1)
        #expect(PeriodGrid.days(10, from: 3).start(of: -1) == -7)
        #expect(PeriodGrid.days(10, from: 3).index(of: 2) == -1)
    }

    @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
    func `day by day gives the same counts, in whatever order`(
        seed: UInt64
    ) throws {
        var generator = SeededGenerator(seed: seed)
        let events = (0..<200).map { _ in
            let day = Int(generator.uniform() * 140) - 20
            return DatedEvent(
                day: day, lastDay: day + generator.poisson(3), side: Int(generator.uniform() * 3),
                size: Double(generator.poisson(5)))
        }
        let gaps = (0..<4).map { _ in
            let day = Int(generator.uniform() * 100)
            return day..<day + Int(generator.uniform() * 12)
        }
        let counts = try EventCounts(
            events, sides: 3, days: 0..<100, grid: .days(9, from: 4), unobserved: gaps)

        var (naive, hidden, outside) = (
            [[Double]](repeating: Array(repeating: 0, count: 12), count: 3), 0.0, 0.0
        )
        for event in events {
            let share = event.size / Double(event.lastDay - event.day + 1)
            for day in event.day...event.lastDay {
                if !(0..<100).contains(day) {
                    outside += share
                } else if gaps.contains(where: { $0.contains(day) }) {
                    hidden += share
                } else {
                    naive[event.side][(day + 5) / 9] += share
                }
            }
        }
        for side in 0..<3 {
            for (i, period) in counts.sides[side].periods.enumerated() {
                let seen = (period.start..<period.end).filter { day in !gaps.contains { $0.contains(day) } }
                #expect(period.effort == Double(seen.count))
                if seen.isEmpty {
                    #expect(period.count == nil)
                } else {
                    #expect(((period.count ?? -1) - naive[side][i]).magnitude < 1e-9)
                }
            }
        }
        #expect((counts.unobserved - hidden).magnitude < 1e-9)
        #expect((counts.outside - outside).magnitude < 1e-9)
        let total = events.reduce(0) { $0 + $1.size }
        #expect((counts.counted + counts.unobserved + counts.outside).agrees(with: total, to: 1e-12))

        let shuffled = try EventCounts(
            events.shuffled(using: &generator), sides: 3, days: 0..<100, grid: .days(9, from: 4),
            unobserved: gaps.reversed())
        #expect(shuffled == counts)
    }

    @Test func `what breaks its form is refused`() {
        func count(
            _ event: DatedEvent, days: Range<Int> = 0..<10, grid: PeriodGrid = .weeks, sides: Int = 1
        )
            -> StatisticsError?
        {
            do throws(StatisticsError) {
                _ = try EventCounts([event], sides: sides, days: days, grid: grid)
                return nil
            } catch { return error }
        }
        let good = DatedEvent(day: 3)
        #expect(count(good) == nil)
        #expect(count(DatedEvent(day: 3, lastDay: 2))?.code == .malformedInput)
        #expect(count(DatedEvent(day: 3, side: 1))?.code == .malformedInput)
        #expect(count(DatedEvent(day: 3, side: -1))?.code == .malformedInput)
        #expect(count(DatedEvent(day: 3, size: .nan))?.code == .malformedInput)
        #expect(count(DatedEvent(day: 3, size: -1))?.code == .malformedInput)
        #expect(count(good, days: 4..<4)?.code == .outOfRange)
        #expect(count(good, days: Int.min..<Int.max)?.code == .outOfRange)
        #expect(count(good, grid: .days(0, from: 0))?.code == .outOfRange)
        #expect(count(good, grid: .days(7, from: .max))?.code == .outOfRange)
        #expect(count(good, sides: 0)?.code == .outOfRange)
        #expect(count(good, sides: .max)?.code == .outOfRange)
        #expect(count(DatedEvent(day: .min, lastDay: .max)) == nil)
    }
}
