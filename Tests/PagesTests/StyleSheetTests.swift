import Testing

@testable import Pages

@Suite struct `The style sheet` {
    @Test func `every text colour reaches 4.5 to 1 by day and by night`() throws {
        let css = StyleSheet.text
        let night = try #require(css.firstRange(of: "@media (prefers-color-scheme: dark)"))
        let end = try #require(css.firstRange(of: "*, *::before"))
        for palette in [colours(css[..<night.lowerBound]), colours(css[night.lowerBound..<end.lowerBound])] {
            for ink in ["ink", "soft", "accent", "met", "missing", "contested", "failed"] {
                for paper in ["paper", "raised", "inserted", "deleted"] {
                    let contrast = contrast(try #require(palette[ink]), try #require(palette[paper]))
                    #expect(contrast >= 4.5, "\(ink) on \(paper): \(contrast)")
                }
            }
            #expect(contrast(try #require(palette["edge"]), try #require(palette["paper"])) >= 3)
        }
    }

    @Test func `it calls no other host and serves both directions of writing`() {
        for forbidden in [
            "url(", "@import", "http", "margin-left", "margin-right", "padding-left", "padding-right",
            "text-align: left",
        ] {
            #expect(!StyleSheet.text.contains(forbidden), "\(forbidden)")
        }
    }

    private func colours(_ css: Substring) -> [String: Int] {
        var colours: [String: Int] = [:]
        for line in css.split(separator: "\n") {
            guard let mark = line.firstRange(of: "--"), let hash = line.firstIndex(of: "#") else { continue }
            colours[String(line[mark.upperBound...].prefix { $0 != ":" })] = Int(
                line[hash...].dropFirst().prefix(6), radix: 16)
        }
        return colours
    }

    /// WCAG 2.2: the ratio of relative luminances.
    private func contrast(_ first: Int, _ second: Int) -> Double {
        let (light, dark) = (
            max(luminance(first), luminance(second)), min(luminance(first), luminance(second))
        )
        return (light + 0.05) / (dark + 0.05)
    }

    private func luminance(_ colour: Int) -> Double {
        zip([16, 8, 0], [0.2126, 0.7152, 0.0722]).reduce(0) { sum, part in
            let value = Double(colour >> part.0 & 255) / 255
            return sum + part.1 * (value <= 0.03928 ? value / 12.92 : power((value + 0.055) / 1.055))
        }
    }

    /// x to the power of 2.4: the square times the fifth root of the square.
    private func power(_ x: Double) -> Double {
        let square = x * x
        var root = 1.0
        for _ in 0..<60 { root = (4 * root + square / (root * root * root * root)) / 5 }
        return square * root
    }
}
