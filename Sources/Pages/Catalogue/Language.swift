/// The languages of the interface. Each has its own words; English has them all, and the others fall back to it.
package enum Language: String, Hashable, Sendable, CaseIterable {
    case english = "en"

    package var tag: String { rawValue }
}
