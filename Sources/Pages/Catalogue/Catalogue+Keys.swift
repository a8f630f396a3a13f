package import Ceasefire

extension Catalogue {
    /// Why it is open whether an entry's author signed it.
    package func sentence(_ doubt: KeyDoubt) -> String {
        "Doubtful: it is signed with a key of \(name(doubt.participant)) that may have been in other hands by then "
            + "(entry \(doubt.entry)). It counts as before."
    }
}
