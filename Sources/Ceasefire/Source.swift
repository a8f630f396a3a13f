/// Where a statement was read or heard.
public struct Source: Hashable, Sendable {
    public var title: String
    /// Page, section, address.
    public var locator: String?
    /// When the source was published.
    public var published: Moment?

    public init(title: String, locator: String? = nil, published: Moment? = nil) {
        self.title = title
        self.locator = locator
        self.published = published
    }
}
