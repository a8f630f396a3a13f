package import Ceasefire

/// The addresses of the pages. Every link is made here, so that what is linked is served.
package enum Route: Hashable, Sendable {
    case home
    case text(InstrumentID)
    case compare(InstrumentID)
    case effect(InstrumentID)
    case participants
    case record
    case entry(Int)
    case proof(Int)
    case envelope(Int)
    case verify
    case attachment(TextDigest)

    package var path: String {
        switch self {
        case .home: "/"
        case .text(let instrument): "/text/\(instrument)"
        case .compare(let instrument): "/compare/\(instrument)"
        case .effect(let instrument): "/effect/\(instrument)"
        case .participants: "/participants"
        case .record: "/record"
        case .entry(let index): "/record/\(index)"
        case .proof(let index): "/record/\(index)/proof"
        case .envelope(let index): "/record/\(index)/envelope"
        case .verify: "/verify"
        case .attachment(let digest): "/sha256/\(digest)"
        }
    }
}

/// What is asked about time and accounts, as it stands in an address.
package struct PageQuery: Hashable, Sendable {
    package var at: String?
    package var knownOn: String?
    package var publishedBy: String?
    package var accordingTo: String?

    package init(
        at: String? = nil, knownOn: String? = nil, publishedBy: String? = nil, accordingTo: String? = nil
    ) {
        self.at = at
        self.knownOn = knownOn
        self.publishedBy = publishedBy
        self.accordingTo = accordingTo
    }

    package var items: [(name: String, value: String)] {
        [("at", at), ("known-on", knownOn), ("published-by", publishedBy), ("according-to", accordingTo)]
            .compactMap { name, value in value.map { (name, $0) } }
    }

    /// A link to a page with the same question.
    package func link(_ route: Route, _ more: [(name: String, value: String)] = []) -> String {
        let all = items + more
        guard !all.isEmpty else { return route.path }
        return route.path + "?"
            + all.map { "\($0.name)=\(PageQuery.encoded($0.value))" }.joined(separator: "&")
    }

    /// Percent-encoded as RFC 3986 asks: all but the unreserved characters.
    static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                bytes.append(byte)
            default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
