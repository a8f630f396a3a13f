import Foundation
import Testing

@testable import Exchange

/// A small history in a folder of its own, of which a test changes some words.
struct HarbourHistory {
    var files = [
        "history.yaml": """
        title: The truce of the harbour
        origin: example.org/harbour
        home: {zone: Etc/GMT-2, offset: "+02:00"}
        recorder: {id: recorder, name: The harbour archive}
        keeper: {id: keeper, name: The harbour office}
        sources:
          G: {title: The Harbour Gazette, published: 1921-06-03}
        acts: [acts.yaml]

        """,
        "acts.yaml": """
        - party.listed: {party: north, kind: state, role: party, names: [North]}
          when: 1921
          source: G
        - party.listed: {party: south, kind: armedGroup, role: party, names: [South]}
          when: 1921
          source: G
        - instrument.introduced: {instrument: truce, title: Truce, kind: agreement, form: signed, intent: binding}
          when: 1921-06-01
          source: G
        - text.tabled:
            instrument: truce
            text: truce.en.txt
            language: en
            basis: transcription
            clauses:
              - {id: title, part: heading, begins: Truce of}
              - {id: "1", begins: "1. Fire"}
              - {id: "2", begins: "2. It"}
          when: 1921-06-01
          source: G
        - signature.affixed: {instrument: truce, medium: ink}
          actor: north
          when: 1921-06-01
          label: signed
          source: {key: G, locator: page 1}

        """,
        "truce.en.txt": """
        Truce of the harbour

        1. Fire ceases at noon.

        2. It ceases for ten days.

        """,
    ]

    /// The history with `old` replaced by `new` in one file, where it must stand.
    func replacing(_ old: String, by new: String, in file: String = "acts.yaml") throws -> HarbourHistory {
        var other = self
        let text = try #require(files[file])
        try #require(text.contains(old))
        other.files[file] = text.replacingOccurrences(of: old, with: new)
        return other
    }

    func adding(_ text: String, to file: String = "acts.yaml") -> HarbourHistory {
        var other = self
        other.files[file, default: ""] += text
        return other
    }

    func read() throws -> History {
        let folder = FileManager.default.temporaryDirectory.appending(path: "harbour-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
        return try History.read(from: folder)
    }

    /// What is wrong with it, a line each.
    func mistakes() throws -> [String] {
        do {
            _ = try read()
            return []
        } catch let mistakes as HistoryMistakes {
            return mistakes.mistakes.map(\.description)
        }
    }
}
