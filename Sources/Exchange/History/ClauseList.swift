internal import Ceasefire
internal import Record

/// The clauses of a text as a person lists them, turned into ranges of bytes that partition the file.
struct ClauseList {
    struct Item {
        var id: String
        /// The first words of its first line.
        var begins: String?
        /// Its lines, counted from 1.
        var lines: ClosedRange<Int>?
        var line: Int
    }

    struct Range {
        var start: Int
        var end: Int
        var digest: TextDigest
    }

    let file: String
    private let bytes: [UInt8]
    /// Where each line begins, and where the last one ends.
    private let starts: [Int]

    init(file: String, bytes: [UInt8]) {
        self.file = file
        self.bytes = bytes
        var starts = [0]
        for (position, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
            starts.append(position + 1)
        }
        self.starts = starts
    }

    /// The number of lines.
    private var count: Int { starts.count - 1 }

    /// - Throws: the first mistake: a clause that cannot be found, lines that belong to none or to two.
    func ranges(of items: [Item]) throws(YAMLSlip) -> [Range] {
        var firsts: [Int] = []
        for (position, item) in items.enumerated() {
            let after = firsts.last ?? 0
            firsts.append(
                try first(of: item, after: after, before: position > 0 ? items[position - 1].id : nil))
        }
        var ranges: [Range] = []
        for (position, item) in items.enumerated() {
            let next = position + 1 < items.count ? firsts[position + 1] : count + 1
            if position == 0, firsts[0] > 1 { throw gap(1, firsts[0] - 1, item.line) }
            if let last = item.lines?.upperBound {
                if last + 1 < next { throw gap(last + 1, next - 1, item.line) }
                if last >= next {
                    throw YAMLSlip(
                        line: item.line,
                        what: "line \(next) of \(file) belongs to clause \(item.id) and to the one after it",
                        remedy: "Let each line belong to one clause.")
                }
            }
            let (start, end) = (starts[firsts[position] - 1], starts[next - 1])
            ranges.append(Range(start: start, end: end, digest: TextDigest(of: bytes[start..<end])))
        }
        return ranges
    }

    private func first(of item: Item, after: Int, before: String?) throws(YAMLSlip) -> Int {
        if let lines = item.lines {
            guard lines.lowerBound >= 1, lines.upperBound <= count else {
                throw YAMLSlip(
                    line: item.line,
                    what: "clause \(item.id) goes to line \(lines.upperBound); \(file) has \(count)",
                    remedy: "Give the lines that the file has.")
            }
            guard lines.lowerBound > after else {
                throw YAMLSlip(
                    line: item.line,
                    what: "clause \(item.id) does not come after \(before ?? "the beginning")",
                    remedy: "List the clauses in the order of the file, none inside another.")
            }
            return lines.lowerBound
        }
        let words = Array((item.begins ?? "").utf8)
        if after < count {
            for line in after + 1...count where bytes[starts[line - 1]...].starts(with: words) { return line }
        }
        let place = before.map { " after the beginning of clause \($0)" } ?? ""
        throw YAMLSlip(
            line: item.line, what: "no line of \(file)\(place) begins with “\(item.begins ?? "")”",
            remedy: "Write the first words of the clause as they stand in the file.")
    }

    private func gap(_ first: Int, _ last: Int, _ line: Int) -> YAMLSlip {
        let lines =
            first == last ? "line \(first) of \(file) belongs" : "lines \(first) to \(last) of \(file) belong"
        return YAMLSlip(
            line: line, what: "\(lines) to no clause",
            remedy: "Together the clauses must be the whole file: let one of them cover it.")
    }
}
