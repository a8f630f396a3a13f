/// Where a log is copied from: a web server, an exported tar, a folder of static files.
///
/// A source gives bytes and is never believed: whatever it says is checked against what the log signed.
package protocol LogSource: Sendable {
    /// The bytes of a file below the log's prefix, such as `tile/entries/000.p/12`, from byte `start` on.
    ///
    /// - Parameter limit: how many bytes are taken at most; a longer file is a fault.
    /// - Returns: `nil` where there is no such file.
    func file(_ path: String, from start: Int, limit: Int) async throws(SourceFault) -> SourceFile?
}

/// What came of a file that was asked for.
package struct SourceFile: Sendable, Hashable {
    package var bytes: [UInt8]
    /// Whether these are all; `false` where the connection was cut, and the rest can be asked for.
    package var isWhole: Bool

    package init(_ bytes: [UInt8], isWhole: Bool = true) {
        self.bytes = bytes
        self.isWhole = isWhole
    }
}

/// Why a source gives nothing.
package struct SourceFault: Error, Sendable, CustomStringConvertible {
    package enum Code: String, Sendable, Hashable {
        /// It does not answer, or not now: asking again may help.
        case silent
        /// It answers with what cannot be: asking again will not help.
        case broken
    }

    package var code: Code
    package var description: String

    package init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }
}
