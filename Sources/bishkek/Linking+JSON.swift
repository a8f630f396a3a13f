import Exchange
import Pages
import Record
import Statistics

extension Linking {
    /// A cluster is called by the first of its reports.
    func name(of cluster: Cluster) -> String { cluster.reports.first.map { names[$0] } ?? "" }

    /// What the score of a pair is made of; where a date may have slipped, the time is no part of it.
    func parts(of review: Linkage.Review) -> [PairExplanation.Part] {
        let parts = (try? linkage.explain(review.pair.first, review.pair.second))?.parts ?? []
        return review.reason == .dateSlip ? parts.filter { $0.feature != .time } : parts
    }

    /// What was kept apart or could not be compared, in sentences.
    var left: [String] {
        let uncompared = linkage.candidates.uncompared
        let catalogue = Catalogue.withoutRecord
        var lines: [String] = []
        let duplicates = linkage.candidates.ownDuplicates.count
        if duplicates > 0 {
            lines.append(
                "\(catalogue.count(duplicates, "report repeats", "reports repeat")) one of the same observer."
            )
        }
        if linkage.refusals > 0 {
            lines.append(
                "\(catalogue.count(linkage.refusals, "pair reaches", "pairs reach")) the threshold but "
                    + "\(linkage.refusals == 1 ? "stays" : "stay") apart: an observer would stand twice in one event, "
                    + "another pair of it is too weak, or a person decided so.")
        }
        if !uncompared.overflow.isEmpty {
            lines.append(
                "\(catalogue.count(uncompared.overflow.count, "report was", "reports were")) not compared: "
                    + "too many at one time and place.")
        }
        return lines
    }

    func write(to w: inout JSONWriter, _ reports: ReportFile) {
        w.openObject()
        w.member("sentence", Catalogue.withoutRecord.sentence(self))
        w.member("reports", names.count)
        w.member("observers", observerCount)
        w.member("events", clusters.count)
        w.number("threshold", linkage.threshold)
        w.name("eventsAt")
        w.openObject()
        w.member("oneBitLower", moved.lower)
        w.member("oneBitHigher", moved.higher)
        w.closeObject()
        w.member("alone", clusters.count - linked.count)
        w.member("keptApart", linkage.refusals)
        w.texts("repeated", linkage.candidates.ownDuplicates.map { names[$0.second] })
        w.texts("notCompared", linkage.candidates.uncompared.overflow.map { names[$0] })
        w.name("clusters")
        w.openList()
        for cluster in linked {
            w.openObject()
            w.member("cluster", name(of: cluster))
            w.texts("reports", cluster.reports.map { names[$0] })
            w.texts("observers", cluster.observers)
            for (name, hours) in [("from", cluster.hours.lowerBound), ("to", cluster.hours.upperBound)] {
                if reports.hasDates { w.member(name, reports.instant(hours)) } else { w.number(name, hours) }
            }
            w.closeObject()
        }
        w.closeList()
        w.name("review")
        w.openList()
        for pair in linkage.review {
            w.openObject()
            w.member("first", names[pair.pair.first])
            w.member("second", names[pair.pair.second])
            w.number("score", pair.score)
            w.member("reason", pair.reason.rawValue)
            w.truth("fits", pair.fits)
            w.number("start", linkage.weights.priorBits)
            w.name("parts")
            w.openList()
            for part in parts(of: pair) {
                w.openObject()
                w.member("feature", part.feature.rawValue)
                w.member("agreement", Catalogue.withoutRecord.agreement(part))
                w.number("bits", part.bits)
                w.closeObject()
            }
            w.closeList()
            w.closeObject()
        }
        w.closeList()
        w.losses(reports.report)
        w.closeObject()
    }
}
