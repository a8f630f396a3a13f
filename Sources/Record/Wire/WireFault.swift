/// What is wrong with bytes that should be an act, an envelope or an entry, and where.
package struct WireFault: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Kind: String, Hashable, Sendable {
        /// The bytes break the format.
        case form
        /// The format is kept, but these rules know no such act.
        case unknownAct
        /// The act is known, but not in this version.
        case unknownVersion
    }

    package enum Place: Hashable, Sendable {
        /// Counted from 0.
        case byte(Int)
        /// Both counted from 1, as an editor shows them.
        case line(Int, column: Int)
    }

    package var kind: Kind
    /// What was expected and what was found.
    package var what: String
    /// The members and elements that lead there, such as `body.claims[2].occurred`; empty at the top.
    package var path: String
    package var place: Place

    package init(_ what: String, path: String, place: Place, kind: Kind = .form) {
        self.kind = kind
        self.what = what
        self.path = path
        self.place = place
    }

    package var description: String {
        let place =
            switch place {
            case .byte(let offset): "byte \(offset)"
            case .line(let line, let column): "line \(line), column \(column)"
            }
        return path.isEmpty ? "\(place): \(what)" : "\(place), \(path): \(what)"
    }

    package func with(kind: Kind) -> WireFault {
        var fault = self
        fault.kind = kind
        return fault
    }
}
