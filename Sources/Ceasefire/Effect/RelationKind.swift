/// How the subject bears on the object.
public enum RelationKind: String, Hashable, Sendable, CaseIterable {
    case confirms
    case reaffirms
    case interprets
    case implements
    case endorses
    case extends
    case amends
    case replacesBeforeEffect
    case suspends
    case terminates
    case supersedes
    case nestedIn
    case succeeds
    case rivalVersionOf
}
