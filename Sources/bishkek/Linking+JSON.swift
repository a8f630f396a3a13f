import Exchange
import Pages
import Record
import Statistics

extension Linking {
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
