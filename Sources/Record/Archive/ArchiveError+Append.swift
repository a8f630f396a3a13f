import TransparencyLog

extension ArchiveError {
    /// An append whose head is not that of the entries: nothing of it is written.
    package static func headOfOtherEntries(_ head: Head, after size: Int) -> ArchiveError {
        ArchiveError(
            .inconsistent,
            "The head of size \(head.size) is not that of the entries written after the first \(size).",
            remedy: "This is a fault of the program that writes; nothing was changed.")
    }
}
