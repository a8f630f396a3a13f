import Dispatch
import Foundation
import Synchronization

/// Reads a large file in parts at the same time.
///
/// Where a part begins is a supposition, since only the quotation marks before a line end tell whether it ends a row.
/// It is proved by the part before, which must end exactly there; where it does not, the part is read again from the
/// right place. So the parts hold the same rows as the whole, whatever the file holds.
public enum CSVParts {
    /// What was made of one part, in the order of the file.
    public struct Part<Value: Sendable>: Sendable {
        public var value: Value
        /// What must be added to the row numbers that the part's reader told.
        public var rowsBefore: Int
    }

    private struct Outcome<Value: Sendable>: Sendable {
        var value: Result<Value, CSVFault>
        var end: Int
        var rows: Int
    }

    /// Reads each part with its own reader.
    ///
    /// - Parameters:
    ///   - count: how many parts, at most; nil for one for each processor. Small files are read in one.
    ///   - body: reads the rows of its reader to the end and gives what it makes of them. It may be run again on the
    ///     same rows, and what it gave before is then thrown away; rows it leaves are passed over.
    /// - Throws: the first fault in the order of the file, with its row as counted from the file's beginning.
    public static func read<Value: Sendable>(
        path: String, format: CSVFormat = .init(), count: Int? = nil,
        _ body: @escaping @Sendable (inout CSVReader) throws(CSVFault) -> Value
    ) throws(CSVFault) -> [Part<Value>] {
        let file = try CSVFile(path: path)
        let first = try CSVReader(CSVSource(file), format: format)
        let wanted = count ?? ProcessInfo.processInfo.activeProcessorCount
        let most = max(1, file.size / max(1, minimumBytes(of: format)))
        guard file.isSeekable, min(wanted, most) > 1 else {
            var reader = first
            return [Part(value: try body(&reader), rowsBefore: 0)]
        }
        let starts = supposedStarts(of: min(wanted, most), in: file, like: first)
        let header = first.header
        let separator = first.separator

        @Sendable func outcome(from start: Int, to limit: Int) -> Outcome<Value> {
            var reader = CSVReader(
                CSVSource(file, from: start), from: start, to: limit, header: header, separator: separator,
                format: format)
            do throws(CSVFault) {
                let value = try body(&reader)
                while try reader.advance() {}
                return Outcome(value: .success(value), end: reader.position, rows: reader.row)
            } catch {
                return Outcome(value: .failure(error), end: reader.position, rows: reader.row)
            }
        }

        let found = Mutex<[Int: Outcome<Value>]>([:])
        DispatchQueue.concurrentPerform(iterations: starts.count) { part in
            let limit = part + 1 < starts.count ? starts[part + 1] : Int.max
            let outcome = outcome(from: starts[part], to: limit)
            found.withLock { $0[part] = outcome }
        }

        var parts: [Part<Value>] = []
        var end = starts[0]
        var rows = header.row ?? first.blankRows
        for part in starts.indices {
            let limit = part + 1 < starts.count ? starts[part + 1] : Int.max
            var supposed = found.withLock { $0.removeValue(forKey: part) }
            if end != starts[part] { supposed = nil }
            let outcome = supposed ?? outcome(from: end, to: limit)
            switch outcome.value {
            case .success(let value): parts.append(Part(value: value, rowsBefore: rows))
            case .failure(var fault):
                if let row = fault.row { fault.row = row + rows }
                throw fault
            }
            end = outcome.end
            rows += outcome.rows
        }
        return parts
    }

    /// Below this a part is not worth a processor.
    private static func minimumBytes(of format: CSVFormat) -> Int { 4 * format.bufferBytes }

    /// Where rows seem to begin at about equal distances; the first is known.
    private static func supposedStarts(
        of count: Int, in file: CSVFile, like first: borrowing CSVReader
    ) -> [Int] {
        var starts = [first.position]
        let step = (file.size - first.position) / count
        for part in 1..<count {
            let place = first.position + part * step
            if let start = supposedStart(after: place, in: file, like: first),
                start > starts[starts.count - 1]
            {
                starts.append(start)
            }
        }
        return starts
    }

    /// The first place from which whole rows of the right length follow, if quotation marks are taken to be closed
    /// before it, or else to be open.
    private static func supposedStart(
        after place: Int, in file: CSVFile, like first: borrowing CSVReader
    ) -> Int? {
        var window = [UInt8](repeating: 0, count: first.format.bufferBytes)
        var filled = 0
        while filled < window.count {
            let count = window.withUnsafeMutableBytes { memory in
                try? file.fill(UnsafeMutableRawBufferPointer(rebasing: memory[filled...]), at: place + filled)
            }
            guard let count, count > 0 else { break }
            filled += count
        }
        for isOpen in [false, true] {
            var isQuoted = isOpen
            var tries = 0
            for index in 0..<filled where tries < 8 {
                if window[index] == 0x22 { isQuoted.toggle() }
                if isQuoted || (window[index] != 0x0A && window[index] != 0x0D) { continue }
                // A line feed behind a return belongs to it.
                if window[index] == 0x0D, index + 1 < filled, window[index + 1] == 0x0A { continue }
                tries += 1
                if beginsRows(Array(window[(index + 1)..<filled]), like: first) { return place + index + 1 }
            }
        }
        return nil
    }

    private static func beginsRows(_ bytes: [UInt8], like first: borrowing CSVReader) -> Bool {
        var format = first.format
        format.bufferBytes = max(bytes.count + 1, 1)
        var reader = CSVReader(
            CSVSource(bytes), from: 0, to: .max, header: first.header, separator: first.separator,
            format: format)
        // The last row may be cut off; the first ones are whole.
        let isRow = (try? reader.advance()) ?? false
        return isRow && reader.refusals.count == 0 && reader.blankRows == 0
    }
}
