import ArgumentParser
import Foundation
import Record

/// Whether an answer is for a person or for a program.
struct OutputOptions: ParsableArguments {
    @Flag(help: "Answer in JSON.")
    var json = false

    /// Prints what the writer holds, as one line.
    func print(_ write: (inout JSONWriter) -> Void) {
        var writer = JSONWriter()
        write(&writer)
        Swift.print(String(decoding: writer.bytes, as: UTF8.self))
    }
}

/// Colours and progress are for terminals only.
enum Terminal {
    static let isOutput = isatty(STDOUT_FILENO) == 1
    static let isError = isatty(STDERR_FILENO) == 1

    /// Says a line at once, also where standard output is a file that somebody watches.
    static func say(_ line: String) { FileHandle.standardOutput.write(Data("\(line)\n".utf8)) }

    static func bold(_ text: String) -> String { isOutput ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

    static func dim(_ text: String) -> String { isOutput ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
}

/// A line that grows on a terminal while something takes longer than a second.
struct Progress {
    private let started = ContinuousClock.now
    private let total: Int
    private let what: String

    init(_ what: String, of total: Int) {
        self.what = what
        self.total = total
    }

    func show(_ done: Int) {
        guard Terminal.isError, total > 0, ContinuousClock.now - started > .seconds(1) else { return }
        let filled = done * 30 / total
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
        FileHandle.standardError.write(Data("\r\(what) \(bar) \(done) of \(total)".utf8))
        if done == total { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
    }
}
