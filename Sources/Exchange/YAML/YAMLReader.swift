internal import Ceasefire
internal import Record

/// Reads acts from values that people type: members in any order, known by name.
///
/// Three things are shorter than on the wire. Where an object has one member only, its value may stand for it: `1994-05`
/// for `{edtf: 1994-05}`. A length of time may be written `6 hours`. The offset of a date is found from its zone, or
/// from the clock of its surroundings. A member that is misspelt is noted and read, so that one reading shows as many
/// mistakes as possible.
struct YAMLReader: WireReader {
    struct Frame {
        var value: YAMLValue
        var clock: Clock
        /// The member being read.
        var name = ""
        /// The element being read; -1 in an object.
        var index = -1
        var asked: [String] = []
        var taken: Set<String> = []
        /// Members that nobody typed and that follow from what was typed.
        var supplied: [String: YAMLValue] = [:]
        /// Whether the scalar that stands for an object has been read as its first member.
        var isBound = false
    }

    let home: UTCOffset
    let zones: Zones
    private(set) var slips: [YAMLSlip] = []
    private var frames: [Frame] = []
    private var current: YAMLValue
    private let clock: Clock

    init(_ value: YAMLValue, clock: Clock, zones: Zones, home: UTCOffset) {
        current = value
        self.clock = clock
        self.zones = zones
        self.home = home
    }

    private var last: Int { frames.count - 1 }

    mutating func openObject() throws(WireFault) {
        switch current.content {
        case .object, .scalar: try push()
        case .empty:
            current.content = .object([])
            try push()
        case .list: throw fault("expected members, found a list")
        }
    }

    private mutating func push() throws(WireFault) {
        guard frames.count < WireBounds.depth else {
            throw fault("nested more than \(WireBounds.depth) deep")
        }
        frames.append(Frame(value: current, clock: current.clock ?? frames.last?.clock ?? clock))
    }

    mutating func closeObject() throws(WireFault) {
        let frame = frames.removeLast()
        for member in frame.value.members ?? [] where !frame.taken.contains(member.name) {
            let known = frame.asked.filter { !frame.taken.contains($0) }
            slips.append(
                YAMLSlip(
                    line: member.mark.line, what: "the member “\(member.name)” is unknown here",
                    remedy: Spelling.remedy(for: member.name, among: known)))
        }
    }

    mutating func openList() throws(WireFault) {
        guard case .list = current.content else {
            throw fault("expected a list such as [a, b], found \(current.kind)")
        }
        try push()
        frames[last].index = 0
    }

    mutating func nextElement() throws(WireFault) -> Bool {
        let elements = frames[last].value.elements ?? []
        let index = frames[last].isBound ? frames[last].index + 1 : 0
        frames[last].isBound = true
        guard index < elements.count else {
            frames.removeLast()
            return false
        }
        frames[last].index = index
        current = elements[index]
        return true
    }

    mutating func hasMember(_ name: StaticString) throws(WireFault) -> Bool {
        let name = name.description
        frames[last].asked.append(name)
        return frames[last].supplied[name] != nil || frames[last].value[name] != nil
    }

    mutating func member(_ name: StaticString) throws(WireFault) {
        let name = name.description
        frames[last].asked.append(name)
        if let supplied = frames[last].supplied[name] {
            frames[last].taken.insert(name)
            current = supplied
        } else if frames[last].value.text != nil, !frames[last].isBound {
            frames[last].isBound = true
            current = frames[last].value
        } else if let value = frames[last].value[name] {
            frames[last].taken.insert(name)
            current = value
        } else if let misspelt = misspelt(name) {
            current = misspelt
        } else {
            current = frames[last].value
            frames[last].name = ""
            if let text = current.text {
                throw fault("“\(text)” stands for one member only; the member “\(name)” is missing")
            }
            throw fault("the member “\(name)” is missing")
        }
        frames[last].name = name
        if case .empty = current.content { throw fault("the member “\(name)” has no value") }
        if name == "edtf" { try supplyOffset() }
        if name == "count", current == frames[last].value { try supplyUnit() }
    }

    /// A member that nobody asked for and whose name is nearly the one that is missing.
    private mutating func misspelt(_ name: String) -> YAMLValue? {
        let open = (frames[last].value.members ?? []).filter { !frames[last].taken.contains($0.name) }
        guard let near = Spelling.nearest(to: name, among: open.map(\.name)),
            let member = open.first(where: { $0.name == near })
        else { return nil }
        frames[last].taken.insert(near)
        slips.append(
            YAMLSlip(
                line: member.mark.line, what: "the member “\(near)” is unknown here",
                remedy: "Did you mean “\(name)”?"))
        return member.value
    }

    mutating func string() throws(WireFault) -> String {
        guard let text = current.text else { throw fault("expected words, found \(current.kind)") }
        guard text.utf8.count <= WireBounds.string else {
            throw fault("a text has at most \(WireBounds.string) bytes")
        }
        for byte in text.utf8 where byte < 0x20 && byte != UInt8(ascii: "\n") && byte != UInt8(ascii: "\t") {
            throw fault("a control character stands in the text")
        }
        return text
    }

    mutating func token() throws(WireFault) -> ArraySlice<UInt8> { Array(try string().utf8)[...] }

    mutating func integer() throws(WireFault) -> Int {
        guard let text = current.text, let number = Int(text), abs(number) <= WireBounds.integer else {
            throw fault("expected a whole number, found \(current.kind)")
        }
        return number
    }

    mutating func boolean() throws(WireFault) -> Bool {
        switch current.text {
        case "true": return true
        case "false": return false
        default: throw fault("expected true or false, found \(current.kind)")
        }
    }

    func fault(_ what: String) -> WireFault {
        WireFault(what, path: path, place: .line(current.mark.line, column: current.mark.column))
    }

    /// The fault that will be, but for what is wrong.
    var spot: WireFault { fault("") }

    func fault(_ what: String, at spot: WireFault) -> WireFault {
        var fault = spot
        fault.what = what
        return fault
    }

    /// What was probably meant where reading stopped, if a member there is nearly one that was asked for.
    var suggestion: String? {
        guard let frame = frames.last else { return nil }
        for member in frame.value.members ?? [] where !frame.taken.contains(member.name) {
            if let near = Spelling.nearest(to: member.name, among: frame.asked) {
                return "Did you mean “\(near)”?"
            }
        }
        return nil
    }

    private var path: String {
        var path = ""
        for frame in frames {
            if frame.index >= 0 {
                path += "[\(frame.index)]"
            } else if !frame.name.isEmpty {
                path += path.isEmpty ? frame.name : ".\(frame.name)"
            }
        }
        return path
    }

    // MARK: What follows from what was typed

    /// `6 hours`: the unit of a length of time that is written in one.
    private mutating func supplyUnit() throws(WireFault) {
        let words = (current.text ?? "").split(separator: " ").map(String.init)
        guard words.count == 2 else {
            throw fault("expected a length of time such as 6 hours, found \(current.kind)")
        }
        let unit = words[1].hasSuffix("s") ? words[1] : words[1] + "s"
        frames[last].supplied["unit"] = YAMLValue(.scalar(unit), current.mark)
        current.content = .scalar(words[0])
    }

    /// The offset of the date just reached: said with it, else that of its zone, else that of the surrounding clock.
    private mutating func supplyOffset() throws(WireFault) {
        guard let text = current.text, frames[last].value["offset"] == nil else { return }
        let mark = current.mark
        if let own = Moment.ownOffset(in: text) {
            frames[last].supplied["offset"] = YAMLValue(.scalar(own), mark)
            return
        }
        var zone = frames[last].value["zone"]?.text
        if zone == nil {
            if let offset = frames[last].clock.offset {
                frames[last].supplied["offset"] = YAMLValue(.scalar(offset.text), mark)
                zone = frames[last].clock.zone
                if let zone { frames[last].supplied["zone"] = YAMLValue(.scalar(zone), mark) }
                return
            }
            zone = frames[last].clock.zone
            if let zone { frames[last].supplied["zone"] = YAMLValue(.scalar(zone), mark) }
        }
        guard let zone, let date = Moment.firstDay(in: text, home: home) else { return }
        guard let offset = zones.offset(of: zone, on: date) else {
            throw fault("nobody knows the clock of the zone “\(zone)” on that day")
        }
        frames[last].supplied["offset"] = YAMLValue(.scalar(offset.text), mark)
    }
}

extension Moment {
    /// The offset that a time of day in `text` carries itself, such as `+04:00`.
    static func ownOffset(in text: String) -> String? {
        guard let time = text.split(separator: "T").dropFirst().first else { return nil }
        let end = time.split(separator: "/").first ?? time
        if end.contains("Z") { return "+00:00" }
        guard let sign = end.firstIndex(where: { $0 == "+" || $0 == "-" }) else { return nil }
        return String(end[sign...].prefix(6))
    }

    /// The first date in `text`; `nil` where it is no date, which is reported where it is read.
    static func firstDay(in text: String, home: UTCOffset) -> CivilTime? {
        for part in text.split(separator: "/") where part != ".." {
            guard let moment = try? Moment(String(part), home: home) else { return nil }
            return CivilTime(moment.earliest, at: home)
        }
        return nil
    }
}
