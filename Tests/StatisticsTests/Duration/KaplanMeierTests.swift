import Testing

import Statistics

@Suite struct `Kaplan and Meier` {
    @Test func `maintained remissions are as in R`() throws {
        let curve = KaplanMeier(try Leukaemia.durations(Leukaemia.maintained))
        let steps = curve.times.indices.filter { curve.events[$0] > 0 }
        #expect(steps.map { curve.times[$0] } == [9, 13, 18, 23, 31, 34, 48])
        #expect(
            Figures.agree(
                steps.map { curve.survival[$0] },
                [
                    0.90909090909090906, 0.81818181818181812, 0.71590909090909083, 0.61363636363636354,
                    0.49090909090909085, 0.36818181818181817, 0.18409090909090908,
                ], within: 1e-14))
        #expect(
            Figures.agree(
                steps.map { curve.standardErrors[$0] },
                [
                    0.08667841720414475, 0.11629129983033294, 0.13966497055722782, 0.152632331027312,
                    0.16419326722113581, 0.16266888582709479, 0.15349274578629368,
                ], within: 1e-13))
        #expect(curve.atRisk == [11, 10, 8, 7, 6, 5, 4, 3, 2, 1])
        #expect(curve.censored == [0, 1, 0, 0, 1, 0, 0, 1, 0, 1])
    }

    struct Ends: Sendable {
        let scale: IntervalScale
        let lower: [Double]
        let upper: [Double]

        static let all = [
            Ends(
                scale: .plain, lower: [0.73920433313384837, 0.44217077871507732, 0.049356660555454401, 0],
                upper: [1, 0.98964740310310439, 0.68700697580818193, 0.48493116272020675]),
            Ends(
                scale: .log,
                lower: [0.75413384508152548, 0.48842628742212846, 0.15487711789719105, 0.035917898489185258],
                upper: [1, 1, 0.87526067814390762, 0.94352576947455202]),
            Ends(
                scale: .logLog,
                lower: [
                    0.50808020576992974, 0.35019038590793838, 0.092829574936985182, 0.011738480123189602,
                ],
                upper: [0.98667382266782311, 0.8990239741910534, 0.6570408323981638, 0.52501484272664145]),
        ]
    }

    @Test(arguments: Ends.all)
    func `the band is as in R on every scale`(ends: Ends) throws {
        let curve = KaplanMeier(try Leukaemia.durations(Leukaemia.maintained))
        let band = try curve.band(on: ends.scale)
        let shown = [9.0, 18, 34, 48].compactMap { curve.times.firstIndex(of: $0) }.map { band[$0] }
        #expect(Figures.agree(shown.map(\.lower), ends.lower, within: 1e-12))
        #expect(Figures.agree(shown.map(\.upper), ends.upper, within: 1e-12))
    }

    @Test func `the curve of the others falls to zero, where the band is a convention`() throws {
        let curve = KaplanMeier(try Leukaemia.durations(Leukaemia.nonmaintained))
        let band = try curve.band()
        #expect(curve.survival.last == 0)
        #expect(curve.standardErrors.last == 0)
        #expect(band.last?.lower == 0)
        #expect(Figures.agree(band.last?.upper, 0.61954862912905562))
        #expect(Figures.agree(curve.standardErrors[8], 0.091866364967520514, within: 1e-12))
    }

    @Test func `medians and quartiles have the intervals of R`() throws {
        let maintained = KaplanMeier(try Leukaemia.durations(Leukaemia.maintained))
        let others = KaplanMeier(try Leukaemia.durations(Leukaemia.nonmaintained))
        func ends(_ curve: KaplanMeier, _ p: Double, _ scale: IntervalScale) throws -> [Double?] {
            let quantile = try curve.quantile(p, on: scale)
            return [quantile.time, quantile.lower, quantile.upper]
        }
        #expect(try ends(maintained, 0.5, .log) == [31, 18, nil])
        #expect(try ends(maintained, 0.25, .log) == [18, 13, nil])
        #expect(try ends(maintained, 0.75, .log) == [48, 34, nil])
        #expect(try ends(maintained, 0.25, .logLog) == [18, 9, 34])
        #expect(try ends(maintained, 0.75, .logLog) == [48, 31, nil])
        #expect(try ends(others, 0.25, .log) == [8, 5, 30])
        #expect(try ends(others, 0.5, .log) == [23, 8, nil])
        #expect(try ends(others, 0.5, .logLog) == [23, 5, 33])
    }

    struct Stretch: Sendable {
        let times: [Double]
        let events: [Bool]
        let median: Double?
        let lower: Double?

        static let all = [
            Stretch(times: [1, 2, 3, 4], events: [true, true, true, true], median: 2.5, lower: 1),
            Stretch(times: [1, 2, 3, 4], events: [true, true, false, false], median: 3, lower: 1),
            Stretch(times: [1, 2, 5, 5], events: [true, true, false, false], median: 3.5, lower: 1),
            Stretch(times: [1, 2, 3, 4], events: [true, false, false, false], median: nil, lower: 1),
            Stretch(times: [1, 2, 3, 4], events: [false, false, false, false], median: nil, lower: nil),
            Stretch(times: [1, 1, 1], events: [true, true, true], median: 1, lower: nil),
            Stretch(times: [0, 0, 3, 4], events: [true, true, true, true], median: 1.5, lower: 0),
        ]
    }

    @Test(arguments: Stretch.all)
    func `a median on a flat stretch is its middle`(stretch: Stretch) throws {
        let quantile = try KaplanMeier(Durations(times: stretch.times, events: stretch.events)).median()
        #expect(quantile.time == stretch.median)
        #expect(quantile.lower == stretch.lower)
        #expect(quantile.upper == nil)
    }

    @Test func `the restricted mean counts no week after the forty-fifth`() throws {
        let maintained = try KaplanMeier(Leukaemia.durations(Leukaemia.maintained)).restrictedMean(until: 45)
        #expect(
            Figures.agree(
                [maintained.mean, maintained.standardError], [30.738636363636363, 4.1140862400114671]))
        let others = try KaplanMeier(Leukaemia.durations(Leukaemia.nonmaintained)).restrictedMean(until: 45)
        #expect(
            Figures.agree([others.mean, others.standardError], [22.708333333333336, 4.1809419810331541]))
        let interval = try others.interval()
        #expect(Figures.agree(interval.lower, 22.708333333333336 - 1.9599639845400545 * 4.1809419810331541))
    }

    @Test func `the children of Freireich are as in the textbooks`() throws {
        let curve = KaplanMeier(try Leukaemia.durations(Leukaemia.mercaptopurine))
        let steps = curve.times.indices.filter { curve.events[$0] > 0 }
        #expect(steps.map { curve.times[$0] } == [6, 7, 10, 13, 16, 22, 23])
        #expect(
            Figures.agree(
                steps.map { curve.survival[$0] },
                [
                    0.8571428571428571, 0.80672268907563016, 0.75294117647058811, 0.69019607843137243,
                    0.62745098039215674, 0.53781512605042003, 0.44817927170868338,
                ]))
        #expect(
            Figures.agree(
                steps.map { curve.standardErrors[$0] },
                [
                    0.076360354832121252, 0.086935285180057192, 0.096349652994320495, 0.10681470777500982,
                    0.11405386525675253, 0.12823375169303397, 0.13459145675576042,
                ]))
        #expect(try curve.median().time == 23)
        #expect(try curve.median().lower == 16)
        let placebo = try KaplanMeier(Leukaemia.durations(Leukaemia.placebo)).median()
        #expect([placebo.time, placebo.lower, placebo.upper] == [8, 4, 12])
    }

    @Test func `late entries are at risk after they came`() throws {
        let durations = try Durations(
            times: [3, 5, 4, 6, 7, 8, 9], events: [true, false, true, true, false, true, true],
            entries: [0, 0, 1, 2, 2, 4, 5])
        let curve = KaplanMeier(durations)
        #expect(curve.atRisk == [5, 4, 4, 4, 3, 2, 1])
        #expect(Figures.agree(curve.survival, [0.8, 0.6, 0.6, 0.45, 0.45, 0.225, 0], within: 1e-14))
        #expect(
            Figures.agree(
                curve.standardErrors,
                [
                    0.17888543819998318, 0.21908902300206645, 0.21908902300206645, 0.20946360065653416,
                    0.20946360065653416, 0.19047637648800445, 0,
                ]))
        #expect([0, 2, 2.5, 4, 5, 9, 10].map { durations.atRisk(at: $0) } == [0, 3, 5, 4, 4, 1, 0])
    }

    @Test func `the table under the curve tells who was left`() throws {
        let curve = KaplanMeier(try Leukaemia.durations(Leukaemia.maintained))
        let table = try curve.table(at: [0, 13, 40, 161, 200])
        #expect(table.map(\.atRisk) == [11, 10, 3, 1, 0])
        #expect(table.map(\.events) == [0, 2, 6, 7, 7])
        #expect(table.map(\.censored) == [0, 1, 2, 4, 4])
        #expect(table[0].survival == 1)
        #expect(Figures.agree(table[2].survival, 0.36818181818181817))
        #expect(Figures.agree(table[2].interval?.upper, 0.87526067814390762))
        #expect(table[4].survival == nil)
        let others = KaplanMeier(try Leukaemia.durations(Leukaemia.nonmaintained))
        #expect(try others.table(at: [200])[0].survival == 0)
    }

    @Test(.enabled(if: Table.isThere, "\(Table.absence)"))
    func `lung cancer is as in R`() throws {
        let durations = try Registers.Lung(knowing: "time").durations
        #expect(durations.count == 228)
        #expect(durations.eventCount == 165)
        let curve = KaplanMeier(durations)
        let median = try curve.median()
        #expect([median.time, median.lower, median.upper] == [310, 285, 363])
        let logLog = try curve.median(on: .logLog)
        #expect([logLog.time, logLog.lower, logLog.upper] == [310, 284, 361])
        let quartile = try curve.quantile(0.75)
        #expect([quartile.time, quartile.lower, quartile.upper] == [550, 460, 654])
        let table = try curve.table(at: [100, 365, 730, 1000])
        #expect(table.map(\.atRisk) == [196, 65, 13, 2])
        #expect(
            Figures.agree(
                table.compactMap(\.survival),
                [0.86396896764524356, 0.4092416244600644, 0.1156930983445392, 0.050345568070810462]))
        #expect(
            Figures.agree(
                table.compactMap(\.standardError),
                [0.022710230434161833, 0.035823638172037771, 0.028298197317694247, 0.022848048916083805]))
        #expect(
            Figures.agree(
                table.compactMap { $0.interval?.upper },
                [0.90964674618951225, 0.48583760354728095, 0.18685679181980688, 0.12253419551659767]))
        let mean = try curve.restrictedMean(until: 365)
        #expect(Figures.agree([mean.mean, mean.standardError], [263.22186648200665, 7.7988590863144562]))
    }

    @Test(.enabled(if: Table.isThere, "\(Table.absence)"))
    func `survival by age counts patients from their diagnosis on`() throws {
        let curve = KaplanMeier(try Registers.GammopathyByAge(knowingHaemoglobin: false).durations)
        let table = try curve.table(at: [720, 840, 960, 1080])
        #expect(
            Figures.agree(
                table.compactMap(\.survival),
                [0.41932153985548321, 0.2692271784906668, 0.13410818530443061, 0.029197085020627091]))
        #expect(
            Figures.agree(
                table.compactMap(\.standardError),
                [0.084984318843797702, 0.055798553156622674, 0.028382339679932592, 0.0065978196606824727]))
        let median = try curve.median()
        #expect([median.time, median.lower, median.upper] == [674, 436, 790])
    }
}
