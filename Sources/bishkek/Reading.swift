import Exchange

/// Runs what reads a table, and says which file it was where that fails.
enum Reading {
    static func of<Value: ~Copyable>(
        _ path: String, _ read: () throws(CSVFault) -> Value
    ) throws -> Value {
        do {
            return try read()
        } catch {
            throw failure(error, of: path)
        }
    }

    /// The same with a reader, which is used up.
    static func of<Value>(
        _ path: String, _ reader: consuming CSVReader,
        _ read: (consuming CSVReader) throws(CSVFault) -> Value
    ) throws -> Value {
        do {
            return try read(reader)
        } catch {
            throw failure(error, of: path)
        }
    }

    private static func failure(_ fault: CSVFault, of path: String) -> Failure {
        // A column that is not there, and a file that is not there, are named wrongly; the rest is the file's fault.
        let isUsage: Set<CSVFault.Code> = [
            .unreadableFile, .missingColumn, .ambiguousColumn, .malformedFormat, .missingHeader,
        ]
        // What cannot be opened is named in its message.
        let isNamed = fault.description.hasPrefix("\(path) ")
        return Failure(
            isNamed ? fault.description : "\(path): \(fault.description)",
            code: isUsage.contains(fault.code) ? 64 : 1)
    }

    /// What was lost, in lines; nothing where nothing was.
    static func show(_ report: LossReport, extra: [String] = []) {
        let lines = report.text.split(separator: "\n").map(String.init) + extra
        for line in lines { print(Terminal.dim(line)) }
    }
}
