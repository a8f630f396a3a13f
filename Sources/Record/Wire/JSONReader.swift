package import Ceasefire

/// Reads compact JSON whose members come in a fixed order, so that every value has exactly one spelling.
///
/// Nothing is kept but a position: white space, unknown, repeated or misplaced members, fractions and escapes that are
/// not needed are refused where they stand. Strings are UTF-8 without noncharacters (RFC 7493 §2.1) and without
/// control characters but line feed and tab.
package struct JSONReader: WireReader {
    private struct Frame {
        var isFirst = true
        /// Where the name of the member being read stands.
        var name = 0..<0
        /// The element being read; -1 in an object.
        var index = -1
    }

    package struct Spot {
        fileprivate let start: Int
        /// How many objects and lists were open, and where the name stands of the member read in the innermost.
        fileprivate let depth: Int
        fileprivate let member: Range<Int>
    }

    package let home: UTCOffset
    private let bytes: [UInt8]
    private let maximumString: Int
    /// Where what is read begins.
    private let origin: Int
    package private(set) var position: Int
    private let end: Int
    /// Where the value just read begins.
    private var start: Int
    /// The object or list that is being read, and those around it.
    private var frame = Frame()
    private var outer: [Frame] = []

    package init(_ bytes: [UInt8], home: UTCOffset = .utc, maximumString: Int = WireBounds.string) {
        self.init(bytes, in: 0..<bytes.count, home: home, maximumString: maximumString)
    }

    /// Reads part of `bytes`; places in faults count from where it begins.
    package init(
        _ bytes: [UInt8], in range: Range<Int>, home: UTCOffset = .utc, maximumString: Int = WireBounds.string
    ) {
        self.bytes = bytes
        self.home = home
        self.maximumString = maximumString
        origin = range.lowerBound
        position = range.lowerBound
        start = range.lowerBound
        end = range.upperBound
        outer.reserveCapacity(8)
    }

    /// Refuses anything after the value.
    package func finish() throws(WireFault) {
        guard position == end else { throw here("the text goes on after its end") }
    }

    package mutating func openObject() throws(WireFault) {
        try open(UInt8(ascii: "{"), Frame(), "an object")
    }

    package mutating func closeObject() throws(WireFault) {
        guard peek == UInt8(ascii: "}") else { throw unexpectedMember() }
        position += 1
        frame = outer.removeLast()
    }

    package mutating func openList() throws(WireFault) {
        try open(UInt8(ascii: "["), Frame(index: 0), "a list")
    }

    package mutating func nextElement() throws(WireFault) -> Bool {
        if peek == UInt8(ascii: "]") {
            position += 1
            frame = outer.removeLast()
            return false
        }
        if frame.isFirst {
            frame.isFirst = false
        } else {
            guard peek == UInt8(ascii: ",") else { throw here("expected a comma or the end of the list") }
            position += 1
            frame.index += 1
        }
        return true
    }

    package mutating func hasMember(_ name: StaticString) throws(WireFault) -> Bool { match(name) != nil }

    package mutating func member(_ name: StaticString) throws(WireFault) {
        guard try find(name) else {
            if let other = nextName() { throw here("expected the member “\(name)”, found “\(other)”") }
            throw here("the member “\(name)” is missing")
        }
    }

    package mutating func find(_ name: StaticString) throws(WireFault) -> Bool {
        guard let next = match(name) else { return false }
        position = next
        frame.isFirst = false
        // Before the value stand a quote and a colon.
        frame.name = (next - 2 - name.utf8CodeUnitCount)..<(next - 2)
        return true
    }

    package mutating func string() throws(WireFault) -> String {
        start = position
        guard peek == UInt8(ascii: "\"") else { throw here("expected a string") }
        let begin = position + 1
        let (plain, isASCII) = JSONText.plainEnd(in: bytes, begin..<end)
        guard plain < end, bytes[plain] == UInt8(ascii: "\"") else { return try escapedString(from: begin) }
        position = plain + 1
        guard plain - begin <= maximumString else { throw tooLong() }
        return isASCII
            ? String(decoding: bytes[begin..<plain], as: UTF8.self) : try decode(bytes[begin..<plain])
    }

    package mutating func plainString() -> ArraySlice<UInt8>? {
        guard peek == UInt8(ascii: "\"") else { return nil }
        let begin = position + 1
        let (plain, isASCII) = JSONText.plainEnd(in: bytes, begin..<end)
        guard isASCII, plain < end, bytes[plain] == UInt8(ascii: "\""), plain - begin <= maximumString else {
            return nil
        }
        start = position
        position = plain + 1
        return bytes[begin..<plain]
    }

    package mutating func integer() throws(WireFault) -> Int {
        start = position
        var next = position
        let isNegative = next < end && bytes[next] == UInt8(ascii: "-")
        if isNegative { next += 1 }
        let digits = next
        var value = 0
        while next < end, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[next]) {
            value = value * 10 + Int(bytes[next] - UInt8(ascii: "0"))
            guard value <= WireBounds.integer else { throw here("the number is too large") }
            next += 1
        }
        guard next > digits else { throw here("expected a whole number") }
        if bytes[digits] == UInt8(ascii: "0"), next > digits + 1 || isNegative {
            throw here("a number has no leading zero and zero no sign")
        }
        if next < end,
            bytes[next] == UInt8(ascii: ".") || bytes[next] | 0x20 == UInt8(ascii: "e")
        {
            throw here("numbers are whole, without fraction or exponent")
        }
        position = next
        return isNegative ? -value : value
    }

    package mutating func boolean() throws(WireFault) -> Bool {
        start = position
        if bytes[position..<end].starts(with: "true".utf8) {
            position += 4
            return true
        }
        if bytes[position..<end].starts(with: "false".utf8) {
            position += 5
            return false
        }
        throw here("expected true or false")
    }

    package func fault(_ what: String) -> WireFault {
        WireFault(what, path: path, place: .byte(start - origin))
    }

    package var spot: Spot { Spot(start: start, depth: outer.count, member: frame.name) }

    package func fault(_ what: String, at spot: Spot) -> WireFault {
        var reader = self
        if spot.depth < outer.count {
            reader.frame = outer[spot.depth]
            reader.outer.removeLast(outer.count - spot.depth)
        }
        reader.frame.name = spot.member
        return WireFault(what, path: reader.path, place: .byte(spot.start - origin))
    }

    package mutating func token() throws(WireFault) -> ArraySlice<UInt8> {
        start = position
        guard peek == UInt8(ascii: "\"") else { throw here("expected a string") }
        let begin = position + 1
        let plain = JSONText.plainEnd(in: bytes, begin..<end).place
        guard plain < end, bytes[plain] == UInt8(ascii: "\"") else { throw here("expected plain text") }
        position = plain + 1
        return bytes[begin..<plain]
    }

    private var peek: UInt8? { position < end ? bytes[position] : nil }

    private mutating func open(_ bracket: UInt8, _ frame: Frame, _ what: String) throws(WireFault) {
        start = position
        guard peek == bracket else { throw here("expected \(what)") }
        guard outer.count < WireBounds.depth else { throw here("nested more than \(WireBounds.depth) deep") }
        position += 1
        outer.append(self.frame)
        self.frame = frame
    }

    /// Where the value of the member `name` begins, if it comes next.
    private func match(_ name: StaticString) -> Int? {
        var next = position
        if !frame.isFirst {
            guard next < end, bytes[next] == UInt8(ascii: ",") else { return nil }
            next += 1
        }
        let length = name.utf8CodeUnitCount
        guard next + length + 3 <= end, bytes[next] == UInt8(ascii: "\""),
            bytes[next + length + 1] == UInt8(ascii: "\""), bytes[next + length + 2] == UInt8(ascii: ":"),
            holds(name, at: next + 1)
        else { return nil }
        return next + length + 3
    }

    /// Whether `text` stands there.
    private func holds(_ text: StaticString, at place: Int) -> Bool {
        text.withUTF8Buffer { text in
            bytes.withUnsafeBufferPointer { buffer in
                for offset in text.indices where buffer[place + offset] != text[offset] { return false }
                return true
            }
        }
    }

    private func nextName() -> String? {
        var reader = self
        if reader.peek == UInt8(ascii: ",") { reader.position += 1 }
        return try? reader.string()
    }

    private func unexpectedMember() -> WireFault {
        if let name = nextName() { return here("“\(name)” is unknown, repeated or misplaced") }
        return here("expected the end of the object")
    }

    private mutating func escapedString(from begin: Int) throws(WireFault) -> String {
        var text: [UInt8] = []
        var next = begin
        while true {
            let plain = JSONText.plainEnd(in: bytes, next..<end).place
            text.append(contentsOf: bytes[next..<plain])
            guard text.count <= maximumString else { throw tooLong() }
            position = plain
            guard plain < end else { throw here("the string has no end") }
            switch bytes[plain] {
            case UInt8(ascii: "\""):
                position = plain + 1
                return try decode(text[...])
            case UInt8(ascii: "\\"):
                text.append(try escape(at: plain))
                next = plain + 2
            default: throw here("a control character in a string")
            }
        }
    }

    private func escape(at place: Int) throws(WireFault) -> UInt8 {
        guard place + 1 < end else { throw here("the string has no end") }
        switch bytes[place + 1] {
        case UInt8(ascii: "\""): return UInt8(ascii: "\"")
        case UInt8(ascii: "\\"): return UInt8(ascii: "\\")
        case UInt8(ascii: "n"): return UInt8(ascii: "\n")
        case UInt8(ascii: "t"): return UInt8(ascii: "\t")
        default:
            throw here(
                #"only \" \\ \n and \t are escaped; all else stands as it is, control characters nowhere"#)
        }
    }

    private func decode(_ utf8: ArraySlice<UInt8>) throws(WireFault) -> String {
        guard let text = String(validating: utf8, as: UTF8.self) else {
            throw fault("the string is not UTF-8")
        }
        guard !JSONText.hasNoncharacter(utf8) else {
            throw fault("the string has a code point that stands for no character")
        }
        return text
    }

    private func tooLong() -> WireFault { fault("a string has at most \(maximumString) bytes") }

    private func here(_ what: String) -> WireFault {
        WireFault(what, path: path, place: .byte(position - origin))
    }

    private var path: String {
        var path = ""
        for frame in outer + [frame] {
            if frame.index >= 0 {
                path += "[\(frame.index)]"
            } else if !frame.name.isEmpty {
                let name = String(decoding: bytes[frame.name], as: UTF8.self)
                path += path.isEmpty ? name : ".\(name)"
            }
        }
        return path
    }
}
