import Exchange
import Pages
import Record
import Statistics

extension Holding {
    func write(to w: inout JSONWriter, _ report: LossReport, notes: [String]) {
        let catalogue = Catalogue.withoutRecord
        w.openObject()
        w.member("sentence", catalogue.sentence(self))
        w.member("subject", catalogue.noun(subject))
        w.member("unit", unit.words)
        w.day("since", question.since)
        if case .success(let ratio)? = comparison { write(ratio, to: &w, catalogue) }
        if let straddling {
            w.name("straddling")
            w.openObject()
            w.day("from", straddling.lowerBound)
            w.day("to", straddling.upperBound.advanced(days: -1))
            w.closeObject()
        }
        w.name("levels")
        w.openList()
        for level in (try? levels.get()) ?? [] {
            w.openObject()
            w.day("from", level.days.lowerBound)
            w.day("to", level.days.upperBound.advanced(days: -1))
            w.member("periods", level.periods)
            w.number("typical", level.rate)
            w.number("mean", level.mean)
            w.closeObject()
        }
        w.closeList()
        w.texts("changes", changes.map(\.description))
        switch course {
        case .ended(let from, let to, _, _)?:
            w.name("calm")
            w.openObject()
            w.day("from", from)
            w.day("to", to)
            w.truth("ended", true)
            w.closeObject()
        case .lasts(let from, let to)?:
            w.name("calm")
            w.openObject()
            w.day("from", from)
            w.day("to", to)
            w.truth("ended", false)
            w.closeObject()
        case Course.none?, nil: break
        }
        w.day("firstEvent", firstEvent)
        write(alarms, to: &w)
        writePeriods(to: &w)
        w.losses(report)
        w.texts("notes", notes)
        w.member("caution", catalogue.caution(subject))
        w.closeObject()
    }

    private func write(_ ratio: RateRatio, to w: inout JSONWriter, _ catalogue: Catalogue) {
        w.name("comparison")
        w.openObject()
        for (name, stretch) in [("before", ratio.before), ("after", ratio.after)] {
            w.name(name)
            w.openObject()
            w.number("events", stretch.events)
            w.number("effort", stretch.effort)
            w.member("periods", stretch.periods)
            w.member("missing", stretch.missing)
            w.number("rate", stretch.rate * unit.effort)
            w.closeObject()
        }
        w.number("ratio", ratio.ratio)
        w.number("lower", ratio.interval.lower)
        w.number("upper", ratio.interval.upper)
        w.number("confidence", ratio.confidence)
        w.number("pValue", ratio.pValue)
        let name =
            switch ratio.model {
            case .poisson: "poisson"
            case .quasiPoisson: "quasiPoisson"
            case .negativeBinomial: "negativeBinomial"
            }
        w.member("model", name)
        w.member("modelReason", ratio.model.reason.rawValue)
        w.member("why", catalogue.sentence(ratio.model))
        w.number("phi", ratio.model.dispersion?.phi)
        if case .negativeBinomial(let theta, _, _) = ratio.model { w.number("theta", theta) }
        w.closeObject()
    }

    private func write(_ alarms: Result<AlarmWatch, StatisticsError>?, to w: inout JSONWriter) {
        guard case .success(let watch)? = alarms else {
            if case .failure(let refusal)? = alarms { w.member("noAlarms", refusal.message) }
            return
        }
        w.name("watch")
        w.openObject()
        w.day("quietFrom", watch.quiet.lowerBound)
        w.day("quietTo", watch.quiet.upperBound.advanced(days: -1))
        w.number("baseline", watch.baseline)
        w.number("raised", watch.raised)
        w.number("burst", watch.burst)
        w.number("decisionInterval", watch.decisionInterval)
        w.number("averageRunLength", watch.averageRunLength)
        w.member("periods", watch.watched)
        w.name("alarms")
        w.openList()
        for alarm in watch.alarms {
            w.openObject()
            w.day("period", alarm.day)
            w.day("since", alarm.since)
            w.number("statistic", alarm.statistic)
            w.closeObject()
        }
        w.closeList()
        w.closeObject()
    }

    private func writePeriods(to w: inout JSONWriter) {
        w.texts("sides", sides.map(\.name))
        w.name("periods")
        w.openList()
        for (place, period) in all.periods.enumerated() {
            w.openObject()
            w.day("from", Day(period.start))
            w.day("to", Day(period.end - 1))
            w.number("effort", period.effort)
            w.truth("observed", period.isObserved)
            if period.effort > 0 {
                w.number("count", period.count)
                if sides.count > 1 {
                    w.name("bySide")
                    w.openObject()
                    for side in sides { w.number(side.name, side.series.periods[place].count) }
                    w.closeObject()
                }
                w.number("low", bounds?[place].lowerBound)
                w.number("high", bounds?[place].upperBound)
            }
            w.number("rate", period.rate.map { $0 * unit.effort })
            w.closeObject()
        }
        w.closeList()
    }
}

extension Lasting {
    func write(to w: inout JSONWriter, _ report: LossReport, notes: [String]) {
        w.openObject()
        w.member("sentence", Catalogue.withoutRecord.sentence(self))
        w.member("unit", unit)
        w.name("all")
        write(all, to: &w)
        w.name("groups")
        w.openList()
        for group in groups { write(group, to: &w) }
        w.closeList()
        if let tests {
            w.name("tests")
            w.openObject()
            for (name, test) in [("earliest", tests.earliest), ("latest", tests.latest)] {
                w.name(name)
                w.openObject()
                w.number("chiSquared", test.chiSquared)
                w.member("degreesOfFreedom", test.degreesOfFreedom)
                w.number("pValue", test.pValue)
                w.closeObject()
            }
            w.closeObject()
        }
        w.losses(report)
        w.texts("notes", notes)
        w.closeObject()
    }

    private func write(_ group: Group, to w: inout JSONWriter) {
        w.openObject()
        w.member("name", group.name)
        w.member("count", group.count)
        w.member("ended", group.ended)
        w.member("ongoing", group.ongoing)
        w.member("unknown", group.unknown)
        w.number("medianAtLeast", group.bounds.medianRange.lower)
        w.number("medianAtMost", group.bounds.medianRange.upper)
        for (name, curve, median) in [
            ("earliest", group.bounds.earliest, group.earliestMedian),
            ("latest", group.bounds.latest, group.latestMedian),
        ] {
            w.name(name)
            w.openObject()
            w.number("median", median.time)
            w.number("medianLower", median.lower)
            w.number("medianUpper", median.upper)
            w.name("steps")
            w.openList()
            let band = (try? curve.band()) ?? []
            for place in curve.times.indices {
                w.openObject()
                w.number("time", curve.times[place])
                w.member("atRisk", curve.atRisk[place])
                w.member("ended", curve.events[place])
                w.member("censored", curve.censored[place])
                w.number("share", curve.survival[place])
                w.number("standardError", curve.standardErrors[place])
                if place < band.count {
                    w.number("lower", band[place].lower)
                    w.number("upper", band[place].upper)
                }
                w.closeObject()
            }
            w.closeList()
            w.closeObject()
        }
        w.closeObject()
    }
}
