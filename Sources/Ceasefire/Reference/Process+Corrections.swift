extension Process {
    /// What is corrected is stated anew, in the place of the entry and under the name by which others refer to it.
    func check(_ act: Correction, of entry: Entry) throws(Refusal) {
        switch self.entry(at: act.entry).map(opened)?.act {
        case nil, .reference(.accounted), .reference(.settled), .reference(.withdrawn),
            .reference(.dataSetAttached), .reference(.rulesAdopted), .reference(.unsealed),
            .reference(.destroyed):
            throw .malformed(
                "entry \(act.entry) is of a kind that is not corrected: withdraw it, and state it anew")
        case .text(.bracketOpened(let bracket)):
            throw .malformed(
                "others answer a bracket as it was opened: close “\(bracket.bracket)” and open another")
        default: break
        }
        let origin = origin(of: act.entry)
        let introduced = self.entry(at: origin).flatMap { opened($0).act.introduction }
        let restated = act.claim.act.introduction
        if let introduced, introduced != restated {
            throw .malformed(
                "others refer to the \(introduced) by this name, so its correction keeps it: to bring in "
                    + "something else, enter that by itself and withdraw entry \(act.entry)")
        }
        if introduced == nil, let restated {
            throw .malformed(
                "a correction brings in nothing new: enter the \(restated) by itself, and "
                    + "withdraw entry \(act.entry)")
        }
        var place = entry
        place.index = origin
        try check(act.claim, of: place)
    }

    /// The entry that a correction, or a withdrawal, is about in the end.
    private func origin(of index: Int) -> Int {
        var origin = index
        while true {
            switch entry(at: origin)?.act {
            case .reference(.corrected(let act)): origin = act.entry
            case .reference(.withdrawn(let act)): origin = act.entry
            default: return origin
            }
        }
    }

    /// What an entry says now, its corrections followed; `nil` once it is withdrawn.
    func standing(_ entry: Entry, _ revisions: Revisions) -> Entry? {
        if revisions.withdrawals[entry.index] != nil { return nil }
        if case .reference(.corrected) = entry.act { return entry }
        var standing = opened(entry)
        var last = entry.index
        while let next = revisions.corrections[last],
            let correction = self.entry(at: next), case .reference(.corrected(let act)) = correction.act
        {
            standing.source = correction.source ?? standing.source
            standing.actor = act.claim.actor ?? standing.actor
            standing.onBehalfOf = act.claim.onBehalfOf ?? standing.onBehalfOf
            standing.occurred = act.claim.occurred ?? standing.occurred
            standing.act = act.claim.act
            last = next
        }
        return standing
    }

    /// What an entry that brought in a name says once it, or a revision of it, is revised. A withdrawn name stays, as others
    /// may refer to it.
    func restatement(of revised: Act) -> Act? {
        let index: Int
        switch revised {
        case .reference(.corrected(let act)): index = act.entry
        case .reference(.withdrawn(let act)): index = act.entry
        default: return nil
        }
        guard let original = entry(at: origin(of: index)), original.act.introduction != nil else {
            return nil
        }
        return standing(original, reference.revisions)?.act
    }
}
