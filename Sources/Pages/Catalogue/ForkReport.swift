package import TransparencyLog

/// What the proof of a fork shows, in plain words, and what it does not.
package struct ForkReport: Sendable {
    package let fork: ForkProof

    package init(_ fork: ForkProof) { self.fork = fork }

    package var headline: String { "Fork: the log \(fork.log.name) has told two stories." }

    /// What the log signed, one head after the other.
    package var heads: [String] {
        let (first, second) = (fork.firstHead, fork.secondHead)
        guard let beginning = fork.beginning else {
            return [
                "It signed a head of \(first.size) entries with the root \(first.root),",
                "and a head of \(second.size) entries with the root \(second.root).",
            ]
        }
        return [
            "It signed a head of \(first.size) entries with the root \(first.root),",
            "and a head of \(second.size) entries whose first \(first.size) have the root \(beginning.root).",
        ]
    }

    package var shows: [String] {
        [
            "Whoever holds the key \(fork.log) signed both heads, and no one history has both.",
            "Nothing else is needed to see this: neither of the two histories, nor anybody's word.",
        ]
    }

    package var showsNot: [String] {
        [
            "Which of the two stories is true, or whether either is.",
            "Whether the keeper meant it: a key that was stolen or a backup that was restored does the same.",
            "That this key is the log's: compare it with the one that you know.",
        ]
    }

    /// The whole report for a terminal.
    package var lines: [String] {
        ["✕ \(headline)"] + heads.map { "  \($0)" } + ["This shows:"] + shows.map { "  \($0)" }
            + ["This does not show:"] + showsNot.map { "  \($0)" }
    }
}
