package import Ceasefire

extension Act {
    /// The files that the act refers to by their digests.
    package var attachments: [TextDigest] {
        switch self {
        case .text(.tabled(let act)): [act.text] + (act.of.map { [$0] } ?? [])
        case .text(.altered(let act)): [act.from, act.result]
        case .text(.errorNotified(let act)): [act.from, act.result]
        case .text(.bracketClosed(let act)): act.result.map { [$0] } ?? []
        case .text(.adopted(let act)): act.texts
        case .text(.authenticated(let act)): act.texts
        case .text(.aligned(let act)): act.texts
        case .signing(.copied(let act)): act.texts
        case .signing(.initialled(let act)): act.text.map { [$0] } ?? []
        case .signing(.signed(let act)): [act.text, act.scan].compactMap { $0 }
        case .effect(.consented(let act)): act.text.map { [$0] } ?? []
        case .reference(.dataSetAttached(let act)): [act.digest]
        case .reference(.accounted(let act)): act.claims.flatMap(\.act.attachments)
        case .reference(.corrected(let act)): act.claim.act.attachments
        case .reference(.unsealed(let act)): act.act.attachments
        default: []
        }
    }
}
