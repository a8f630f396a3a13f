package import Ceasefire

extension Identifier: WireValue {
    package init<R: WireReader>(from r: inout R) throws(WireFault) {
        let text = try r.string()
        guard let value = Identifier(text) else {
            throw r.fault(
                "“\(text)” is no identifier: 1 to 64 of a–z, 0–9, - and ., beginning with a letter or digit")
        }
        self = value
    }

    package func write(to w: inout JSONWriter) { w.string(text) }
}

extension TextDigest: WireValue {
    package init<R: WireReader>(from r: inout R) throws(WireFault) {
        let text = try r.token()
        guard let value = TextDigest(hex: text) else {
            let text = String(decoding: text, as: UTF8.self)
            throw r.fault("“\(text)” is no SHA-256: 64 digits of 0–9a–f")
        }
        self = value
    }

    package func write(to w: inout JSONWriter) { w.string(hex) }
}
