import Testing

import Statistics

@Suite struct `Cumulative incidence` {
    let times: [Double] = [1, 2, 2, 3, 4, 4, 5, 6]
    let causes = [1, 2, 1, 0, 1, 2, 0, 1]

    @Test func `eight durations with two causes are as in R`() throws {
        let incidence = try CumulativeIncidence(times: times, causes: causes)
        #expect(incidence.times == [1, 2, 3, 4, 5, 6])
        #expect(incidence.atRisk == [8, 7, 5, 4, 2, 1])
        #expect(incidence.causes.map(\.label) == [1, 2])
        #expect(
            Figures.agree(
                incidence.causes[0].incidence, [0.125, 0.25, 0.25, 0.40625, 0.40625, 0.71875], within: 1e-14))
        #expect(Figures.agree(incidence.survival, [0.875, 0.625, 0.625, 0.3125, 0.3125, 0], within: 1e-14))
        #expect(
            Figures.agree(
                incidence.causes[0].standardErrors,
                [
                    0.11692679333668567, 0.15309310892394862, 0.15309310892394862, 0.18388441087405968,
                    0.18388441087405968, 0.17009016450841594,
                ]))
        #expect(
            Figures.agree(
                incidence.causes[1].standardErrors,
                [
                    0, 0.11692679333668567, 0.11692679333668567, 0.17009016450841594, 0.17009016450841594,
                    0.17009016450841594,
                ]))
    }

    @Test func `one cause is the complement of Kaplan and Meier, error included`() throws {
        let patients = Leukaemia.maintained
        let incidence = try CumulativeIncidence(
            times: patients.map(\.0), causes: patients.map { $0.1 ? 7 : 0 })
        let curve = KaplanMeier(try Leukaemia.durations(patients))
        #expect(Figures.agree(incidence.causes[0].incidence, curve.survival.map { 1 - $0 }, within: 1e-13))
        #expect(Figures.agree(incidence.causes[0].standardErrors, curve.standardErrors, within: 1e-12))
        #expect(try incidence.naive(7) == curve)
    }

    @Test(.enabled(if: Table.isThere, "\(Table.absence)"))
    func `gammopathy turns malignant less often than the naive figure says`() throws {
        let incidence = try Registers.gammopathy()
        func points(_ cause: Int, _ scale: IntervalScale = .log) throws -> [CumulativeIncidence.Point] {
            try [60, 120, 240].compactMap { try incidence.incidence(of: cause, at: $0, on: scale) }
        }
        let malignant = try points(1)
        #expect(
            Figures.agree(
                malignant.map(\.incidence),
                [0.034103712974349019, 0.063722168013112923, 0.099813715935469172]))
        #expect(
            Figures.agree(
                malignant.map(\.standardError),
                [0.0048892579076679444, 0.0067968484239606369, 0.0097848467933895969]))
        #expect(
            Figures.agree(
                malignant.map(\.interval.lower),
                [0.025749551974265608, 0.051700906075928657, 0.082365627974378297]))
        #expect(
            Figures.agree(
                malignant.map(\.interval.upper),
                [0.045168290298765575, 0.078538559659439303, 0.120957954596615]))
        let dead = try points(2)
        #expect(
            Figures.agree(
                dead.map(\.incidence), [0.32036701026787828, 0.53181770408020768, 0.72402797614254544]))
        #expect(
            Figures.agree(
                dead.map(\.standardError), [0.012567371547559004, 0.014059645162030572, 0.015606345067761603])
        )
        #expect(
            Figures.agree(
                incidence.survival(at: [60, 120, 240]),
                [0.64552927675777305, 0.40446012790667885, 0.17615830792198556]))
        let naive = try incidence.naive(1).table(at: [120, 240])
        #expect(Figures.agree(naive.compactMap { $0.survival.map { 1 - $0 } }, [0.0952216594, 0.2095616245]))
        #expect(
            Figures.agree(naive.compactMap(\.standardError), [0.010476246322749532, 0.026788159013082621]))
    }
}

extension CumulativeIncidence {
    fileprivate func survival(at times: [Double]) -> [Double] {
        times.compactMap { time in self.times.lastIndex { $0 <= time }.map { survival[$0] } }
    }
}
