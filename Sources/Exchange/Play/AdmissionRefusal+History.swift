internal import Ceasefire
internal import Record

// What the record refuses, in the words of somebody who writes a history.
extension AdmissionRefusal {
    var inWords: String {
        switch self {
        case .rule(let refusal): return refusal.inWords
        default:
            let text = description
            let end = text.last == "." ? text.dropLast() : text[...]
            return end.prefix(1).lowercased() + end.dropFirst()
        }
    }

    var remedy: String {
        switch self {
        case .rule(let refusal): refusal.remedy
        case .keyAttested: "In an exercise, let its party do this “by:” its own key."
        case .tooLarge: "Attach long texts as files."
        default: "Correct the act."
        }
    }
}

extension Refusal {
    var inWords: String {
        switch self {
        case .unknown(let noun, let name): "there is no \(noun.rawValue) “\(name)” so far"
        case .taken(let noun, let name, let index):
            "the \(noun.rawValue) “\(name)” is there since act \(index)"
        case .notEntitled(let who, let act, let needs): "\(who) may not perform \(act); that needs \(needs)"
        case .attestationIncomplete(let missing): "the act is attested and does not say \(missing)"
        case .overtaken(let noun, let name, let index):
            "the \(noun.rawValue) “\(name)” was filled by act \(index)"
        case .closed(let noun, let name, let index):
            "the \(noun.rawValue) “\(name)” is not open" + (index.map { "; see act \($0)" } ?? "")
        case .opening(let what): what
        case .malformed(let what): what
        case .quotaExceeded(let who, let perDay, _): "\(who) has used up its \(perDay) entries of 24 hours"
        }
    }

    var remedy: String {
        switch self {
        case .unknown(let noun, let name):
            "Introduce the \(noun.rawValue) “\(name)” in an earlier act, or correct the name."
        case .taken: "Give it another name, or leave it out."
        case .notEntitled: "Let somebody perform it who may, or attest it: “actor:”, “when:”, “source:”."
        case .attestationIncomplete: "Add it."
        case .overtaken: "Leave it out, or attest it."
        case .closed: "Open it in an earlier act."
        case .opening: "Let the header alone open the process."
        case .malformed: "Correct the act."
        case .quotaExceeded: "Raise the quota in the header, or spread the acts over more days."
        }
    }
}
