/// What a person typed, with the place of every value, before anything is known of its meaning.
struct YAMLValue: Hashable, Sendable {
    struct Mark: Hashable, Sendable {
        /// Both counted from 1, as an editor shows them.
        var line: Int
        var column: Int
    }

    struct Member: Hashable, Sendable {
        var name: String
        var mark: Mark
        var value: YAMLValue
    }

    enum Content: Hashable, Sendable {
        /// A scalar as it was typed: what it means is for whoever asks, so that `no` stays a word and a date a date.
        case scalar(String)
        case list([YAMLValue])
        case object([Member])
        /// Nothing, `~` or `null`.
        case empty
    }

    var content: Content
    var mark: Mark
    /// The clock by which dates in here are read, where it is not that of the surroundings.
    var clock: Clock?

    init(_ content: Content, _ mark: Mark, clock: Clock? = nil) {
        self.content = content
        self.mark = mark
        self.clock = clock
    }

    var text: String? { if case .scalar(let text) = content { text } else { nil } }
    var elements: [YAMLValue]? { if case .list(let elements) = content { elements } else { nil } }
    var members: [Member]? { if case .object(let members) = content { members } else { nil } }

    subscript(name: String) -> YAMLValue? { members?.first { $0.name == name }?.value }

    /// What kind of value this is, in words.
    var kind: String {
        switch content {
        case .scalar(let text): "“\(text.count > 40 ? text.prefix(40) + "…" : text)”"
        case .list: "a list"
        case .object: "members"
        case .empty: "nothing"
        }
    }
}
