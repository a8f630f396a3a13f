import Mustache

/// What a template is filled with. Everything in it is escaped where it is printed.
package typealias Content = [String: Any]

/// Fills the templates of the pages.
package struct Renderer: Sendable {
    private let library: MustacheLibrary

    /// - Throws: if a template is not well formed.
    package init() throws {
        var templates: [String: MustacheTemplate] = [:]
        for (name, text) in Template.all { templates[name] = try MustacheTemplate(string: text) }
        library = MustacheLibrary(templates: templates)
    }

    func render(_ template: String, _ content: Content) -> String {
        library.render(Renderer.prepared(content), withTemplate: template) ?? ""
    }

    /// Empty strings count as absent, so that a section about them is left out.
    private static func prepared(_ value: Any) -> Any {
        switch value {
        case let text as String: text.isEmpty ? Absent() : text
        case let list as [Content]: list.map { prepared($0) }
        case let content as Content: content.mapValues { prepared($0) }
        default: value
        }
    }
}

/// A value that is not there; unlike a missing name it is not looked for in what surrounds it.
private struct Absent: MustacheCustomRenderable {
    var renderText: String { "" }
    var isNull: Bool { true }
}

/// The names and texts of the templates; each page adds its own.
enum Template {
    static let all: [String: String] = [
        "layout": layout, "home": home, "text": text, "compare": compare, "participants": participants,
        "effect": effect, "node": node, "signature": signature, "record": record, "entry": entry,
        "verify": verify, "fault": fault,
        "timeline": timeline,
    ]
}
