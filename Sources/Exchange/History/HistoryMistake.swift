/// One mistake in a history: where it stands, what it is and what to do.
package struct HistoryMistake: Error, Hashable, Sendable, CustomStringConvertible {
    /// The act in whose description it stands.
    package struct Place: Hashable, Sendable {
        /// Counted from 1 through all files of the history.
        package var number: Int
        package var name: String
    }

    /// Below the folder of the history.
    package var file: String
    /// Counted from 1; `nil` where no file could be read.
    package var line: Int?
    package var act: Place?
    package var what: String
    package var remedy: String

    package var description: String {
        var text = file
        if let line { text += ":\(line)" }
        if let act { text += ": act \(act.number) (\(act.name))" }
        return "\(text): \(what). \(remedy)"
    }
}

/// All mistakes that one reading of a history shows, in the order of its files.
package struct HistoryMistakes: Error, Hashable, Sendable, CustomStringConvertible {
    package var mistakes: [HistoryMistake]

    package var description: String { mistakes.map(\.description).joined(separator: "\n") }
}
