import Foundation

/// The form of a text of an instrument: UTF-8 in NFC with LF and one final LF, and nothing that a reader cannot see.
///
/// What has another form is refused with its place and never silently changed, since its digest is what parties sign.
package enum TextFile {
    package struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
        package enum Code: String, Hashable, Sendable, CaseIterable {
            case empty, byteOrderMark, notUTF8, carriageReturn, tab, control, bidi, noncharacter,
                trailingSpace
            case notComposed, noFinalLineFeed, emptyLastLine
        }

        package var code: Code
        /// Counted from 1.
        package var line: Int
        /// Counted from 1, in Unicode scalars.
        package var column: Int

        package init(code: Code, line: Int, column: Int) {
            self.code = code
            self.line = line
            self.column = column
        }

        package var description: String {
            "line \(line), column \(column): \(Fault.words[code] ?? code.rawValue)"
        }

        private static let words: [Code: String] = [
            .empty: "the text is empty",
            .byteOrderMark: "a byte order mark",
            .notUTF8: "not UTF-8",
            .carriageReturn: "a carriage return; lines end with a line feed alone",
            .tab: "a tab",
            .control: "a control character",
            .bidi: "a character that changes the direction of writing unseen",
            .noncharacter: "a code point that stands for no character",
            .trailingSpace: "a space at the end of the line",
            .notComposed: "not in Unicode normalisation form C",
            .noFinalLineFeed: "the text does not end with a line feed",
            .emptyLastLine: "the text ends with an empty line",
        ]
    }

    package static func check(_ bytes: [UInt8]) throws(Fault) {
        guard !bytes.isEmpty else { throw Fault(code: .empty, line: 1, column: 1) }
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let last = lines.removeLast()
        for (offset, line) in lines.enumerated() { try check(line, offset + 1) }
        guard last.isEmpty else {
            try check(last, lines.count + 1)
            throw Fault(code: .noFinalLineFeed, line: lines.count + 1, column: scalars(last).count + 1)
        }
        if lines.last?.isEmpty == true { throw Fault(code: .emptyLastLine, line: lines.count, column: 1) }
    }

    private static func check(_ bytes: ArraySlice<UInt8>, _ number: Int) throws(Fault) {
        guard let line = String(validating: bytes, as: UTF8.self) else {
            let valid =
                (0..<bytes.count).last { String(validating: bytes.prefix($0), as: UTF8.self) != nil } ?? 0
            throw Fault(code: .notUTF8, line: number, column: scalars(bytes.prefix(valid)).count + 1)
        }
        let scalars = Array(line.unicodeScalars)
        for (column, scalar) in scalars.enumerated() {
            guard let code = fault(scalar, isFirst: number == 1 && column == 0) else { continue }
            throw Fault(code: code, line: number, column: column + 1)
        }
        if let last = scalars.last, last.properties.isWhitespace {
            throw Fault(code: .trailingSpace, line: number, column: scalars.count)
        }
        guard bytes.contains(where: { $0 >= 0x80 }) else { return }
        let composed = Array(line.precomposedStringWithCanonicalMapping.unicodeScalars)
        guard composed != scalars else { return }
        let column = zip(composed, scalars).enumerated().first { $1.0 != $1.1 }?.offset
        throw Fault(
            code: .notComposed, line: number, column: (column ?? min(composed.count, scalars.count)) + 1)
    }

    private static func fault(_ scalar: Unicode.Scalar, isFirst: Bool) -> Fault.Code? {
        switch scalar.value {
        case 0x0D: .carriageReturn
        case 0x09: .tab
        case 0xFEFF: isFirst ? .byteOrderMark : .control
        case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029: .control
        case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069: .bidi
        case 0xFDD0...0xFDEF: .noncharacter
        case let value where value & 0xFFFE == 0xFFFE: .noncharacter
        default: nil
        }
    }

    private static func scalars(_ bytes: ArraySlice<UInt8>) -> String.UnicodeScalarView {
        String(decoding: bytes, as: UTF8.self).unicodeScalars
    }
}
