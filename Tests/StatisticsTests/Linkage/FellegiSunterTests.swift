import Statistics
import Testing

@Suite struct `Weights of Fellegi and Sunter` {
    let m = [0.95, 0.9, 0.85, 0.7]
    let u = [0.02, 0.01, 0.2, 0.3]

    @Test func `three agreements of four are 12.9 bits`() throws {
        let bits = try FellegiSunter.bits(matches: m, others: u, agreements: [true, true, true, false])
        #expect((bits / 12.926779124575 - 1).magnitude < 1e-12)
        let probability = try FellegiSunter.probability(bits: bits, prior: 1.0 / 5_000)
        #expect((probability - 0.6090134834).magnitude < 5e-11)
    }

    @Test func `what is missing weighs nothing`() throws {
        let bits = try FellegiSunter.bits(matches: m, others: u, agreements: [true, nil, nil, nil])
        let alone = try FellegiSunter.bits(matches: [0.95], others: [0.02], agreements: [true])
        #expect(bits == alone)
        #expect(try FellegiSunter.bits(matches: [], others: [], agreements: []) == 0)
    }

    @Test func `shares that are no shares are refused`() {
        #expect(throws: StatisticsError(.malformedInput, "")) {
            try FellegiSunter.bits(matches: m, others: u, agreements: [true])
        }
        for share in [0, 1, -0.5, .nan, .infinity] {
            #expect(throws: StatisticsError(.outOfRange, "")) {
                try FellegiSunter.bits(matches: [share], others: [0.5], agreements: [true])
            }
            #expect(throws: StatisticsError(.outOfRange, "")) {
                try FellegiSunter.probability(bits: 0, prior: share)
            }
        }
        #expect(throws: StatisticsError(.malformedInput, "")) {
            try FellegiSunter.probability(bits: .nan, prior: 0.5)
        }
    }

    @Test func `certainty is a probability too`() throws {
        #expect(try FellegiSunter.probability(bits: 1e6, prior: 0.5) == 1)
        #expect(try FellegiSunter.probability(bits: -1e6, prior: 0.5) == 0)
        #expect(try FellegiSunter.probability(bits: .infinity, prior: 0.5) == 1)
    }
}
