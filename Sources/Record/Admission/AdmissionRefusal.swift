package import Ceasefire

/// Why an envelope is not logged; in a log that somebody else wrote, why an entry counts for nothing.
///
/// A case holds a reference: what is said of a refusal is not carried past every entry that is admitted.
package indirect enum AdmissionRefusal: Error, Hashable, Sendable {
    /// Envelope or payload break the format.
    case form(WireFault)
    /// The entry would have this many bytes.
    case tooLarge(Int)
    case foreignRecord(stated: String, expected: String)
    /// An earlier entry has the same payload. Live, its index is the answer; in a log it must not happen.
    case repeated(Int)
    /// The log's clock went back.
    case receivedDecreases(from: Instant, to: Instant)
    /// The participant has no key in the record.
    case noKey(ParticipantID)
    /// Valid signatures are missing: of this algorithm, or up to the quorum.
    case notSigned(ParticipantID, algorithm: KeyAlgorithm, valid: Int, needed: Int)
    /// A new key that does not show that its holder has it.
    case keyNotCountersigned(ParticipantID)
    /// Keys change by the act of somebody who has a key, never by hearsay.
    case keyAttested(ParticipantID)
    /// An act performed here says which head its author has seen.
    case seenMissing
    /// The head seen does not carry the log's signature.
    case seenNotSigned(size: Int)
    /// The log signed this head, and it is none of this record: half of a fork proof.
    case seenContradicts(size: Int)
    /// Entry 0 does not fit the log that it opens.
    case opening(String)
    /// Rules that this program does not know.
    case rulesUnknown(version: Int)
    /// Only exercises simulate the time of receipt.
    case simulated
    /// What is said to open this entry is not what was sealed there.
    case sealDiffers(Int)
    /// What the rules of the domain refuse.
    case rule(Refusal)

    package enum Consequence: String, Hashable, Sendable {
        /// The log is not what it claims to be.
        case broken
        /// The entry keeps its index and counts for nothing.
        case void
        /// Nothing can be said from here on.
        case unknown
    }

    /// What follows when such an entry stands in a log.
    package var consequence: Consequence {
        switch self {
        case .form(let fault): fault.kind == .form ? .broken : .unknown
        case .rulesUnknown: .unknown
        case .seenMissing, .keyAttested, .sealDiffers, .rule: .void
        case .tooLarge, .foreignRecord, .repeated, .receivedDecreases, .noKey, .notSigned,
            .keyNotCountersigned,
            .seenNotSigned, .seenContradicts, .opening, .simulated:
            .broken
        }
    }

    /// A word for programs; it stays the same from release to release.
    package var code: String {
        switch self {
        case .form(let fault): fault.kind.rawValue
        case .tooLarge: "tooLarge"
        case .foreignRecord: "foreignRecord"
        case .repeated: "repeated"
        case .receivedDecreases: "receivedDecreases"
        case .noKey: "noKey"
        case .notSigned: "notSigned"
        case .keyNotCountersigned: "keyNotCountersigned"
        case .keyAttested: "keyAttested"
        case .seenMissing: "seenMissing"
        case .seenNotSigned: "seenNotSigned"
        case .seenContradicts: "seenContradicts"
        case .opening: "opening"
        case .rulesUnknown: "rulesUnknown"
        case .simulated: "simulated"
        case .sealDiffers: "sealDiffers"
        case .rule: "rule"
        }
    }

    /// The entries on which the refusal rests.
    package var entries: [Int] {
        switch self {
        case .repeated(let index), .sealDiffers(let index): [index]
        case .rule(let refusal): refusal.entries
        default: []
        }
    }
}

extension AdmissionRefusal: CustomStringConvertible {
    /// What was wrong, where, and what to do, for logs and terminals.
    package var description: String {
        switch self {
        case .form(let fault): "The act cannot be read: \(fault)."
        case .tooLarge(let size):
            "The entry would have \(size) bytes, and the log holds \(WireBounds.entry). Attach long texts by digest."
        case .foreignRecord(let stated, let expected):
            "The act is for the record \(stated); this one is \(expected)."
        case .repeated(let index): "The payload is that of entry \(index)."
        case .receivedDecreases(let old, let new):
            "The entry was received at \(new.rfc3339), before its predecessor at \(old.rfc3339)."
        case .noKey(let author): "\(author) has no key in this record. Its party's root must accredit one."
        case .notSigned(let author, let algorithm, let valid, let needed):
            "\(author) must sign with \(needed) \(algorithm.rawValue) key(s) of the record; \(valid) signature(s) hold."
        case .keyNotCountersigned(let holder):
            "The new key of \(holder) does not countersign record and name."
        case .keyAttested(let holder):
            "Keys of \(holder) change only by an act performed with a key of the record."
        case .seenMissing: "An act performed here must say which head of the record its author has seen."
        case .seenNotSigned(let size):
            "The head of size \(size) that the author has seen is not signed by this log."
        case .seenContradicts(let size):
            "The log signed another head of size \(size) than this record has. Keep the act: it is half of a fork proof."
        case .opening(let what): "Entry 0 cannot open this log: \(what)."
        case .rulesUnknown(let version):
            "Version \(version) of the rules is unknown here. Use a later release."
        case .simulated: "Only an exercise can simulate the time of receipt."
        case .sealDiffers(let index):
            "What is to open entry \(index) is not what was sealed there: body, salt or entry is another."
        case .rule(.quotaExceeded(let author, let perDay, let until)):
            "\(author) has entered as many acts within 24 hours as entry 0 allows, \(perDay). "
                + (until.map { "The next one is taken from \($0.rfc3339) on." } ?? "It enters none.")
        case .rule(let refusal): "The rules refuse the act: \(refusal)."
        }
    }
}
