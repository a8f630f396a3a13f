import Pages
import Statistics
import Testing

/// Counts by the week across the river, from 1 January 2024, a Monday.
extension River {
    fileprivate static func weeks(_ counts: [Double?], sides: Int = 1) throws -> RateSeries {
        let start = try #require(Day(year: 2024, month: 1, day: 1)).number
        return try RateSeries(
            counts.enumerated().map { index, count in
                ObservationPeriod(
                    start: start + 7 * index, days: 7, effort: count == nil ? 0 : 7, count: count)
            })
    }

    fileprivate static func holding(
        _ counts: [Double?], since: String?, subject: CountSubject = .recorded("shots"),
        events: [String] = [],
        _ change: (inout Holding.Question) -> Void = { _ in }
    ) throws -> Holding {
        var question = Holding.Question()
        if let since {
            let day = try #require(Day(iso: since))
            question.since = day
        }
        change(&question)
        let series = try weeks(counts)
        let days = try events.map { try #require(Day(iso: $0)).number }
        return Holding(
            subject, unit: .week, question: question, sides: [.init("all", series)], all: series, events: days
        )
    }
}

@Suite struct `Whether it holds` {
    private let catalogue = Catalogue.withoutRecord
    private let spring: [Double?] =
        [60, 75, 64, 80, 58, 71, 66, 77, 62, 69] + [4, 2, 3, 5, 1, 2, 4, 3, 2, 3] + [40, 35, 48, 44, 39, 41]

    @Test func `the answer is one sentence with its interval, then the end of the calm`() throws {
        let holding = try River.holding(spring, since: "2024-03-11") { $0.window = .days(70) }
        #expect(
            catalogue.sentence(holding)
                == "Recorded shots fell from 68 to 2.9 a week in the ten weeks after 11 March 2024 (−96 %; "
                + "95 % interval −94 % to −97 %). The calm ended around 19 May 2024. "
                + "Counts follow what monitors could reach.")
        #expect(holding.changes.map(\.description) == ["2024-03-10", "2024-05-19"])
    }

    @Test func `a calm that goes on is said to, up to the end of the counts`() throws {
        let holding = try River.holding(Array(spring.prefix(20)), since: "2024-03-11")
        #expect(catalogue.sentence(holding).contains("The calm lasts to the end of the counts, 19 May 2024."))
    }

    @Test func `what the windows hold that nobody observed is said`() throws {
        let short = try River.holding(Array(spring.prefix(20)), since: "2024-03-11")
        #expect(
            catalogue.sentence(short).contains(
                "Observed were only 70 of the 182 days before it and 70 of the 184 days after it."))
        let gaps: [Double?] = Array(spring.prefix(10)) + [4, nil, nil, nil, nil] + [2, 4, 3, 2, 3]
        let partly = try River.holding(gaps, since: "2024-03-11") { $0.window = .days(70) }
        #expect(catalogue.sentence(partly).contains("Observed were only 42 of the 70 days after it."))
        let whole = try River.holding(spring, since: "2024-03-11") { $0.window = .days(70) }
        #expect(!catalogue.sentence(whole).contains("Observed were only"))
        #expect(whole.coverage?.after.observed == 70)
    }

    @Test func `a calm that came before the ceasefire is not put down to it`() throws {
        let holding = try River.holding(Array(spring.prefix(20)), since: "2024-05-06")
        let sentence = catalogue.sentence(holding)
        #expect(sentence.contains("It was calmer already from 11 March 2024 on. The calm lasts to the end"))
    }

    @Test func `a change that chance explains is not called a fall`() throws {
        let holding = try River.holding([3, 5, 4, 2, 6, 3, 4, 3, 4, 3, 5, 2], since: "2024-02-12")
        let sentence = catalogue.sentence(holding)
        #expect(sentence.contains("which may be chance"))
        #expect(sentence.contains("No lower level was found after it."))
    }

    @Test func `a rise is a rise`() throws {
        let holding = try River.holding([3, 5, 4, 2, 6, 3, 30, 34, 29, 33, 35, 31], since: "2024-02-12")
        #expect(catalogue.sentence(holding).hasPrefix("Recorded shots rose from 3.8 to 32 a week"))
    }

    @Test func `fatal events: none recorded is all that is claimed`() throws {
        let holding = try River.holding(
            [3, 5, 4, 2, 6, 3, 0, 0, 0, 0, 0, 0], since: "2024-02-12", subject: .fatalEvents)
        let sentence = catalogue.sentence(holding)
        #expect(
            sentence.hasPrefix(
                "No recorded fatal event in the six months after 12 February 2024, after 3.8 a week"))
        #expect(sentence.hasSuffix("violence without them is not in it."))
    }

    @Test func `the first recorded fatal event is told`() throws {
        let holding = try River.holding(
            [3, 5, 4, 2, 6, 3, 0, 0, 1, 0, 0, 0], since: "2024-02-12", subject: .fatalEvents,
            events: ["2024-03-01", "2024-02-11", "2024-02-28"])
        #expect(
            catalogue.sentence(holding).contains(
                "The first recorded fatal event was on 28 February 2024, 16 days later."))
    }

    @Test func `without a beginning the changes are told`() throws {
        let sentence = catalogue.sentence(try River.holding(spring, since: nil))
        #expect(
            sentence.hasPrefix(
                "Recorded shots changed after 10 March 2024 and 19 May 2024: 68 → 2.7 → 41 a week."))
        let steady = catalogue.sentence(try River.holding([4, 5, 4, 5, 4, 5, 4, 5], since: nil))
        #expect(
            steady.hasPrefix(
                "Recorded shots stayed at one level, 4.5 a week, from 1 January 2024 to 25 February 2024."))
    }

    @Test func `weeks without a watch are no quiet weeks`() throws {
        let holding = try River.holding([60, 75, 64, nil, nil, nil, nil, nil], since: "2024-01-22")
        #expect(holding.refusal == StatisticsError(.noData, ""))
        #expect(try River.holding([nil, nil], since: nil).refusal != nil)
        #expect(try River.holding([], since: nil).refusal == StatisticsError(.noData, ""))
    }

    @Test func `says which model it chose and why`() throws {
        func words(_ counts: [Double?], since: String) throws -> String {
            let comparison = try #require(try River.holding(counts, since: since).comparison)
            return catalogue.sentence(try comparison.get().model)
        }
        #expect(try words([5, 1], since: "2024-01-08").contains("too few periods to see how counts vary"))
        #expect(
            try words([3, 5, 4, 2, 6, 3, 4, 3, 4, 3, 5, 2], since: "2024-02-12").hasPrefix(
                "Exact interval for independent events: counts vary no more than such events do"))
        let bursts = try words([0, 90, 0, 0, 120, 0, 9, 0, 0, 0, 30, 0], since: "2024-02-12")
        #expect(bursts.contains("times as much as independent events do"))
    }

    @Test func `alarms say how often chance alone rings them`() throws {
        var counts: [Double?] = [2, 3, 4, 2, 3, 4, 3, 2, 3, 4, 3, 2]
        counts += [3, 2, 4, 3, 9, 11, 12, 10, nil, 3, 2, 3]
        let holding = try River.holding(counts, since: nil) { question in
            question.quiet = Day(iso: "2024-01-01").flatMap { from in
                Day(iso: "2024-03-25").map { from..<$0 }
            }
        }
        let watch = try #require(try holding.alarms?.get())
        #expect(watch.alarms.count == 1)
        #expect(watch.burst == 1)
        #expect(watch.averageRunLength >= 5 * 365.25 / 7)
        let sentence = catalogue.sentence(watch, holding.subject)
        #expect(
            sentence.hasPrefix(
                "1 alarm for a doubling (usual are 2.9 in a period, as from 1 January 2024 to 24 March 2024; "
            ))
        #expect(sentence.contains("chance alone rings once in "))
    }

    @Test func `a quiet stretch without an event cannot say what is usual`() throws {
        let holding = try River.holding([9, 9, 9, 0, 0, 0, 0, 4, 5], since: "2024-01-22") {
            $0.window = .days(28)
        }
        #expect(throws: StatisticsError(.noData, "")) { try holding.alarms?.get() }
    }

    @Test func `rates are told in days where there are many, or else by the usual period`() throws {
        #expect(RateUnit(for: try River.weeks([80, 90, 70])) == .day)
        #expect(RateUnit(for: try River.weeks([8, 9, 7])) == .week)
        #expect(RateUnit(for: try RateSeries([.init(start: 0, days: 31, count: 4)])) == .month)
        #expect(RateUnit(for: try RateSeries([.init(start: 0, days: 1, count: 4)])) == .day)
        #expect(RateUnit(for: try RateSeries([])) == .day)
    }

    @Test func `spans are read and told`() {
        let told = ["6m", "1y", "26w", "180d", "1w", "2y", "18m"].map { text in
            Span(text).map { catalogue.words($0) }
        }
        #expect(told == ["six months", "year", "26 weeks", "180 days", "week", "two years", "18 months"])
        for text in ["", "m", "0m", "-1y", "1.5y", "6", "6 m", "m6", "101y", "99999999999999999999d", "６m"] {
            #expect(Span(text) == nil, "\(text)")
        }
    }

    @Test func `a day near the ends of the calendar stays on it`() throws {
        let last = try #require(Day(iso: "9999-12-31"))
        #expect(last.advanced(by: .months(1200)) > last)
        let first = try #require(Day(iso: "0001-01-01"))
        #expect(first.advanced(by: .months(1200), backwards: true) < first)
    }
}

@Suite struct `How long they last` {
    private let catalogue = Catalogue.withoutRecord

    @Test func `the median of the maintained, with its interval`() throws {
        let ended: [Double] = [9, 13, 18, 23, 31, 34, 48]
        let censored: [Double] = [13, 28, 45, 161]
        let lasting = try Lasting(
            ended.map { (.ended($0), "Maintained") } + censored.map { (.censored($0), "Maintained") },
            unit: "weeks")
        #expect(
            catalogue.sentence(lasting)
                == "Half lasted 31 weeks or longer (95 % interval 18 or more). Of 11, 7 ended and 4 went on when last seen."
        )
        #expect(lasting.groups.isEmpty)
    }

    @Test func `unknown ends leave a range`() throws {
        let lasting = try Lasting(
            [
                (.ended(10), nil), (.ended(12), nil), (.ended(200), nil), (.ended(300), nil),
                (.unknown(after: 0, until: 400), nil), (.unknown(after: 0, until: 400), nil),
            ], unit: "days")
        let sentence = catalogue.sentence(lasting)
        #expect(
            sentence.hasPrefix("Half lasted 10 to 300 days or longer: it depends on the unknown ends.")
                || sentence.hasPrefix("Half lasted 10 to 400 days"), "\(sentence)")
        #expect(sentence.contains("the end of 2 is not known exactly"))
        #expect(lasting.chart().svg().contains("earliest and the latest reading"))
    }

    @Test func `groups are compared`() throws {
        let short = (0..<12).map { (DurationEnd.ended(Double(5 + $0)), Optional("spoken")) }
        let long = (0..<12).map { (DurationEnd.ended(Double(50 + $0)), Optional("written")) }
        let lasting = try Lasting(short + long, unit: "days")
        #expect(
            catalogue.sentence(lasting).hasSuffix(
                "The groups last differently long (log-rank test, p < 0.001)."))
        #expect(lasting.groups.map(\.name) == ["spoken", "written"])
        #expect(lasting.chart().curves.count == 2)
    }

    @Test func `nothing lasted at all`() {
        #expect(throws: StatisticsError(.noData, "")) { try Lasting([], unit: "days") }
    }
}

@Suite struct `Which reports tell of one event` {
    @Test func `the sentence counts reports, observers, events and pairs that wait`() throws {
        let place = EventReport.Place(x: 0, y: 0)
        let reports = [
            EventReport(id: 0, source: 0, hours: 10, place: place, type: 1, weapon: 1, casualties: 2),
            EventReport(id: 1, source: 1, hours: 10.2, place: place, type: 1, weapon: 1, casualties: 2),
            EventReport(id: 2, source: 1, hours: 34.1, place: place, type: 1, weapon: 1, casualties: 2),
            EventReport(id: 3, source: 0, hours: 900, place: place, type: 1),
        ]
        let linkage = try Linkage(CandidatePairs(reports))
        let linking = try Linking(
            linkage, names: ["a", "b", "c", "d"], observers: ["Post", "Radio", "Radio", "Post"],
            hours: reports.map(\.hours))
        #expect(
            Catalogue.withoutRecord.sentence(linking)
                == "4 reports of 2 observers tell of 3 events. 1 pair waits for a person. "
                + "A threshold lower or higher by one bit would change nothing.")
        #expect(linking.clusters.map(\.reports) == [[0, 1], [2], [3]])
        #expect(linking.clusterOf == [0, 0, 1, 2])
    }
}
