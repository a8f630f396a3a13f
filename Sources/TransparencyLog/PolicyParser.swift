/// Reads a policy file (tlog-policy, Policy file syntax and structure).
struct PolicyParser {
    private(set) var logs: [Policy.Log] = []
    private(set) var witnesses: [Policy.Witness] = []
    private(set) var groups: [Policy.Group] = []
    private(set) var quorum: [UInt8]?

    private var reader: LineReader
    private var hasQuorum = false
    private var defined: Set<[UInt8]> = [Self.none]
    private var members: Set<[UInt8]> = []

    private static let none = Array("none".utf8)

    init(_ bytes: [UInt8]) {
        reader = LineReader(bytes[...], .malformedPolicy, section: "tlog-policy, Policy file syntax")
    }

    mutating func parse() throws(LogError) {
        while !reader.isAtEnd {
            let line = try reader.next("a line")
            guard line.allSatisfy({ $0 == 0x09 || 0x20...0x7E ~= $0 || $0 >= 0x80 }) else {
                throw reader.error("there is a control character")
            }
            let items = line.split { $0 == 0x20 || $0 == 0x09 }.map { Array($0) }
            guard let keyword = items.first, keyword.first != UInt8(ascii: "#") else { continue }
            let rest = items.dropFirst()
            switch String(decoding: keyword, as: UTF8.self) {
            case "log": try log(rest)
            case "witness": try witness(rest)
            case "group": try group(rest)
            case "quorum": try quorum(rest)
            case let other: throw reader.error("\"\(other)\" is none of log, witness, group, quorum")
            }
        }
        guard hasQuorum else { throw reader.error("the file has no quorum line") }
    }

    private mutating func log(_ items: ArraySlice<[UInt8]>) throws(LogError) {
        let items = Array(items)
        guard 1...2 ~= items.count else { throw reader.error("a log has a key and at most a URL") }
        let key = try key(items[0])
        // A type of cosigners alone; ML-DSA-44 is for logs too (tlog-policy, Public key representation).
        guard key.algorithm != .ed25519Cosignature else {
            throw reader.error("the key of log \(key.name) is a cosigner's")
        }
        guard !logs.contains(where: { $0.key.publicKey == key.publicKey }) else {
            throw reader.error("the key of log \(key.name) is listed twice")
        }
        logs.append(Policy.Log(key: key, url: items.count == 2 ? items[1] : nil))
    }

    private mutating func witness(_ items: ArraySlice<[UInt8]>) throws(LogError) {
        let items = Array(items)
        guard 2...3 ~= items.count else {
            throw reader.error("a witness has a name, a key and at most a URL")
        }
        let key = try key(items[1])
        guard key.algorithm.isTimestamped else {
            throw reader.error("the key of witness \(key.name) is not a cosigner's")
        }
        guard !witnesses.contains(where: { $0.key.publicKey == key.publicKey }) else {
            throw reader.error("the key of witness \(key.name) is listed twice")
        }
        try define(items[0])
        witnesses.append(Policy.Witness(name: items[0], key: key, url: items.count == 3 ? items[2] : nil))
    }

    private mutating func group(_ items: ArraySlice<[UInt8]>) throws(LogError) {
        guard items.count >= 3 else { throw reader.error("a group has a name, a threshold and members") }
        let name = items[items.startIndex]
        let threshold = items[items.startIndex + 1]
        let listed = Array(items.dropFirst(2))
        for member in listed {
            let shown = String(decoding: member, as: UTF8.self)
            guard member != Self.none, defined.contains(member) else {
                throw reader.error("\(shown) is not defined above and cannot be a member")
            }
            guard members.insert(member).inserted else {
                throw reader.error("\(shown) is a member already, here or of another group")
            }
        }
        let count: Int? =
            switch String(decoding: threshold, as: UTF8.self) {
            case "any": 1
            case "all": listed.count
            default: Decimal.decode(threshold)
            }
        guard let count, 1...listed.count ~= count else {
            throw reader.error("the threshold is neither any, all nor a number from 1 to \(listed.count)")
        }
        try define(name)
        groups.append(Policy.Group(name: name, threshold: count, members: listed))
    }

    private mutating func quorum(_ items: ArraySlice<[UInt8]>) throws(LogError) {
        guard !hasQuorum else { throw reader.error("there is a second quorum line") }
        guard let name = items.first, items.count == 1 else { throw reader.error("a quorum is one name") }
        guard defined.contains(name) else {
            throw reader.error("\(String(decoding: name, as: UTF8.self)) is not defined above")
        }
        hasQuorum = true
        quorum = name == Self.none ? nil : name
    }

    private mutating func define(_ name: [UInt8]) throws(LogError) {
        guard defined.insert(name).inserted else {
            throw reader.error("the name \(String(decoding: name, as: UTF8.self)) is taken")
        }
    }

    private func key(_ text: [UInt8]) throws(LogError) -> VerifierKey {
        guard let text = String(validating: text, as: UTF8.self) else {
            throw reader.error("the key is not valid UTF-8")
        }
        do {
            return try VerifierKey(text)
        } catch {
            throw reader.error(error.message)
        }
    }
}
