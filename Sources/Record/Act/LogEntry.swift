package import Ceasefire

/// One leaf of the log: an envelope and when the log received it.
package struct LogEntry: Hashable, Sendable {
    package var received: Instant
    package var envelope: Envelope

    package init(received: Instant, envelope: Envelope) {
        self.received = received
        self.envelope = envelope
    }

    package init(leaf: [UInt8]) throws(WireFault) { self = try LogEntry.read(leaf).entry }

    /// Reads a leaf.
    /// - Returns: the entry, and the bytes of its envelope as they stand there.
    static func read(_ leaf: [UInt8]) throws(WireFault) -> (entry: LogEntry, json: ArraySlice<UInt8>) {
        guard leaf.count <= WireBounds.entry else {
            throw WireFault(
                "an entry has at most \(WireBounds.entry) bytes, not \(leaf.count)", path: "",
                place: .byte(WireBounds.entry))
        }
        var reader = JSONReader(leaf)
        try reader.openObject()
        let received: Instant = try reader.required("received")
        try reader.member("envelope")
        let start = reader.position
        let envelope = try Envelope(from: &reader)
        let json = leaf[start..<reader.position]
        try reader.closeObject()
        try reader.finish()
        return (LogEntry(received: received, envelope: envelope), json)
    }

    /// The exact bytes that the tree is built over.
    package var leaf: [UInt8] { LogEntry.leaf(received: received, envelope: envelope.json[...]) }

    /// - Parameter json: the envelope as it is written.
    static func leaf(received: Instant, envelope json: ArraySlice<UInt8>) -> [UInt8] {
        var writer = JSONWriter(capacity: json.count + 64)
        writer.openObject()
        writer.member("received", received)
        writer.name("envelope")
        writer.value(json)
        writer.closeObject()
        return writer.bytes
    }
}
