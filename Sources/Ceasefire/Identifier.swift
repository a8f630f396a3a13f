/// A neutral name of something in the record: a lower-case slug such as `azerbaijan` or `letter-baku`.
///
/// The noun keeps a place from being taken for a person. Equality and order are those of the text.
public struct Identifier<Noun>: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let text: String

    /// `nil` unless `text` is 1 to 64 characters of `a–z`, `0–9`, `-` and `.` and begins with a letter or digit.
    public init?(_ text: String) {
        let bytes = text.utf8
        guard (1...64).contains(bytes.count) else { return nil }
        for (position, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): continue
            case UInt8(ascii: "-"), UInt8(ascii: "."): guard position > 0 else { return nil }
            default: return nil
            }
        }
        self.text = text
    }

    private init(unchecked text: String) { self.text = text }

    public var description: String { text }

    public static func < (left: Self, right: Self) -> Bool { left.text < right.text }

    /// The same slug as the name of another noun.
    package func renamed<Other>(_ noun: Other.Type = Other.self) -> Identifier<Other> {
        Identifier<Other>(unchecked: text)
    }
}

public enum ParticipantNoun: Sendable {}
public enum PlaceNoun: Sendable {}
public enum MeetingNoun: Sendable {}
public enum InstrumentNoun: Sendable {}
public enum ClauseNoun: Sendable {}
public enum BracketNoun: Sendable {}
public enum AlternativeNoun: Sendable {}
public enum CopyNoun: Sendable {}
public enum LineNoun: Sendable {}
public enum RuleNoun: Sendable {}
public enum UndertakingNoun: Sendable {}
public enum IssueNoun: Sendable {}
public enum MatterNoun: Sendable {}

/// A party, a person or a body: whoever can act in the record.
public typealias ParticipantID = Identifier<ParticipantNoun>
public typealias PlaceID = Identifier<PlaceNoun>
public typealias MeetingID = Identifier<MeetingNoun>
public typealias InstrumentID = Identifier<InstrumentNoun>
public typealias ClauseID = Identifier<ClauseNoun>
public typealias BracketID = Identifier<BracketNoun>
public typealias AlternativeID = Identifier<AlternativeNoun>
public typealias CopyID = Identifier<CopyNoun>
public typealias LineID = Identifier<LineNoun>
public typealias RuleID = Identifier<RuleNoun>
public typealias UndertakingID = Identifier<UndertakingNoun>
public typealias IssueID = Identifier<IssueNoun>
/// What a rule refers to beside instruments: a question, a performance, a finding, a thing received.
public typealias MatterID = Identifier<MatterNoun>

extension ClauseID {
    /// A text whose clauses nobody listed, taken as one.
    public static var whole: ClauseID { Identifier<ClauseNoun>(unchecked: "whole") }
}

extension ParticipantID {
    /// In an effect rule: whichever party the question is asked for. No participant can be listed by this name.
    public static var each: ParticipantID { Identifier<ParticipantNoun>(unchecked: "each") }
}
