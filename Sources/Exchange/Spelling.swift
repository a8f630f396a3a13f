/// What somebody probably meant.
enum Spelling {
    /// The word that lies nearest to `word`, if it lies near: an error in every three letters, no more than three.
    static func nearest(to word: String, among words: some Sequence<String>) -> String? {
        let allowed = min(3, max(1, word.count / 3))
        var best: (word: String, distance: Int)?
        for candidate in words where candidate != word {
            let distance = distance(word, candidate)
            if distance <= allowed, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.word
    }

    /// How many letters were left out, put in, changed or swapped with their neighbour, letter case apart.
    static func distance(_ left: String, _ right: String) -> Int {
        let left = Array(left.lowercased())
        let right = Array(right.lowercased())
        if abs(left.count - right.count) > 3 { return .max }
        var rows = [[Int]](repeating: [Int](repeating: 0, count: right.count + 1), count: left.count + 1)
        for i in 0...left.count { rows[i][0] = i }
        for j in 0...right.count { rows[0][j] = j }
        guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
        for i in 1...left.count {
            for j in 1...right.count {
                let change = left[i - 1] == right[j - 1] ? 0 : 1
                rows[i][j] = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + change)
                if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
                    rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
                }
            }
        }
        return rows[left.count][right.count]
    }

    /// The remedy for an unknown name: what was probably meant, or what there is.
    static func remedy(for word: String, among words: [String]) -> String {
        if let nearest = nearest(to: word, among: words) { return "Did you mean “\(nearest)”?" }
        return words.isEmpty ? "Leave it out." : "Known here: \(words.joined(separator: ", "))."
    }
}
