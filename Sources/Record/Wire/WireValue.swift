/// Whatever has one place in the format.
package protocol WireValue {
    init<R: WireReader>(from r: inout R) throws(WireFault)
    func write(to w: inout JSONWriter)
}

/// A value with named members.
package protocol WireObject: WireValue {
    init<R: WireReader>(fields r: inout R) throws(WireFault)
    func write(fields w: inout JSONWriter)
}

extension WireObject {
    package init<R: WireReader>(from r: inout R) throws(WireFault) {
        try r.openObject()
        self = try Self(fields: &r)
        try r.closeObject()
    }

    package func write(to w: inout JSONWriter) {
        w.openObject()
        write(fields: &w)
        w.closeObject()
    }
}

/// One of a few words.
package protocol WireText: WireValue, RawRepresentable, CaseIterable where RawValue == String {}

extension WireText {
    package init<R: WireReader>(from r: inout R) throws(WireFault) {
        let text = try r.string()
        guard let value = Self(rawValue: text) else {
            let words = Self.allCases.map(\.rawValue).joined(separator: ", ")
            throw r.fault("“\(text)” is not one of \(words)")
        }
        self = value
    }

    package func write(to w: inout JSONWriter) { w.string(rawValue) }
}

extension String: WireValue {
    package init<R: WireReader>(from r: inout R) throws(WireFault) { self = try r.string() }
    package func write(to w: inout JSONWriter) { w.string(self) }
}

extension Int: WireValue {
    package init<R: WireReader>(from r: inout R) throws(WireFault) { self = try r.integer() }
    package func write(to w: inout JSONWriter) { w.integer(self) }
}

extension Bool: WireValue {
    package init<R: WireReader>(from r: inout R) throws(WireFault) { self = try r.boolean() }
    package func write(to w: inout JSONWriter) { w.boolean(self) }
}
