/// What went wrong in the place where a record is kept, and what to do about it.
package struct ArchiveError: Error, Sendable, Equatable, CustomStringConvertible {
    package enum Code: String, Sendable, Hashable, CaseIterable {
        /// There is nothing, or nothing that may be opened.
        case cannotOpen
        /// The file is something else than a record.
        case foreign
        /// The file was written by a later version of this program.
        case newer
        /// The file is truncated or otherwise broken.
        case damaged
        /// What is kept contradicts itself: entries, root and head do not fit together.
        case inconsistent
        /// No space is left.
        case full
        /// Nothing can be written there.
        case readOnly
        /// Another process holds the archive for too long.
        case busy
        /// The disk reports a failure.
        case disk
        /// The log's key is not the one that entry 0 names.
        case wrongKey
    }

    package var code: Code
    /// What was wrong, and where.
    package var message: String
    /// What to do.
    package var remedy: String

    package init(_ code: Code, _ message: String, remedy: String) {
        self.code = code
        self.message = message
        self.remedy = remedy
    }

    package var description: String { "\(message) \(remedy)" }

    /// Equality of the codes alone.
    package static func == (left: ArchiveError, right: ArchiveError) -> Bool { left.code == right.code }
}
