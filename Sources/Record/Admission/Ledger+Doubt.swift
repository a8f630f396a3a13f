package import Ceasefire

extension Ledger {
    /// What makes an admitted entry doubtful: that a key signed it which was compromised by then.
    ///
    /// - Parameter envelope: the entry's own.
    package func doubts(about index: Int, _ envelope: Envelope) -> [KeyDoubt] {
        guard let author = process.authorship[index] else { return [] }
        let possible = process.participation.doubts(about: index, by: author)
        guard !possible.isEmpty else { return [] }
        let valid = envelope.validKeys(among: possible.map(\.key))
        return possible.filter { valid.contains($0.key) }
    }
}
