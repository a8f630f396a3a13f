import Testing

@testable import Statistics

// The expected numbers were computed with forty digits and printed with twenty.

@Suite struct `Distributions` {
    @Test(
        arguments: [
            (0, 0.5), (1, 0.15865525393145705141), (-3, 0.99865010196836990547),
            (5, 2.8665157187919391167e-7),
            (10, 7.619853024160526066e-24), (30, 4.9067139271481870595e-198),
        ] as [(Double, Double)]) func `the upper tail of the normal distribution`(x: Double, expected: Double)
    {
        #expect(Normal.upperTail(x).agrees(with: expected, to: 1e-13))
        #expect(Normal.cumulative(-x) == Normal.upperTail(x))
    }

    @Test(
        arguments: [
            (0.975, 1.9599639845400542355), (0.995, 2.575829303548900761), (0.6, 0.2533471031357997988),
            (0.5, 0), (1e-10, -6.3613409024040562047), (1e-300, -37.047096299361199237),
        ] as [(Double, Double)]) func `the quantiles of the normal distribution`(p: Double, expected: Double)
    {
        #expect(Normal.quantile(p).agrees(with: expected, to: 2e-14))
    }

    @Test func `the quantiles of nothing and of everything are infinite`() {
        #expect(Normal.quantile(0) == -.infinity)
        #expect(Normal.quantile(1) == .infinity)
        #expect(StudentT.quantile(1, degreesOfFreedom: 3) == .infinity)
        #expect(ChiSquared.quantile(1, degreesOfFreedom: 3) == .infinity)
        #expect(Beta.quantile(0, 2, 3) == 0)
        #expect(Beta.quantile(1, 2, 3) == 1)
    }

    @Test(
        arguments: [
            (2, 3.5, 0.06306926128795676726), (0.1, 1, 0.46827448256944643049),
            (30, 4, 3.6764280488306610623e-6), (-1.5, 7, 0.91135075650501498342),
            (5, 1000, 3.3836281823243151909e-7),
        ] as [(Double, Double, Double)]) func `the upper tail of Student's t`(
            t: Double, degrees: Double, expected: Double
        )
    {
        #expect(StudentT.upperTail(t, degreesOfFreedom: degrees).agrees(with: expected, to: 1e-13))
    }

    @Test(
        arguments: [
            (0.975, 5, 2.5705818356363155147), (0.975, 24, 2.0638985616280258492),
            (0.995, 2.5, 7.1637281389487855199), (0.9, 1, 3.0776835371752534026), (0.5, 3, 0),
            (0.025, 5, -2.5705818356363155147),
        ] as [(Double, Double, Double)]) func `the quantiles of Student's t`(
            p: Double, degrees: Double, expected: Double
        )
    {
        #expect(StudentT.quantile(p, degreesOfFreedom: degrees).agrees(with: expected, to: 1e-13))
    }

    @Test func `Student's t with very many degrees of freedom is normal`() {
        #expect(StudentT.quantile(0.975, degreesOfFreedom: .infinity) == Normal.quantile(0.975))
        #expect(
            StudentT.quantile(0.975, degreesOfFreedom: 1e14).agrees(with: Normal.quantile(0.975), to: 1e-12))
    }

    @Test(
        arguments: [
            (0.95, 1, 3.8414588206941259584), (0.95, 2, 5.9914645471079819869),
            (0.025, 10, 3.2469727802368410762), (0.999, 100, 149.44925277903871123),
            (0.01, 0.5, 1.3499395859116935383e-8),
        ] as [(Double, Double, Double)]) func `the quantiles of chi-squared`(
            p: Double, degrees: Double, expected: Double
        )
    {
        #expect(ChiSquared.quantile(p, degreesOfFreedom: degrees).agrees(with: expected, to: 1e-13))
        let back = ChiSquared.cumulative(expected, degreesOfFreedom: degrees)
        #expect(back.agrees(with: p, to: 1e-13))
    }

    @Test(
        arguments: [
            (3, 10, 0.3, 0.266827932, 0.6496107184),
            (500, 1000, 0.45, 0.00016574055418552050339, 0.999319191337566262),
        ] as [(Double, Double, Double, Double, Double)]) func `binomial chances`(
            k: Double, n: Double, p: Double, mass: Double, cumulative: Double
        )
    {
        #expect(Binomial.mass(k, trials: n, probability: p).agrees(with: mass, to: 1e-13))
        #expect(Binomial.cumulative(k, trials: n, probability: p).agrees(with: cumulative, to: 1e-13))
        let rest = Binomial.atLeast(k + 1, trials: n, probability: p)
        #expect((rest + cumulative).agrees(with: 1, to: 1e-13))
    }

    @Test(
        arguments: [
            (11, 32, 800.0 / 3811, 0.079668633033329473588), (72, 106, 0.5, 0.00028452861891625179621),
            (0, 5, 0.5, 0.0625), (20, 30, 0.2, 3.8305237413700818698e-8), (0, 0, 0.5, 1), (5, 10, 0.5, 1),
        ] as [(Double, Double, Double, Double)]) func `the two-sided binomial test`(
            k: Double, n: Double, p: Double, expected: Double
        )
    {
        #expect(Binomial.twoSided(k, trials: n, probability: p).agrees(with: expected, to: 1e-12))
    }

    @Test func `the two-sided binomial test adds up what is no likelier, one by one`() {
        for n in 1...25 {
            for k in 0...n {
                for p in [0.05, 0.31, 0.5, 0.84] {
                    let chances = (0...n).map { Binomial.mass(Double($0), trials: Double(n), probability: p) }
                    var sum = 0.0
                    for chance in chances where chance <= chances[k] * (1 + 1e-7) { sum += chance }
                    let found = Binomial.twoSided(Double(k), trials: Double(n), probability: p)
                    #expect(found.agrees(with: sum, to: 1e-11), "\(k) of \(n) at \(p)")
                }
            }
        }
    }
}
