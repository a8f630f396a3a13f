package import Statistics

/// Which reports tell of one event, in sentences. Nothing here says or asks who did it.
extension Catalogue {
    package func sentence(_ linking: Linking) -> String {
        let (count, events) = (linking.names.count, linking.clusters.count)
        let waiting = linking.linkage.review.count
        let tell = count == 1 ? "tells" : "tell"
        var sentences = [
            "\(number(count)) \(count == 1 ? "report" : "reports") of \(number(linking.observerCount)) "
                + "\(linking.observerCount == 1 ? "observer" : "observers") \(tell) of \(number(events)) "
                + "\(events == 1 ? "event" : "events")."
        ]
        sentences.append(
            waiting == 0
                ? "No pair waits for a person."
                : "\(number(waiting)) \(waiting == 1 ? "pair waits" : "pairs wait") for a person.")
        let moved = linking.moved
        sentences.append(
            moved.lower == events && moved.higher == events
                ? "A threshold lower or higher by one bit would change nothing."
                : "With a threshold lower by one bit there would be \(number(moved.lower)) events, "
                    + "higher by one bit \(number(moved.higher)).")
        return sentences.joined(separator: " ")
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
