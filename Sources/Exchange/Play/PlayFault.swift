package import Record

/// Why a history could not be played to its end.
package enum PlayFault: Error, Sendable, CustomStringConvertible {
    /// An act that the record refuses, with its place in the history.
    case refused(HistoryMistake)
    case key(KeyFault)
    case archive(ArchiveError)

    package var description: String {
        switch self {
        case .refused(let mistake): mistake.description
        case .key(let fault): "\(fault)"
        case .archive(let error): error.description
        }
    }
}
