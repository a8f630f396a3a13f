extension Process {
    /// The entry with the act that it seals, where somebody has opened it; as it is, otherwise.
    public func opened(_ entry: Entry) -> Entry {
        guard case .sealed = entry.act, let opening = reference.seals[entry.index]?.opening,
            case .reference(.unsealed(let act)) = self.entry(at: opening)?.act
        else { return entry }
        var opened = entry
        opened.act = act.act
        return opened
    }
}
