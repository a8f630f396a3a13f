import Ceasefire

extension Catalogue {
    /// Which record this one goes on from; nothing, where it is the first.
    package var succession: String {
        guard let predecessor = view.process.opening?.predecessor else { return "" }
        let reason =
            switch predecessor.reason {
            case .fork: "its log told two stories"
            case .lostKey: "the key of its log was lost"
            case .unreproducible: "its log signed what nobody has"
            }
        return "This record succeeds \(predecessor.origin), from its head of "
            + "\(count(predecessor.size, "entry", "entries")) on: \(reason)."
    }
}
