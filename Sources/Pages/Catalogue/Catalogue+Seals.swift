package import Ceasefire

extension Catalogue {
    /// A sealed act in one sentence, with what became of it.
    func words(_ act: SealedAct, _ fact: Fact) -> String {
        let what: String =
            switch act.kind {
            case "finding.made": "a finding"
            case "dataset.attached": "a data set"
            default: "an account"
            }
        let state = view.process.reference.seals[fact.entry].map { ", \(word($0.state))" } ?? ""
        return "\(name(fact.author)) enters \(what) under seal\(state)"
    }

    /// Whether what a seal keeps back can be read.
    package func word(_ state: Seal.State) -> String {
        switch state {
        case .withheld: "withheld from all but those whom the author chose"
        case .opened(let entry): "opened by entry \(entry)"
        case .destroyed(let entry): "destroyed (entry \(entry)); copies opened before cannot be reached"
        }
    }
}
