package import Ceasefire

/// Numbers and dates as they stand in sentences, tables and charts.
extension Catalogue {
    /// For what belongs to no record, such as a file of counts.
    package static let withoutRecord = Catalogue(View(Process()))

    /// “27 July 2020”.
    package func day(_ day: Day) -> String { self.day(day.civil) }

    /// “27 Jul 2020”, where there is little room.
    package func shortDay(_ time: CivilTime) -> String { "\(time.day) \(shortMonth(time))" }

    /// “Jul 2020”.
    package func shortMonth(_ time: CivilTime) -> String {
        let month = day(time).split(separator: " ").dropFirst().first ?? ""
        return "\(month.prefix(3)) \(time.year)"
    }

    /// “3,194”.
    package func number(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { grouped += "," }
            grouped.append(digit)
        }
        return number < 0 ? "−\(grouped)" : grouped
    }

    /// With so many digits behind the point.
    package func number(_ number: Double, digits: Int) -> String {
        guard number.isFinite else { return number > 0 ? "∞" : number < 0 ? "−∞" : "?" }
        var power = 1.0
        for _ in 0..<digits { power *= 10 }
        let scaled = (abs(number) * power).rounded()
        guard scaled < 1e15 else { return "\(number)" }
        let whole = Int(scaled / power)
        let sign = number < 0 && scaled > 0 ? "−" : ""
        guard digits > 0 else { return sign + self.number(whole) }
        let rest = String(Int(scaled - Double(whole) * power))
        return "\(sign)\(self.number(whole)).\(String(repeating: "0", count: digits - rest.count))\(rest)"
    }

    /// A rate or a mean, to two digits that count, or to units above ten: “642”, “4.3”, “0.067”, “0”.
    package func rate(_ rate: Double) -> String {
        let size = abs(rate)
        guard size > 0, size.isFinite else { return number(rate, digits: 0) }
        if size >= 9.95 || size == size.rounded() { return number(rate, digits: 0) }
        var (digits, power) = (1, 1.0)
        while size * power < 0.995, digits < 9 {
            digits += 1
            power *= 10
        }
        return number(rate, digits: digits)
    }

    /// As short as it is: “0”, “2.5”, “1,000”.
    package func plain(_ value: Double) -> String {
        for digits in 0..<6 {
            var power = 1.0
            for _ in 0..<digits { power *= 10 }
            if (value * power).rounded() == value * power { return number(value, digits: digits) }
        }
        return rate(value)
    }

    /// A share of one: “37 %”.
    package func percent(_ share: Double) -> String { "\(number(share * 100, digits: 0)) %" }

    /// How far a ratio lies from one: “−93 %”, “+12 %”; more than threefold as “× 4.2”.
    package func change(_ ratio: Double) -> String {
        guard ratio.isFinite else { return "without limit" }
        if ratio > 3 { return "× \(rate(ratio))" }
        let percent = (ratio - 1) * 100
        // Near the ends a whole percent would say that nothing, or all, is left.
        let digits = ratio > 0 && percent < -99 ? 1 : 0
        let words = number(percent, digits: digits)
        return percent > 0 && words != "0" ? "+\(words) %" : "\(words) %"
    }

    /// “p = 0.03”, “p < 0.001”.
    package func significance(_ p: Double) -> String {
        p < 0.001 ? "p < 0.001" : "p = \(number(p, digits: p < 0.1 ? 3 : 2))"
    }
}
