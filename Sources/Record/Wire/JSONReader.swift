package import Ceasefire

/// Reads compact JSON whose members come in a fixed order, so that every value has exactly one spelling.
///
/// Nothing is kept but a position: white space, unknown, repeated or misplaced members, fractions and escapes that are
/// not needed are refused where they stand. Strings are UTF-8 without noncharacters (RFC 7493 §2.1) and without
/// control characters but line feed and tab.
package struct JSONReader: WireReader {
    package struct Spot {
        /// Where the value begins, and where reading went on after it.
        fileprivate let start: Int
        fileprivate let position: Int
    }

    package let home: UTCOffset
    package let record: RecordID.Spelled?
    private let bytes: [UInt8]
    private let maximumString: Int
    /// Where what is read begins.
    private let origin: Int
    package private(set) var position: Int
    private let end: Int
    /// Where the value just read begins.
    private var start: Int
    /// How many objects and lists are open.
    private var depth = 0
    /// Whether nothing was read yet of the innermost of them. Those around it hold the one that is open in them, so that
    /// of them it need not be known.
    private var isFirst = true

    package init(_ bytes: [UInt8], home: UTCOffset = .utc, maximumString: Int = WireBounds.string) {
        self.init(bytes, in: 0..<bytes.count, home: home, maximumString: maximumString)
    }

    /// Reads part of `bytes`; places in faults count from where it begins.
    package init(
        _ bytes: [UInt8], in range: Range<Int>, of record: RecordID.Spelled? = nil, home: UTCOffset = .utc,
        maximumString: Int = WireBounds.string
    ) {
        self.bytes = bytes
        self.record = record
        self.home = home
        self.maximumString = maximumString
        origin = range.lowerBound
        position = range.lowerBound
        start = range.lowerBound
        end = range.upperBound
    }

    /// Refuses anything after the value.
    package func finish() throws(WireFault) {
        guard position == end else { throw here("the text goes on after its end") }
    }

    package mutating func openObject() throws(WireFault) {
        try open(UInt8(ascii: "{"), "an object")
    }

    package mutating func closeObject() throws(WireFault) {
        guard peek == UInt8(ascii: "}") else { throw unexpectedMember() }
        close()
    }

    package mutating func openList() throws(WireFault) {
        try open(UInt8(ascii: "["), "a list")
    }

    package mutating func nextElement() throws(WireFault) -> Bool {
        if peek == UInt8(ascii: "]") {
            close()
            return false
        }
        if isFirst {
            isFirst = false
        } else {
            guard peek == UInt8(ascii: ",") else { throw here("expected a comma or the end of the list") }
            position += 1
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
        isFirst = false
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
        fault(what, at: spot)
    }

    package var spot: Spot { Spot(start: start, position: position) }

    package func fault(_ what: String, at spot: Spot) -> WireFault {
        let path = JSONPath.text(to: spot.position, in: bytes, from: origin)
        return WireFault(what, path: path, place: .byte(spot.start - origin))
    }

    package mutating func token() throws(WireFault) -> ArraySlice<UInt8> {
        start = position
        guard peek == UInt8(ascii: "\"") else { throw here("expected a string") }
        let begin = position + 1
        // Whoever asks for a token takes no byte for granted: the quote that ends it is all that is looked for.
        guard let quote = JSONText.quote(in: bytes, begin..<end) else { throw here("the string has no end") }
        position = quote + 1
        return bytes[begin..<quote]
    }

    private var peek: UInt8? { position < end ? bytes[position] : nil }

    private mutating func open(_ bracket: UInt8, _ what: String) throws(WireFault) {
        start = position
        guard peek == bracket else { throw here("expected \(what)") }
        guard depth < WireBounds.depth else { throw here("nested more than \(WireBounds.depth) deep") }
        position += 1
        depth += 1
        isFirst = true
    }

    private mutating func close() {
        position += 1
        depth -= 1
        isFirst = false
    }

    /// Where the value of the member `name` begins, if it comes next.
    private func match(_ name: StaticString) -> Int? {
        // Every entry is asked for some twenty names: what is needed of the reader is taken out of it, lest the closures hold
        // a copy of the whole.
        let (isFirst, position, end) = (isFirst, position, end)
        return bytes.withUnsafeBufferPointer { bytes in
            name.withUTF8Buffer { name -> Int? in
                let start = isFirst ? position : position + 1
                let value = start + name.count + 3
                guard value <= end, isFirst || bytes[position] == UInt8(ascii: ","),
                    bytes[value - 1] == UInt8(ascii: ":"), bytes[value - 2] == UInt8(ascii: "\""),
                    bytes[start] == UInt8(ascii: "\"")
                else { return nil }
                for place in name.indices where bytes[start + 1 + place] != name[place] { return nil }
                return value
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
        fault(what, at: Spot(start: position, position: position))
    }
}
