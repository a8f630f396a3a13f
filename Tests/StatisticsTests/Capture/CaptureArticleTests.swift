import Statistics
import Testing

/// The examples of the article on capture, as a reader would type them.
@Suite struct `Examples of the article on capture` {
    @Test func `the dead of Kosovo`() throws {
        let lists = ["EXH", "ABA", "OSCE", "HRW"].map { CaptureList($0, origin: .independent) }
        let kosovo = try CaptureTable(
            lists: lists,
            counts: [
                "1000": 1131, "0100": 845, "1100": 177, "0010": 936, "1010": 228, "0110": 217, "1110": 181,
                "0001": 306, "1001": 106, "0101": 31, "1101": 18, "0011": 123, "1011": 42, "0111": 32,
                "1111": 27,
            ])
        let model = try LogLinearModel(parsing: "[123,14,34]")
        let estimate = try CaptureRecapture.estimate(kosovo, model: model)
        #expect(estimate.observed == 4400 && estimate.total.rounded() == 10_357)
        #expect(estimate.standardError.rounded() == 786 && estimate.fit?.degreesOfFreedom == 4)
        let bound = try CaptureRecapture.chaoLowerBound(kosovo)
        #expect(bound.total.rounded() == 10_270)
    }
}
