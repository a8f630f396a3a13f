package import Statistics

/// Which reports tell of one event, in sentences. Nothing here says or asks who did it.
extension Catalogue {
    package func sentence(_ linking: Linking) -> String {
        let (reports, events) = (linking.names.count, linking.clusters.count)
        let waiting = linking.linkage.review.count
        var sentences = [
            "\(count(reports, "report", "reports")) of \(count(linking.observerCount, "observer", "observers")) "
                + "\(reports == 1 ? "tells" : "tell") of \(count(events, "event", "events"))."
        ]
        sentences.append(
            waiting == 0
                ? "No pair waits for a person."
                : "\(count(waiting, "pair waits", "pairs wait")) for a person.")
        let moved = linking.moved
        sentences.append(
            moved.lower == events && moved.higher == events
                ? "A threshold lower or higher by one bit would change nothing."
                : "With a threshold lower by one bit there would be \(number(moved.lower)) events, "
                    + "higher by one bit \(number(moved.higher)).")
        return sentences.joined(separator: " ")
    }

    /// What was kept apart or could not be compared, in sentences.
    package func left(by linking: Linking) -> [String] {
        let linkage = linking.linkage
        let uncompared = linkage.candidates.uncompared
        var lines: [String] = []
        let duplicates = linkage.candidates.ownDuplicates.count
        if duplicates > 0 {
            lines.append(
                "\(count(duplicates, "report repeats", "reports repeat")) one of the same observer."
            )
        }
        if linkage.refusals > 0 {
            lines.append(
                "\(count(linkage.refusals, "pair reaches", "pairs reach")) the threshold but "
                    + "\(linkage.refusals == 1 ? "stays" : "stay") apart: an observer would stand twice in one event, "
                    + "another pair of it is too weak, or a person decided so.")
        }
        if !uncompared.overflow.isEmpty {
            lines.append(
                "\(count(uncompared.overflow.count, "report was", "reports were")) not compared: "
                    + "too many at one time and place.")
        }
        return lines
    }

    /// “distance within 1 km +2.0”: what one feature adds to a score, in bits.
    package func words(_ part: PairExplanation.Part) -> String {
        let what =
            switch part.feature {
            case .distance: "distance"
            case .time: "time"
            case .type: "type"
            case .weapon: "weapon"
            case .casualties: "casualties"
            }
        return "\(what) \(agreement(part)) \(bits(part.bits))"
    }

    /// How well two reports agree on a feature.
    package func agreement(_ part: PairExplanation.Part) -> String { words(part.level, part.feature) }

    private func words(_ level: AgreementLevel, _ feature: LinkageFeature) -> String {
        let unit = feature == .distance ? "km" : "h"
        return switch level {
        case .within(let edge): "within \(plain(edge)) \(unit)"
        case .beyond: "farther apart"
        case .equal: "the same"
        case .close: "one apart"
        case .different: "different"
        case .missing: "not stated"
        }
    }

    /// “+2.0”, “−0.7”.
    package func bits(_ bits: Double) -> String {
        let words = number(bits, digits: 1)
        return bits > 0 && words != "0.0" ? "+\(words)" : words
    }

    /// Why a pair is shown to a person.
    package func words(_ reason: Linkage.Review.Reason) -> String {
        switch reason {
        case .belowThreshold: "just below the threshold"
        case .dateSlip: "a day apart, otherwise alike"
        }
    }
}
