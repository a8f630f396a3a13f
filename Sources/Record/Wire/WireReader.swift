package import Ceasefire

/// Reads the values of an act from some notation, in the order in which the format names them.
///
/// In JSON the order of members is fixed, so nothing needs to be looked up; a notation that people type may keep the
/// members by name and answer in any order. A reader that has thrown is not used again.
package protocol WireReader {
    /// Where a value stands, for a fault that shows later.
    associatedtype Spot

    /// The offset at which a date is read that states none.
    var home: UTCOffset { get }
    /// The record that is being read, where it is known.
    var record: RecordID.Spelled? { get }

    mutating func openObject() throws(WireFault)
    /// Refuses members that nobody asked for.
    mutating func closeObject() throws(WireFault)
    mutating func openList() throws(WireFault)
    /// Goes to the next element; `false` at the end, and the list is closed.
    mutating func nextElement() throws(WireFault) -> Bool
    /// Whether the open object has the member; in JSON, whether it comes next. The names of members are those of the
    /// format, and never made up.
    mutating func hasMember(_ name: StaticString) throws(WireFault) -> Bool
    /// Goes to the value of the member, if it is there.
    mutating func find(_ name: StaticString) throws(WireFault) -> Bool
    /// Goes to the value of the member, which must be there.
    mutating func member(_ name: StaticString) throws(WireFault)
    mutating func string() throws(WireFault) -> String
    /// The bytes of a string, where they stand as they are in ASCII; `nil`, and nothing is read, where they do not.
    mutating func plainString() -> ArraySlice<UInt8>?
    /// The bytes of a string that has no need of escapes, such as base64. Whether they are text nobody has asked.
    mutating func token() throws(WireFault) -> ArraySlice<UInt8>
    mutating func integer() throws(WireFault) -> Int
    mutating func boolean() throws(WireFault) -> Bool
    /// A fault at the value just read.
    func fault(_ what: String) -> WireFault
    /// The value just read.
    var spot: Spot { get }
    /// A fault at a value read before in an object that is still open.
    func fault(_ what: String, at spot: Spot) -> WireFault
}

extension WireReader {
    package var record: RecordID.Spelled? { nil }

    package mutating func plainString() -> ArraySlice<UInt8>? { nil }

    package mutating func find(_ name: StaticString) throws(WireFault) -> Bool {
        guard try hasMember(name) else { return false }
        try member(name)
        return true
    }

    /// The bytes of a string.
    mutating func utf8() throws(WireFault) -> ArraySlice<UInt8> {
        if let plain = plainString() { return plain }
        return Array(try string().utf8)[...]
    }

    package mutating func value<V: WireValue>() throws(WireFault) -> V { try V(from: &self) }

    package mutating func required<V: WireValue>(_ name: StaticString) throws(WireFault) -> V {
        try member(name)
        return try V(from: &self)
    }

    package mutating func optional<V: WireValue>(_ name: StaticString) throws(WireFault) -> V? {
        guard try find(name) else { return nil }
        return try V(from: &self)
    }

    /// The elements of a list that is absent where it would be empty.
    package mutating func list<V: WireValue>(_ name: StaticString) throws(WireFault) -> [V] {
        guard try find(name) else { return [] }
        let values: [V] = try elements()
        guard !values.isEmpty else { throw fault("an empty list is left out, not written") }
        return values
    }

    package mutating func elements<V: WireValue>() throws(WireFault) -> [V] {
        var values: [V] = []
        try openList()
        while try nextElement() {
            guard values.count < WireBounds.list else {
                throw fault("a list has at most \(WireBounds.list) elements")
            }
            values.append(try V(from: &self))
        }
        return values
    }

    /// A truth that is absent where it is false.
    package mutating func flag(_ name: StaticString) throws(WireFault) -> Bool {
        guard try find(name) else { return false }
        guard try boolean() else { throw fault("false is left out, not written") }
        return true
    }
}
