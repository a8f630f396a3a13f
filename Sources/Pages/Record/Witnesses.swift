package import Record

/// What witnesses say of a record, beside what its log says.
package struct Witnesses: Sendable {
    /// Whether the keeper asks any.
    package var areAsked: Bool
    package var head: WitnessedHead?

    package init(areAsked: Bool = false, head: WitnessedHead? = nil) {
        self.areAsked = areAsked
        self.head = head
    }

    /// How far the record is witnessed.
    package func sentence(logged: Int) -> String {
        let entries = logged == 1 ? "1 entry" : "\(logged) entries"
        guard areAsked else {
            return "Logged: \(entries). No witness is asked: the log alone vouches for this head."
        }
        guard let head else { return "Logged: \(entries). Witnessed: none yet." }
        let witnessed = head.size >= logged ? "all of them" : "the first \(head.size)"
        return "Logged: \(entries). Witnessed: \(witnessed), cosigned by \(names(head))."
    }

    /// Whether one entry is witnessed.
    package func sentence(entry index: Int) -> String {
        guard areAsked else { return "Logged. No witness is asked." }
        guard let head, isWitnessed(index) else { return "Logged, not yet witnessed." }
        return "Logged and witnessed: cosigned by \(names(head))."
    }

    package func isWitnessed(_ index: Int) -> Bool { head.map { index < $0.size } ?? false }

    private func names(_ head: WitnessedHead) -> String {
        let names = head.cosigners.map(\.name)
        guard names.count > 1, let last = names.last else { return names.first ?? "nobody" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }
}

extension Witnesses {
    /// - Parameter heads: `nil` where nothing is known of witnesses, as in a file that was exported.
    package init(_ heads: (any CosignedHeads)?) async {
        areAsked = await heads?.policyFile != nil
        head = await heads?.witnessed
    }
}
