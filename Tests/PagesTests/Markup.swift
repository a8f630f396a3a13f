/// A page read strictly enough to find an element that is not closed, an id used twice, or a fragment without its place.
struct Markup {
    private(set) var faults: [String] = []
    private var counts: [String: Int] = [:]
    private static let void: Set<String> = ["meta", "link", "input", "br", "hr", "img"]

    init(_ html: String) {
        var open: [String] = []
        var ids: Set<String> = []
        var fragments: Set<String> = []
        for part in html.split(separator: "<", omittingEmptySubsequences: true).dropFirst(
            html.hasPrefix("<") ? 0 : 1)
        {
            guard let end = part.firstIndex(of: ">") else {
                faults.append("a tag without an end: \(part.prefix(40))")
                continue
            }
            let tag = part[..<end]
            if tag.hasPrefix("!") { continue }
            let name = String(tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber })
            if tag.hasPrefix("/") {
                let last = open.popLast()
                if last != name { faults.append("</\(name)> closes \(last ?? "nothing")") }
                continue
            }
            counts[name, default: 0] += 1
            if name == "p", open.contains("p") {
                faults.append("a paragraph in a paragraph: \(part.prefix(60))")
            }
            if ["div", "ul", "ol", "table", "section", "article"].contains(name), open.contains("p") {
                faults.append("<\(name)> in a paragraph")
            }
            if let id = Markup.attribute("id", in: tag), !ids.insert(id).inserted {
                faults.append("the id \(id) is used twice")
            }
            for name in ["aria-labelledby", "for"] {
                if let target = Markup.attribute(name, in: tag) { fragments.insert(target) }
            }
            if let href = Markup.attribute("href", in: tag), href.hasPrefix("#") {
                fragments.insert(String(href.dropFirst()))
            }
            if !Markup.void.contains(name) { open.append(name) }
        }
        if !open.isEmpty { faults.append("not closed: \(open)") }
        for target in fragments.subtracting(ids).sorted() { faults.append("nothing is called \(target)") }
    }

    func elements(_ name: String) -> Int { counts[name] ?? 0 }

    private static func attribute(_ name: String, in tag: Substring) -> String? {
        guard let start = tag.firstRange(of: " \(name)=\"") else { return nil }
        return String(tag[start.upperBound...].prefix { $0 != "\"" })
    }
}
