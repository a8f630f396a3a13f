extension Process {
    /// What is opened is checked like the act that it would have been.
    ///
    /// Whether it is what was committed to is checked before, where digests are computed.
    func check(_ act: SealOpening, of entry: Entry) throws(Refusal) {
        let seal = try seal(act.entry, entry)
        if let opening = seal.opening { throw .overtaken(.entry, String(act.entry), by: opening) }
        if case .sealed = act.act { throw .malformed("what is opened is an act with its body") }
        guard act.act.name == seal.act.kind else {
            throw .malformed("entry \(act.entry) seals \(seal.act.kind), not \(act.act.name)")
        }
        guard var opened = self.entry(at: act.entry) else { throw .unknown(.entry, String(act.entry)) }
        opened.act = act.act
        try checkBody(act.act, of: opened)
    }

    /// The vault is emptied by whoever keeps it, or for whoever sealed the act.
    func check(_ act: SealDestruction, of entry: Entry) throws(Refusal) {
        let seal = try seal(act.entry, entry)
        if let destruction = seal.destruction { throw .overtaken(.entry, String(act.entry), by: destruction) }
        if participation.position(of: entry.author) == .keeper { return }
        try mayRevise(act.entry, by: entry)
    }

    private func seal(_ index: Int, _ entry: Entry) throws(Refusal) -> Seal {
        guard entry.isPerformed else {
            throw .notEntitled(entry.author, act: entry.act.name, needs: "to perform it")
        }
        guard let seal = reference.seals[index] else { throw .unknown(.seal, String(index)) }
        return seal
    }
}
