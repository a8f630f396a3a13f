/// A picture in SVG that grows element by element.
///
/// It holds no script and no `style` attribute, so that it passes the strictest content security policy: every look is
/// a presentation attribute, and each shape also has a class. A file that stands alone carries a small style sheet
/// for the night; where a policy refuses that, the picture stays as on paper.
struct Drawing {
    let width: Double
    private let id: String
    private let title: String
    private let description: String
    private let isStandalone: Bool
    private var body = ""
    private var patterns: [Pattern] = []

    /// - Parameters:
    ///   - id: the beginning of every identifier in the picture, so that a page can hold several.
    ///   - title, description: what a person is told who does not see it.
    init(id: String, width: Double, title: String, description: String, isStandalone: Bool) {
        self.id = id
        self.width = width
        self.title = title
        self.description = description
        self.isStandalone = isStandalone
    }

    // MARK: Shapes

    mutating func line(
        _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ tone: Tone = .hair, width: Double = 1,
        dashes: String? = nil
    ) {
        add(
            "line", tone, stroke: true,
            [("x1", x1.svg), ("y1", y1.svg), ("x2", x2.svg), ("y2", y2.svg), ("stroke-width", width.svg)]
                + dashed(dashes))
    }

    mutating func path(
        _ commands: String, stroke tone: Tone, width: Double = 1, dashes: String? = nil
    ) {
        add(
            "path", tone, stroke: true,
            [("d", commands), ("fill", "none"), ("stroke-width", width.svg), ("stroke-linejoin", "round")]
                + dashed(dashes))
    }

    mutating func path(_ commands: String, fill tone: Tone, opacity: Double = 1) {
        add(
            "path", tone, stroke: false,
            [("d", commands)] + (opacity < 1 ? [("fill-opacity", opacity.svg)] : []))
    }

    mutating func rectangle(
        _ x: Double, _ y: Double, _ width: Double, _ height: Double, fill tone: Tone
    ) {
        add("rect", tone, stroke: false, Self.box(x, y, width, height))
    }

    /// A rectangle filled with a pattern, which tells things apart where there is no colour.
    mutating func rectangle(
        _ x: Double, _ y: Double, _ width: Double, _ height: Double, pattern: Pattern
    ) {
        guard let tone = pattern.solid else {
            if !patterns.contains(pattern) { patterns.append(pattern) }
            let fill = [("fill", "url(#\(id)-\(pattern.name))")]
            body += Self.element("rect", Self.box(x, y, width, height) + fill)
            return
        }
        rectangle(x, y, width, height, fill: tone)
    }

    mutating func text(
        _ text: String, _ x: Double, _ y: Double, _ tone: Tone = .ink, anchor: Anchor = .start,
        size: Double = Text.size, bold: Bool = false
    ) {
        var attributes = [("class", tone.name), ("fill", tone.paper), ("x", x.svg), ("y", y.svg)]
        if anchor != .start { attributes.append(("text-anchor", anchor.rawValue)) }
        if size != Text.size { attributes.append(("font-size", size.svg)) }
        if bold { attributes.append(("font-weight", "600")) }
        body += Self.element("text", attributes, text.escapedForMarkup)
    }

    private mutating func add(_ name: String, _ tone: Tone, stroke: Bool, _ attributes: [(String, String)]) {
        let look =
            stroke
            ? [("class", "s-\(tone.name)"), ("stroke", tone.paper)]
            : [("class", tone.name), ("fill", tone.paper)]
        body += Self.element(name, look + attributes)
    }

    private func dashed(_ dashes: String?) -> [(String, String)] {
        dashes.map { [("stroke-dasharray", $0)] } ?? []
    }

    private static func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> [(String, String)]
    {
        [("x", x.svg), ("y", y.svg), ("width", max(0, width).svg), ("height", max(0, height).svg)]
    }

    private static func element(
        _ name: String, _ attributes: [(String, String)], _ content: String? = nil
    ) -> String {
        let list = attributes.map { " \($0)=\"\($1)\"" }.joined()
        return content.map { "<\(name)\(list)>\($0)</\(name)>\n" } ?? "<\(name)\(list)/>\n"
    }

    // MARK: The whole

    /// The picture as text, as high as it has become.
    func svg(height: Double) -> String {
        let head = Self.element(
            "title", [("id", "\(id)-title")], title.escapedForMarkup)
        let said = Self.element("desc", [("id", "\(id)-desc")], description.escapedForMarkup)
        let night = isStandalone ? "<style>\(Tone.night)</style>\n" : ""
        let made = patterns.map { $0.definition(id: "\(id)-\($0.name)") }.joined()
        let definitions = made.isEmpty ? "" : "<defs>\n\(made)</defs>\n"
        let paper = Self.element(
            "rect",
            [
                ("class", Tone.paper.name), ("fill", Tone.paper.paper), ("width", width.svg),
                ("height", height.svg),
            ])
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width.svg) \(height.svg)" width="\(width.svg)" \
            height="\(height.svg)" role="img" aria-labelledby="\(id)-title \(id)-desc" \
            font-family="\(Text.family)" font-size="\(Text.size.svg)">
            \(head)\(said)\(night)\(definitions)\(paper)\(body)</svg>

            """
    }

    enum Anchor: String { case start, middle, end }

    /// How letters are set, and about how wide they are: nothing here measures a font.
    enum Text {
        static let size = 13.0
        static let family =
            "system-ui, -apple-system, Segoe UI, Roboto, Noto Sans, Liberation Sans, sans-serif"

        static func width(of text: String, size: Double = size, bold: Bool = false) -> Double {
            Double(text.count) * size * (bold ? 0.6 : 0.56)
        }

        /// The text in lines that are no wider than `width`.
        static func lines(_ text: String, width: Double, size: Double = size, bold: Bool = false) -> [String]
        {
            var lines: [String] = []
            for word in text.split(separator: " ") {
                guard let last = lines.last else {
                    lines.append(String(word))
                    continue
                }
                let longer = last + " " + word
                if Self.width(of: longer, size: size, bold: bold) <= width {
                    lines[lines.count - 1] = longer
                } else {
                    lines.append(String(word))
                }
            }
            return lines
        }
    }
}

extension Double {
    /// To a hundredth of a pixel, without what is not needed.
    var svg: String {
        let hundredths = (self * 100).rounded()
        guard hundredths.isFinite, abs(hundredths) < 1e12 else { return "0" }
        let whole = Int(hundredths)
        let (units, rest) = (abs(whole) / 100, abs(whole) % 100)
        let sign = whole < 0 ? "-" : ""
        if rest == 0 { return "\(sign)\(units)" }
        return rest % 10 == 0
            ? "\(sign)\(units).\(rest / 10)" : "\(sign)\(units).\(rest < 10 ? "0" : "")\(rest)"
    }
}

extension String {
    /// As it stands in markup, where characters that XML cannot hold are shown as missing.
    var escapedForMarkup: String {
        var escaped = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\t", "\n", "\r": escaped.unicodeScalars.append(scalar)
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
                escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
