/// The names and numbers that lead to a place in compact JSON, such as `body.claims[2].occurred`.
///
/// A path is asked for where something is wrong, and only there: it is found by going over the text once more, so that
/// whoever reads what is right need not keep it.
enum JSONPath {
    private struct Step {
        /// Where the name of the member stands that was read last.
        var name = 0..<0
        /// The element of a list; `nil` in an object.
        var index: Int?
    }

    /// - Parameters:
    ///   - place: how far the text was read without fault.
    ///   - origin: where the text begins.
    static func text(to place: Int, in bytes: [UInt8], from origin: Int) -> String {
        var outer: [Step] = []
        var step = Step()
        var next = origin
        while next < place {
            switch bytes[next] {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                outer.append(step)
                step = Step(index: bytes[next] == UInt8(ascii: "[") ? 0 : nil)
            case UInt8(ascii: "}"), UInt8(ascii: "]"): step = outer.popLast() ?? Step()
            case UInt8(ascii: ","): if let index = step.index { step.index = index + 1 }
            case UInt8(ascii: "\""):
                let quote = closingQuote(after: next, before: place, in: bytes)
                // A string is a name where the colon behind it was read too.
                if step.index == nil, quote + 2 <= place, bytes[quote + 1] == UInt8(ascii: ":") {
                    step.name = next + 1..<quote
                }
                next = quote
            default: break
            }
            next += 1
        }
        return text(of: outer + [step], in: bytes)
    }

    private static func closingQuote(after start: Int, before end: Int, in bytes: [UInt8]) -> Int {
        var next = start + 1
        while next < end, bytes[next] != UInt8(ascii: "\"") {
            next += bytes[next] == UInt8(ascii: "\\") ? 2 : 1
        }
        return next
    }

    private static func text(of steps: [Step], in bytes: [UInt8]) -> String {
        var path = ""
        for step in steps {
            if let index = step.index {
                path += "[\(index)]"
            } else if !step.name.isEmpty {
                let name = String(decoding: bytes[step.name], as: UTF8.self)
                path += path.isEmpty ? name : ".\(name)"
            }
        }
        return path
    }
}
