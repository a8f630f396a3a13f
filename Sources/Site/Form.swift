import NIOCore

/// The items of a query string, as forms send them: `+` is a space, the rest percent-encoded.
struct QueryItems {
    private let items: [String: String]

    init(_ query: String?) {
        var items: [String: String] = [:]
        for pair in (query ?? "").split(separator: "&").prefix(32) {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = QueryItems.decoded(parts[0]) else { continue }
            let value = parts.count > 1 ? QueryItems.decoded(parts[1]) : ""
            if let value, items[name] == nil { items[name] = value }
        }
        self.items = items
    }

    /// `nil` where it is absent or empty, since a form sends what nobody filled in.
    subscript(_ name: String) -> String? {
        guard let value = items[name], !value.isEmpty else { return nil }
        return String(value.prefix(200))
    }

    /// `nil` where the bytes are no UTF-8.
    private static func decoded(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "+") {
                bytes.append(UInt8(ascii: " "))
            } else if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }
}

/// The parts of a form with files (RFC 7578), each with its name and its bytes.
struct FormParts {
    struct Part {
        var name: String
        var file: String?
        var bytes: [UInt8]
    }

    let parts: [Part]

    /// - Parameter boundary: as the content type states it.
    init?(_ body: [UInt8], boundary: String) {
        let mark = Array("--\(boundary)".utf8)
        guard (1...70).contains(boundary.utf8.count), var position = FormParts.find(mark, in: body, from: 0)
        else {
            return nil
        }
        var parts: [Part] = []
        while parts.count < 8 {
            let start = position + mark.count
            if body.dropFirst(start).starts(with: Array("--".utf8)) { break }
            guard let next = FormParts.find(Array("\r\n".utf8) + mark, in: body, from: start),
                let headEnd = FormParts.find(Array("\r\n\r\n".utf8), in: body, from: start),
                headEnd + 4 <= next
            else { return nil }
            let head = String(decoding: body[start..<headEnd], as: UTF8.self)
            guard let name = FormParts.parameter("name", in: head) else { return nil }
            parts.append(
                Part(
                    name: name, file: FormParts.parameter("filename", in: head),
                    bytes: Array(body[(headEnd + 4)..<next])))
            position = next + 2
        }
        self.parts = parts
    }

    private static func parameter(_ name: String, in head: String) -> String? {
        guard let start = head.firstRange(of: " \(name)=\"")?.upperBound,
            let end = head[start...].firstIndex(of: "\"")
        else { return nil }
        return String(head[start..<end])
    }

    private static func find(_ needle: [UInt8], in hay: [UInt8], from start: Int) -> Int? {
        guard let first = needle.first, hay.count >= needle.count else { return nil }
        var position = start
        while position <= hay.count - needle.count {
            if hay[position] == first, hay[position..<(position + needle.count)].elementsEqual(needle) {
                return position
            }
            position += 1
        }
        return nil
    }
}
