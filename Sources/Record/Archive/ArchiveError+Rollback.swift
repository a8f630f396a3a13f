extension ArchiveError {
    /// A record that holds less than what the log has signed before, as an old backup does.
    /// - Parameters:
    ///   - what: what speaks of more, and of how many entries.
    ///   - size: as many as the record holds.
    static func wentBack(_ what: String, to size: Int) -> ArchiveError {
        ArchiveError(
            .inconsistent,
            "\(what), and the record holds \(size): it went back, as after the restoring of an old backup.",
            remedy:
                "Take no entries: they would fork the log. Keep the folder as it is, and restore the record elsewhere, "
                + "with the missing entries out of a mirror or a published folder; docs/operate.md says how.")
    }
}
