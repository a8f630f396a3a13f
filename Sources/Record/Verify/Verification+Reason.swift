extension Verification {
    /// One thing that a check found, as a code with arguments; whoever shows it makes the sentence.
    package struct Reason: Hashable, Sendable {
        package enum Code: String, Hashable, Sendable, CaseIterable {
            // Why an entry is refused, broken or void: `AdmissionRefusal.code` with its description.
            case form, unknownAct, unknownVersion, tooLarge, foreignRecord, repeated, receivedDecreases, noKey
            case notSigned, keyNotCountersigned, keyAttested, seenMissing, seenNotSigned, seenContradicts,
                opening
            case rulesUnknown, simulated, sealDiffers, rule
            /// Arguments: whose key, compromised by then, signed the entry; the entry that says so.
            case doubtful
            /// The bytes of an entry are not those of the leaf or the id under which they are kept.
            case leafDiffers
            case headMissing
            /// Argument: why.
            case headNotSigned
            /// Arguments: the log's key, as entry 0 names it, and the one that was expected.
            case logDiffers
            /// Arguments: the size that the head states, and how many entries there are.
            case sizeDiffers
            /// Arguments: the root that the head states, and that of the entries.
            case rootDiffers
            /// Arguments: how many valid cosignatures there are.
            case quorumNotMet
            /// Argument: the name of a witness that cosigned.
            case cosigned
            /// Argument: level and place of a hash that is not that of the entries.
            case nodeDiffers
            /// Arguments: size and origin of a head that somebody holds, and why it is not one that the log signed.
            case heldNotSigned
            /// Arguments: size of a head that somebody holds, and of this record.
            case wentBack
            /// Argument: the size at which another head is held.
            case forked
            /// Arguments: the sizes of two heads that the log signed and that no history joins; there is a proof.
            case forkProved
            /// Arguments: text digest, line and column with what stands there.
            case textForm
            /// Arguments: text digest, the byte where the ranges part.
            case clausePartition
            /// Arguments: text digest, clause.
            case clauseDigest
            /// Arguments: text digest, clause.
            case clauseUnknown
            /// Arguments: the digest stated and the one that results.
            case alterationResult
            /// Arguments: text digest, how often the words before stand in the clause.
            case alterationPlace
            /// Argument: digest.
            case attachmentMissing
            /// Arguments: the digest asked for and that of what is attached.
            case attachmentDiffers
            /// Arguments: instrument, and whether its copies are identical.
            case copies
            /// Arguments: how many sealed acts are opened, withheld, destroyed.
            case seals
            /// Arguments: origin of the record that this one succeeds, its size, why it ended.
            case predecessor
            /// The record names none.
            case predecessorMissing
            /// Argument: what is other in the record that was brought along.
            case predecessorDiffers
            /// Argument: the size up to which the record brought along is the one that is named.
            case predecessorHeld
            /// Arguments: name of a file of an export, and what is wrong with it.
            case file
        }

        package let code: Code
        package let entry: Int?
        package let arguments: [String]

        package init(_ code: Code, entry: Int? = nil, _ arguments: String...) {
            self.code = code
            self.entry = entry
            self.arguments = arguments
        }

        init(_ refusal: AdmissionRefusal, entry: Int) {
            code = Code(rawValue: refusal.code) ?? .form
            self.entry = entry
            arguments = [refusal.description]
        }
    }
}
