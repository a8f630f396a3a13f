/// The colours of a picture, on paper by day and by night.
enum Tone: CaseIterable {
    case paper, ink, soft, hair, accent, ochre, green, red

    var name: String { "\(self)" }

    /// By day, and in print.
    var paper: String {
        switch self {
        case .paper: "#fbfaf7"
        case .ink: "#1b1b1b"
        case .soft: "#55585c"
        case .hair: "#d9d5ca"
        case .accent: "#1d4e89"
        case .ochre: "#8a5a00"
        case .green: "#2e6b3a"
        case .red: "#9b1c1c"
        }
    }

    private var dark: String {
        switch self {
        case .paper: "#161615"
        case .ink: "#ebe8e1"
        case .soft: "#b0aca3"
        case .hair: "#3a3833"
        case .accent: "#9dc3f2"
        case .ochre: "#e3b455"
        case .green: "#8ecb98"
        case .red: "#f0958f"
        }
    }

    /// The style sheet of a file that stands alone.
    static var night: String {
        let rules = allCases.map { ".\($0.name){fill:\($0.dark)}.s-\($0.name){stroke:\($0.dark)}" }
        return "text{font-variant-numeric:tabular-nums}@media (prefers-color-scheme:dark){\(rules.joined())}"
    }
}

/// How an area is filled. They differ in form as well as in colour, so that a copy in black and white can be read.
enum Pattern: Hashable {
    case solid, diagonal, dots, bars, open
    /// Nobody looked.
    case unobserved

    /// For the series in order: the first is solid.
    static let series: [Pattern] = [.solid, .diagonal, .dots, .bars, .open]

    var name: String { "\(self)" }

    /// The tone of an area that needs no pattern.
    var solid: Tone? { self == .solid ? .accent : nil }

    /// The tone of what is drawn with it.
    var tone: Tone {
        switch self {
        case .solid: .accent
        case .diagonal: .ochre
        case .dots: .green
        case .bars, .open: .ink
        case .unobserved: .soft
        }
    }

    func definition(id: String) -> String {
        let ink = "class=\"s-\(tone.name)\" stroke=\"\(tone.paper)\""
        let ground = "<rect class=\"paper\" fill=\"\(Tone.paper.paper)\" width=\"6\" height=\"6\"/>"
        let drawn =
            switch self {
            case .solid: ""
            case .diagonal: ground + "<path \(ink) stroke-width=\"1.6\" d=\"M-1 -1L7 7M-1 5L1 7M5 -1L7 1\"/>"
            case .dots:
                ground
                    + "<path \(ink) stroke-width=\"1.8\" stroke-linecap=\"round\" d=\"M1.5 1.5h0M4.5 4.5h0\"/>"
            case .bars: ground + "<path \(ink) stroke-width=\"1.2\" d=\"M0 1.5H6M0 4.5H6\"/>"
            case .open: ground
            // Open between the lines: what lies below stays visible.
            case .unobserved: "<path \(ink) stroke-width=\"0.7\" d=\"M-1 1L1 -1M0 6L6 0M5 7L7 5\"/>"
            }
        return """
            <pattern id="\(id)" patternUnits="userSpaceOnUse" width="6" height="6">\(drawn)</pattern>

            """
    }
}
