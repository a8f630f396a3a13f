import Statistics
import Testing

/// The examples of the article on agreement, as a reader would type them.
@Suite struct `Examples of the article on agreement` {
    @Test func `deaths as three monitors reported them`() throws {
        let ratings = try Ratings(byObserver: [
            [0, 2, 1, nil, 5, 0, 3, 1],
            [0, 2, 2, 4, 5, nil, 3, 1],
            [nil, 2, 1, 4, 9, 0, 3, nil],
        ])
        let alpha = try KrippendorffAlpha(ratings, scale: .ratio)
        #expect(abs(alpha.value - 0.956) < 0.0005)
        let dispute = try Dispute(ratings)
        #expect(dispute.disputedUnits == 2 && dispute.comparableUnits == 8)
    }
}
