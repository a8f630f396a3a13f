package import Statistics

/// How long things last, in sentences.
extension Catalogue {
    /// The answer, with what it rests on.
    package func sentence(_ lasting: Lasting) -> String {
        let all = lasting.all
        var sentences = [median(all, lasting.unit)]
        var seen: [String] = []
        if all.ended > 0 { seen.append("\(number(all.ended)) ended") }
        if all.ongoing > 0 { seen.append("\(number(all.ongoing)) went on when last seen") }
        if all.unknown > 0 { seen.append("the end of \(number(all.unknown)) is not known exactly") }
        sentences.append("Of \(number(all.count)), \(list(seen)).")
        if let tests = lasting.tests {
            sentences.append(difference(tests.earliest, tests.latest, all.unknown > 0))
        }
        return sentences.joined(separator: " ")
    }

    private func median(_ group: Lasting.Group, _ unit: String) -> String {
        guard group.unknown > 0 else {
            guard let time = group.latestMedian.time else {
                return "More than half lasted beyond what was seen."
            }
            return
                "Half lasted \(plain(time)) \(unit) or longer (95 % interval \(interval(group.latestMedian)))."
        }
        let range = group.bounds.medianRange
        switch (range.lower, range.upper) {
        case (let lower?, let upper?) where lower == upper:
            return "Half lasted \(plain(lower)) \(unit) or longer, whenever the unknown ends came."
        case (let lower?, let upper?):
            return
                "Half lasted \(plain(lower)) to \(plain(upper)) \(unit) or longer: it depends on the unknown ends."
        case (let lower?, nil):
            return
                "Half lasted \(plain(lower)) \(unit) or longer if the unknown ends came at once; if they came late, "
                + "more than half lasted beyond what was seen."
        default: return "More than half lasted beyond what was seen, whenever the unknown ends came."
        }
    }

    /// “285 to 363”, “23 or more”.
    package func interval(_ quantile: SurvivalQuantile) -> String {
        switch (quantile.lower, quantile.upper) {
        case (let lower?, let upper?): "\(plain(lower)) to \(plain(upper))"
        case (let lower?, nil): "\(plain(lower)) or more"
        case (nil, let upper?): "up to \(plain(upper))"
        case (nil, nil): "open"
        }
    }

    private func difference(_ earliest: LogRank, _ latest: LogRank, _ hasUnknown: Bool) -> String {
        func verdict(_ test: LogRank) -> String {
            test.pValue < 0.05
                ? "last differently long (log-rank test, \(significance(test.pValue)))"
                : "may differ by chance only (log-rank test, \(significance(test.pValue)))"
        }
        guard hasUnknown else { return "The groups \(verdict(latest))." }
        guard (earliest.pValue < 0.05) == (latest.pValue < 0.05) else {
            return
                "Whether the groups differ depends on the unknown ends: if they came at once, they "
                + "\(verdict(earliest)); if late, they \(verdict(latest))."
        }
        return
            "The groups \(verdict(earliest).replacing(")", with: " if the unknown ends came at once, "))"
            + "\(significance(latest.pValue)) if late)."
    }

    var shareThatLasts: String { "Share that still lasts" }

    var unknownEndsEarly: String { "Unknown ends taken as early as they can have come" }

    var unknownEndsLate: String { "Unknown ends taken as late as they can have come" }
}
