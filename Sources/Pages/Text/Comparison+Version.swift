package import Ceasefire

extension Comparison {
    /// The clauses of a text, with the words that stand in its file.
    package static func texts(of version: TextVersion, _ bytes: [UInt8]) -> [Comparison.Text] {
        guard !version.clauses.isEmpty else {
            return [Comparison.Text(clause: .whole, words: String(decoding: bytes, as: UTF8.self))]
        }
        return version.clauses.map { clause in
            let range = min(clause.start, bytes.count)..<min(clause.end, bytes.count)
            return Comparison.Text(
                clause: clause.id, label: clause.label, part: clause.part,
                words: String(decoding: bytes[range], as: UTF8.self))
        }
    }
}
