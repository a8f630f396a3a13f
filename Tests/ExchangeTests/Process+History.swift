import Ceasefire
import Testing

@testable import Exchange

extension Process {
    /// The process that a history tells, as the rules admit it; without signatures and log.
    init(telling history: History) throws {
        self.init()
        let key = Key(algorithm: .ed25519, spki: "-")
        var founders = [
            Founder(participant: history.header.keeper.id, kind: .organisation, role: .keeper, keys: [key])
        ]
        if let recorder = history.header.recorder {
            founders.append(
                Founder(participant: recorder.id, kind: .organisation, role: .recorder, keys: [key]))
        }
        for founder in history.header.founders {
            founders.append(
                Founder(
                    participant: founder.participant, kind: founder.kind, role: founder.role,
                    names: founder.names,
                    keys: [key]))
        }
        let opening = ProcessOpening(
            origin: history.header.origin, log: "-", rules: 1, title: history.header.title,
            home: history.header.home,
            exercise: history.header.isExercise, founders: founders)
        let start = history.acts.first?.received ?? Instant(milliseconds: 0)
        try admit(
            Entry(
                index: 0, received: start, author: history.header.keeper.id,
                act: .participation(.opened(opening))))
        for act in history.acts {
            let recorder = history.header.recorder?.id
            let author = try #require(act.by ?? recorder)
            try admit(
                Entry(
                    index: act.number, received: act.received ?? start, author: author,
                    actor: act.actor == author ? nil : act.actor, onBehalfOf: act.onBehalfOf,
                    occurred: act.occurred,
                    source: act.source, language: act.language, act: act.act))
        }
    }
}
