import Foundation
import Testing

@testable import Statistics

@Suite struct `Gamma and beta` {
    @Test(
        arguments: [
            (0.5, 0.2, 0.47291074313446191487, 0.52708925686553808513),
            (3, 2, 0.32332358381693654053, 0.67667641618306345947),
            (3, 30, 0.99999999995498983352, 4.501016648012123985e-11),
            (10, 3, 0.0011024881301154797421, 0.99889751186988452026),
            (100, 120, 0.97213626010947933852, 0.027863739890520661484),
            (1e6, 1.001e6, 0.84134478636834029163, 0.15865521363165970837),
            (1e6, 0.999e6, 0.15865521357430365246, 0.84134478642569634754),
            (0.001, 1e-5, 0.989123044695782669, 0.010876955304217331005),
        ] as [(Double, Double, Double, Double)]) func `both tails of the gamma distribution`(
            a: Double, x: Double, lower: Double, upper: Double
        )
    {
        #expect(Gamma.regularizedLower(a, x).agrees(with: lower, to: 2e-13))
        #expect(Gamma.regularizedUpper(a, x).agrees(with: upper, to: 2e-13))
    }

    @Test func `the two ways to the gamma distribution meet at ten million`() {
        for x in [0.9990e7, 0.9999e7, 1e7, 1.0001e7, 1.0010e7] {
            let series = Gamma.tails(1e7, x)
            let expansion = Gamma.tails(1e7 + 1e-7, x + 1e-7)
            #expect(expansion.lower.agrees(with: series.lower, to: 1e-10))
            #expect(expansion.upper.agrees(with: series.upper, to: 1e-10))
        }
    }

    @Test(
        arguments: [
            (1, -0.57721566490153286061, 1.6449340668482264365),
            (0.1, -10.423754940411076795, 101.43329915079275882),
            (12.5, 2.4851956512749120482, 0.083285224601578370444),
            (1000, 6.9072551956488120521, 0.0010005001666666333334),
        ] as [(Double, Double, Double)]) func `the derivatives of log gamma`(
            x: Double, digamma: Double, trigamma: Double
        )
    {
        #expect(Gamma.digamma(x).agrees(with: digamma, to: 1e-14))
        #expect(Gamma.trigamma(x).agrees(with: trigamma, to: 1e-14))
    }

    @Test(
        arguments: [
            (0.3, 2, 5, 0.579825, 0.420175),
            (0.01, 0.5, 0.5, 0.063768560858519847917, 0.93623143914148015208),
            (0.999, 20, 0.3, 0.65872649912889539753, 0.34127350087110460247),
            (0.5, 1000, 1100, 0.98548301825652960689, 0.014516981743470393106),
            (1e-5, 3, 1e5, 0.080304156195560489542, 0.91969584380443951046),
            (0.001, 12, 12000, 0.5397179283767618849, 0.4602820716232381151),
        ] as [(Double, Double, Double, Double, Double)]) func `both tails of the beta distribution`(
            x: Double, a: Double, b: Double, lower: Double, upper: Double
        )
    {
        let tails = Beta.tails(x, complement: 1 - x, a, b)
        #expect(tails.lower.agrees(with: lower, to: 1e-12))
        #expect(tails.upper.agrees(with: upper, to: 1e-12))
    }

    @Test func `quantiles of the beta distribution`() {
        #expect(Beta.quantile(0.025, 11, 22).agrees(with: 0.18571909171656612442, to: 1e-13))
        #expect(Beta.quantile(0.9, 40, 2).agrees(with: 0.98695352374035643027, to: 1e-13))
        #expect(Beta.quantile(upperTail: 1e-8, 3, 1000).agrees(with: 0.023867763207049160305, to: 1e-13))
    }

    @Test func `quantiles invert the distribution wherever they are asked`() {
        var generator = SeededGenerator(seed: 1994)
        for _ in 0..<300 {
            let a = pow(10, generator.uniform() * 6 - 1)
            let b = pow(10, generator.uniform() * 6 - 1)
            let p = pow(10, -6 * generator.uniform())
            let x = Beta.quantile(p, a, b)
            // Near one a number has no digits left for the tail; the complement has them.
            if x < 1e-300 || x > 0.999 { continue }
            #expect(Beta.regularized(x, a, b).agrees(with: p, to: 1e-9), "\(p) of \(a), \(b)")
        }
    }

    @Test(
        arguments: [
            (0.5003535533905932737622004, 1e6, 1e6, 0.84134474606855051017),
            (0.2493504809471616710149272, 1e6, 3e6, 0.0013430762510688974656),
            (0.000001997167581368513954987061, 2e6, 1e12, 0.022711941193686150635),
            (0.5002236067977499789696409, 1e7, 1e7, 0.97724987210114352594),
        ] as [(Double, Double, Double, Double)]) func `the beta distribution of immense shapes`(
            x: Double, a: Double, b: Double, lower: Double
        )
    {
        #expect(Beta.regularized(x, a, b).agrees(with: lower, to: 1e-9))
        #expect(Beta.regularized(x, a * (1 + 1e-13), b).agrees(with: lower, to: 1e-8))
    }

    @Test func `the two ways to the beta distribution meet at a million`() {
        for x in [0.498, 0.4993, 0.5, 0.5004, 0.502] {
            let fraction = Beta.tails(x, complement: 1 - x, 1e6, 1e6)
            let approximation = Beta.tails(x, complement: 1 - x, 1e6 + 0.001, 1e6 + 0.001)
            #expect(approximation.lower.agrees(with: fraction.lower, to: 1e-7))
            #expect(approximation.upper.agrees(with: fraction.upper, to: 1e-7))
        }
    }
}
