package import Ceasefire

/// What `history.yaml` says about the history as a whole.
package struct HistoryHeader: Hashable, Sendable {
    package var title: String
    /// The log's origin, the key name of its checkpoints.
    package var origin: String
    package var isExercise: Bool
    package var home: HomeZone
    /// The language of free words, where an act states no other.
    package var language: String?
    package var keeper: HistoryOfficer
    /// Who attests; an exercise may do without.
    package var recorder: HistoryOfficer?
    /// Participants that get generated keys; in exercises only.
    package var founders: [HistoryFounder]
    package var audience: [ParticipantID]
    package var quotas: [Quota]
    /// The record that this one succeeds.
    package var predecessor: Predecessor?
    package var sources: [String: Source]
    /// The files with the acts, in their order.
    package var files: [String]
}

/// The keeper or the recorder of a history.
package struct HistoryOfficer: Hashable, Sendable {
    package var id: ParticipantID
    package var name: String
}

/// A participant of an exercise whose keys are generated when it is played.
package struct HistoryFounder: Hashable, Sendable {
    package var participant: ParticipantID
    package var kind: PartyKind
    package var role: Role
    package var names: [Name]
    /// How many root keys it gets.
    package var keys: Int
    /// How many of them replace a lost one; all, where absent.
    package var recovery: Int?
}
