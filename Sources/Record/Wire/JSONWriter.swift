/// Writes compact JSON in one way only, so that the same value always has the same bytes.
package struct JSONWriter: Sendable {
    package private(set) var bytes: [UInt8] = []
    private var needsComma = false

    package init() {}

    /// A writer with room for so many bytes.
    package init(capacity: Int) { bytes.reserveCapacity(capacity) }

    package mutating func openObject() { open(UInt8(ascii: "{")) }
    package mutating func closeObject() { close(UInt8(ascii: "}")) }
    package mutating func openList() { open(UInt8(ascii: "[")) }
    package mutating func closeList() { close(UInt8(ascii: "]")) }

    /// The value that follows belongs to this member.
    package mutating func name(_ name: String) {
        separate()
        quote(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    package mutating func string(_ text: String) {
        separate()
        quote(text)
    }

    package mutating func integer(_ number: Int) {
        separate()
        bytes.append(contentsOf: String(number).utf8)
    }

    /// A finite number with a fraction, as short as it can be read back exactly. Answers have such numbers; what is
    /// signed has none.
    package mutating func number(_ number: Double) {
        separate()
        bytes.append(contentsOf: "\(number)".utf8)
    }

    package mutating func boolean(_ truth: Bool) {
        separate()
        bytes.append(contentsOf: (truth ? "true" : "false").utf8)
    }

    /// A string whose letters need no escapes, such as base64.
    package mutating func plain(_ letters: [UInt8]) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: letters)
        bytes.append(UInt8(ascii: "\""))
    }

    /// A value that another writer has written.
    package mutating func value(_ json: ArraySlice<UInt8>) {
        separate()
        bytes.append(contentsOf: json)
    }

    package mutating func member<V: WireValue>(_ name: String, _ value: V) {
        self.name(name)
        value.write(to: &self)
    }

    package mutating func member<V: WireValue>(_ name: String, _ value: V?) {
        guard let value else { return }
        member(name, value)
    }

    package mutating func member<V: WireValue>(_ name: String, _ values: [V]) {
        guard !values.isEmpty else { return }
        self.name(name)
        openList()
        for value in values { value.write(to: &self) }
        closeList()
    }

    package mutating func member(_ name: String, _ flag: Bool) {
        guard flag else { return }
        self.name(name)
        boolean(true)
    }

    private mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func quote(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case UInt8(ascii: "\n"): bytes.append(contentsOf: #"\n"#.utf8)
            case UInt8(ascii: "\t"): bytes.append(contentsOf: #"\t"#.utf8)
            // Readers refuse these; written as any JSON reader expects, so that the refusal says which one it is.
            case 0..<0x20:
                let digits = String(byte, radix: 16)
                bytes.append(contentsOf: (#"\u00"# + (digits.utf8.count == 1 ? "0" : "") + digits).utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
