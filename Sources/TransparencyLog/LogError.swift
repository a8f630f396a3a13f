/// What went wrong in this library, where, and which rule says so.
///
/// Two errors are equal when their codes are, so that a caller or a test compares what happened and not the
/// words it was told in.
public struct LogError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The kinds of failure.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// Text that is not strict base64 or lower-case hexadecimal.
        case malformedEncoding
        /// A hash that is not 32 bytes long.
        case malformedHash
        /// A verifier key, a private key or a key name that breaks its form.
        case malformedKey
        /// A note that breaks the signed-note form or exceeds its limits.
        case malformedNote
        /// A note text that is not a checkpoint.
        case malformedCheckpoint
        /// A signature whose timestamp or length breaks the cosignature form.
        case malformedCosignature
        /// A tile path or tile content that breaks its form.
        case malformedTile
        /// An entry bundle that breaks its form.
        case malformedBundle
        /// A `tlog-proof` file that breaks its form.
        case malformedProof
        /// A fork proof that breaks its form.
        case malformedFork
        /// A policy file that breaks its form.
        case malformedPolicy
        /// A witness request or response that breaks its form.
        case malformedRequest
        /// A frontier whose number of hashes does not fit its size.
        case malformedFrontier
        /// An entry longer than an entry bundle can hold.
        case entryTooLong
        /// A range, index or size that does not exist in the tree it was asked of.
        case outOfRange
        /// A node that its source does not hold.
        case missingNode
        /// A proof that does not lead to the expected root.
        case invalidProof
        /// Heads that do not contradict each other, where a fork was to be proved.
        case noFork
        /// A signature by a known key that does not verify.
        case invalidSignature
        /// No signature by any known key.
        case noKnownSignature
        /// A signature algorithm that this library names but cannot compute.
        case unsupportedAlgorithm
        /// A key that must not sign what it was asked to sign.
        case wrongKey
        /// A checkpoint whose cosignatures do not make the policy's quorum.
        case quorumNotMet
    }

    /// What kind of failure it is.
    public let code: Code
    /// What was wrong and where, as a sentence for a person.
    public let message: String
    /// The specification and section whose rule was broken, such as `signed-note v1.0.0, Format`.
    public let section: String

    /// An error of one kind, with its words and the rule behind it.
    public init(_ code: Code, _ message: String, section: String) {
        self.code = code
        self.message = message
        self.section = section
    }

    /// The message with the rule behind it in brackets.
    public var description: String { "\(message) [\(section)]" }

    /// Equality of the codes alone.
    public static func == (left: LogError, right: LogError) -> Bool { left.code == right.code }
}
