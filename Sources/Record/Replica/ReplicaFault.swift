/// Why a replica does not follow its source: what was wrong, where, and what to do. What it holds stays as it was.
package struct ReplicaFault: Error, Sendable, Equatable, CustomStringConvertible {
    package enum Code: String, Sendable, Hashable, CaseIterable {
        /// The source does not answer: nothing can be said.
        case silent
        /// There is no log at the source.
        case noLog
        /// There is a log without entries.
        case noEntries
        /// The log's key is not known, or not the one that signed.
        case key
        /// A log whose entries are no acts.
        case noRecord
        /// What the source gives is not what the log signed.
        case brokenSource
        /// The log signed what breaks its own rules of form.
        case brokenLog
        /// The folder holds something else than a replica.
        case foreignFolder
        /// The folder cannot be read or written.
        case archive
    }

    package var code: Code
    package var message: String
    package var remedy: String

    package init(_ code: Code, _ message: String, remedy: String) {
        self.code = code
        self.message = message
        self.remedy = remedy
    }

    init(_ fault: SourceFault) {
        switch fault.code {
        case .silent:
            self.init(
                .silent, fault.description,
                remedy: "Run mirror again: it goes on where it stopped.")
        case .broken:
            self.init(.brokenSource, fault.description, remedy: "Ask another source of the same log.")
        }
    }

    init(_ error: any Error) {
        switch error {
        case let fault as ReplicaFault: self = fault
        case let fault as SourceFault: self.init(fault)
        case let error as ArchiveError: self.init(.archive, error.message, remedy: error.remedy)
        default: self.init(.archive, "\(error).", remedy: "Run mirror again.")
        }
    }

    package var description: String { "\(message) \(remedy)" }

    /// Equality of the codes alone.
    package static func == (left: ReplicaFault, right: ReplicaFault) -> Bool { left.code == right.code }
}
