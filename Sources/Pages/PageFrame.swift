package import Ceasefire

/// What surrounds every page: the process, the question asked, how far the record goes and whether it was verified.
package struct PageFrame: Sendable {
    package var catalogue: Catalogue
    package var query: PageQuery
    /// The time asked for.
    package var time: Moment
    package var height: Int
    package var verification: String
    package var isExercise: Bool
    /// Where the proof lies that the log has told two stories; `nil` where there is none.
    package var fork: String?
    /// The titles of the sources on disputed issues.
    package var sources: [String]
    package var path: String
    /// What the process is called, and when its first entry was received: for views that know neither yet.
    package var title: String?
    package var began: Instant?

    package init(
        catalogue: Catalogue, query: PageQuery, time: Moment, height: Int, verification: String,
        isExercise: Bool,
        sources: [String], path: String
    ) {
        self.catalogue = catalogue
        self.query = query
        self.time = time
        self.height = height
        self.verification = verification
        self.isExercise = isExercise
        self.sources = sources
        self.path = path
    }

    var view: View { catalogue.view }

    func render(_ renderer: Renderer, title: String, _ template: String, _ content: Content) -> String {
        let process = view.process.opening?.title ?? self.title ?? "A record"
        return renderer.render(
            "layout",
            [
                "language": catalogue.language.tag, "title": title, "process": process,
                "exercise": isExercise, "fork": fork ?? "",
                "asOf": time.isPrecise ? catalogue.full(time.earliest) : zoned(time),
                "height": catalogue.count(height, "entry", "entries"), "verification": verification,
                "path": path,
                "at": query.at ?? "", "knownOn": query.knownOn ?? "", "publishedBy": query.publishedBy ?? "",
                "sources": sources.map { ["title": $0, "selected": $0 == query.accordingTo] as Content },
                "narrowed": narrowed, "links": links,
                "unknown": catalogue.nothingKnown(before: began) ?? "",
                "content": renderer.render(template, content),
            ])
    }

    private func zoned(_ time: Moment) -> String {
        let zone =
            time.offset.map { catalogue.offset($0) }
            ?? "\(catalogue.home.zone), \(catalogue.offset(catalogue.home.offset))"
        return "\(catalogue.words(time)), \(zone)"
    }

    /// What the question leaves out, in words, so that nobody takes a part for the whole.
    private var narrowed: [Content] {
        var words: [String] = []
        if let date = query.knownOn { words.append("as known on \(date)") }
        if let date = query.publishedBy { words.append("from sources published by \(date)") }
        if let source = query.accordingTo { words.append("according to \(source)") }
        return words.map { ["words": $0] }
    }

    private var links: [Content] {
        let pages: [(String, Route)] = [
            ("Home", .home), ("Participants", .participants), ("Record", .record), ("Verify", .verify),
        ]
        return pages.map { name, route in
            ["name": name, "href": query.link(route), "current": route.path == path]
        }
    }

    func entryLinks(_ entries: [Int]) -> [Content] {
        entries.map { ["index": $0, "href": query.link(.entry($0))] }
    }
}
