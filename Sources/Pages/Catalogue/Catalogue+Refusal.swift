package import Ceasefire
import Record

extension Catalogue {
    /// What was wrong, where, and what to do.
    package static func sentence(_ refusal: Refusal) -> String {
        switch refusal {
        case .unknown(let noun, let name):
            "The record knows no \(noun.rawValue) called “\(name)”. Bring it in first, or correct the name."
        case .taken(let noun, let name, let entry):
            "There is already a \(noun.rawValue) called “\(name)” (entry \(entry)). Choose another name."
        case .notEntitled(let author, let act, let needs):
            "\(author) may not perform \(act): it needs \(needs)."
        case .attestationIncomplete(let missing):
            "Who attests what others did says \(missing). Add it."
        case .overtaken(let noun, let name, let entry):
            "Overtaken: the \(noun.rawValue) “\(name)” was filled meanwhile by entry \(entry). Look at the record again."
        case .closed(let noun, let name, let entry):
            "The \(noun.rawValue) “\(name)” is not open\(entry.map { " (entry \($0))" } ?? ""). Nothing was recorded."
        case .opening(let fault): "\(fault.sentenceCased)."
        case .malformed(let fault): "\(fault.sentenceCased)."
        case .quotaExceeded(let author, let perDay, let until):
            "\(author) has entered as many acts within 24 hours as entry 0 allows, \(perDay). "
                + (until.map { "The next one is taken from \($0.rfc3339) on." } ?? "It enters none.")
        }
    }
}
