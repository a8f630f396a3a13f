/// What could not be computed, where, and what the caller can do about it.
///
/// Two errors are equal when their codes are, so that a caller or a test compares what happened and not the
/// words it was told in.
public struct StatisticsError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kinds of refusal.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// Nothing to compute from: no observation, no event, no effort.
        case noData
        /// Some data, but fewer than the method needs.
        case tooFewData
        /// Input that breaks its form: negative, not finite, or arrays whose lengths differ.
        case malformedInput
        /// Data that do not fix one answer: collinear columns, separated groups, everything censored.
        case notIdentified
        /// An iteration that did not settle within its bound.
        case notConverged
        /// A parameter outside the values for which the method is defined.
        case outOfRange
    }

    /// What kind of refusal it is.
    public let code: Code
    /// What was wrong, where, and what to do, as a sentence for a person.
    public let message: String

    /// A refusal of one kind, with its words.
    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// The message.
    public var description: String { message }

    /// Equality of the codes alone.
    public static func == (left: StatisticsError, right: StatisticsError) -> Bool { left.code == right.code }

    /// Hashes the code alone, as equality compares it alone.
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
