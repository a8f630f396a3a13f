/// Takes a text apart line by line, and knows where it is.
struct LineReader {
    private let bytes: ArraySlice<UInt8>
    private var offset: Int
    private let code: LogError.Code
    private let section: String
    /// The number of the line read last, from 1.
    private(set) var number = 0

    init(_ bytes: ArraySlice<UInt8>, _ code: LogError.Code, section: String) {
        self.bytes = bytes
        self.code = code
        self.section = section
        offset = bytes.startIndex
    }

    var isAtEnd: Bool { offset == bytes.endIndex }

    /// Everything after the line read last.
    var rest: ArraySlice<UInt8> { bytes[offset...] }

    /// The next line without its newline.
    mutating func next(_ what: String) throws(LogError) -> ArraySlice<UInt8> {
        number += 1
        guard !isAtEnd else { throw error("\(what) is missing") }
        guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else {
            throw error("\(what) does not end in a newline")
        }
        defer { offset = end + 1 }
        return bytes[offset..<end]
    }

    /// The error that the line read last breaks the form.
    func error(_ what: String) -> LogError {
        LogError(code, "Line \(number): \(what).", section: section)
    }
}

extension ArraySlice<UInt8> {
    /// What follows `prefix`, or nil if the bytes do not begin with it.
    func after(_ prefix: StaticString) -> ArraySlice<UInt8>? {
        let count = prefix.utf8CodeUnitCount
        let letters = UnsafeBufferPointer(start: prefix.utf8Start, count: count)
        return starts(with: letters) ? dropFirst(count) : nil
    }
}
