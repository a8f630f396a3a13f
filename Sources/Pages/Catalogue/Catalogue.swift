package import Ceasefire

/// Every sentence that a person reads, on a page or at the command line.
///
/// A catalogue speaks about one view: it knows the names that participants, places and instruments have there, and the
/// zone in which the process reads its dates.
package struct Catalogue: Sendable {
    package let view: View
    package let language: Language
    private let early: HomeZone?

    /// - Parameter home: the zone of the process, for views so early that they do not know it.
    package init(_ view: View, language: Language = .english, home: HomeZone? = nil) {
        self.view = view
        early = home
        self.language = language
    }

    package var home: HomeZone {
        view.process.opening?.home ?? early ?? HomeZone(zone: "UTC", offset: .utc)
    }

    /// A record that was begun later than the date asked about knew nothing then, and says so.
    package func nothingKnown(before began: Instant?) -> String? {
        guard view.process.entries.isEmpty, let began else { return nil }
        return "Nothing was known by then: the first entry of this record was received on \(full(began))."
    }

    package func name(_ participant: ParticipantID) -> String { view.name(of: participant) }

    package func name(_ place: PlaceID) -> String { view.name(of: place) }

    package func title(_ instrument: InstrumentID) -> String {
        view.process.texts.instruments[instrument]?.title ?? instrument.text
    }

    /// “Azerbaijan, Armenia and Artsakh”.
    package func list(_ words: [String], _ last: String = "and") -> String {
        guard let end = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " \(last) " + end
    }

    package func names(_ participants: [ParticipantID]) -> String { list(participants.map { name($0) }) }

    /// “1 line”, “3 lines”.
    package func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(number) \(number == 1 ? one : many)"
    }
}

extension String {
    /// The same words at the beginning of a sentence.
    package var sentenceCased: String { prefix(1).uppercased() + dropFirst() }
}
