import Ceasefire

/// Who takes part, under which names, as what, and how the others see that.
package struct ParticipantsPage: Sendable {
    let frame: PageFrame

    package init(_ frame: PageFrame) { self.frame = frame }

    package func html(_ renderer: Renderer) -> String {
        let all = frame.view.process.participation.order.compactMap {
            frame.view.participant($0, at: frame.time)
        }
        let sides = all.filter { $0.participant.role == .party && $0.participant.kind != .person }
        let people = all.filter { $0.participant.kind == .person }
        let others = all.filter { $0.participant.role != .party && $0.participant.kind != .person }
        let contested = sides.filter { side in
            side.standing.contains { $0.settled == nil } || side.seat?.isDisputed == true
        }
        let headline =
            contested.isEmpty
            ? "\(catalogue.count(sides.count, "side", "sides").sentenceCased) and \(catalogue.count(people.count + others.count, "other participant", "other participants"))."
            : "The participation of \(catalogue.names(contested.map(\.id))) is disputed."
        let content: Content = [
            "headline": headline
                + (all.allSatisfy { !acts($0) }
                    ? " None of them holds a key: what they did is attested by others." : ""),
            "groups": [
                ["title": "Sides", "id": "sides", "participants": sides.map(participant)] as Content,
                ["title": "Persons", "id": "persons", "participants": people.map(participant)] as Content,
                [
                    "title": "Mediators and other bodies", "id": "others",
                    "participants": others.map(participant),
                ] as Content,
            ],
            "places": places, "meetings": meetings,
        ]
        return frame.render(renderer, title: "Participants", "participants", content)
    }

    private var catalogue: Catalogue { frame.catalogue }

    private func participant(_ view: ParticipantView) -> Content {
        let parties = view.participant.parties
        let acting = parties.isEmpty ? "" : ", for \(catalogue.names(parties))"
        let title = view.participant.title.map { ", \($0)" } ?? ""
        return [
            "id": view.id.text, "name": catalogue.name(view.id),
            "what":
                "\(catalogue.word(view.participant.kind)), \(catalogue.word(view.participant.role))\(acting)\(title)",
            "named": view.participant.names.count > 1,
            "names": view.participant.names.count > 1 ? names(view.participant.names) : [],
            "disclaimers": view.participant.disclaimers.map { ["words": $0] as Content },
            "standing": view.standing.map(objection),
            "powers": view.powers.map { power -> Content in
                [
                    "words": "\(catalogue.word(power.state)), says \(catalogue.name(power.by.actor))",
                    "entry": power.by.entry, "href": frame.query.link(.entry(power.by.entry)),
                ]
            },
            "seat": view.seat.map(seat) ?? "", "changes": view.changes.map(change),
            "keys": acts(view) ? "Holds a key of its own." : "",
        ]
    }

    /// Whether the participant can act here itself; keeper and recorder only write down what others do.
    private func acts(_ view: ParticipantView) -> Bool {
        !view.participant.keys.isEmpty && view.participant.role != .keeper
            && view.participant.role != .recorder
    }

    private func names(_ names: [Name]) -> [Content] {
        names.map { name in
            let by = name.usedBy.isEmpty ? "" : "so called by \(catalogue.names(name.usedBy))"
            return ["text": name.text, "language": name.language ?? "und", "by": by]
        }
    }

    private func objection(_ objection: ParticipantView.Objection) -> Content {
        let who = catalogue.name(objection.by.actor)
        let party =
            objection.by.party.flatMap { $0 == objection.by.actor ? nil : " for \(catalogue.name($0))" } ?? ""
        let ground = objection.ground.map { ": \($0)" } ?? "."
        let settled = objection.settled.map { settled in
            "Settled: \(catalogue.word(settled.manner)). \(settled.words ?? "")"
        }
        return [
            "words": "\(who)\(party) objected, \(catalogue.words(objection.by.moment))\(ground)",
            "entry": objection.by.entry,
            "href": frame.query.link(.entry(objection.by.entry)), "settled": settled ?? "Not settled.",
            "settledEntry": objection.settledIn ?? 0, "isSettled": objection.settledIn != nil,
            "settledHref": frame.query.link(.entry(objection.settledIn ?? 0)),
        ]
    }

    private func seat(_ seat: ParticipantView.Seat) -> String {
        let claim = "The seat is claimed by \(catalogue.names(seat.claimants))."
        guard let settlement = seat.settlement else {
            return claim + (seat.isDisputed ? " It is disputed." : "")
        }
        let settled = "\(claim) Settled on \(catalogue.names(settlement.holders))"
        guard seat.isDisputed else { return settled + "." }
        let acceptance =
            settlement.acceptedBy.isEmpty
            ? ", but nobody is recorded to have accepted that"
            : " for \(catalogue.names(settlement.acceptedBy)); disputed for the others"
        return settled + acceptance + "."
    }

    private func change(_ evidence: Evidence) -> Content {
        let entry = frame.view.process.entry(at: evidence.entry)
        return [
            "words":
                "\(catalogue.words(evidence.moment)): \(entry.map { catalogue.sentence(Fact($0)) } ?? evidence.act)",
            "entry": evidence.entry, "href": frame.query.link(.entry(evidence.entry)),
        ]
    }

    private var places: [Content] {
        frame.view.process.participation.places.values.sorted { $0.place < $1.place }.map { place in
            ["id": place.place.text, "names": names(place.names)]
        }
    }

    private var meetings: [Content] {
        frame.view.facts.compactMap { fact in
            guard case .participation(.met(let act)) = fact.act,
                fact.moment.earliest <= frame.time.lastInstant
            else { return nil }
            let people = act.attendance.map { attendance in
                catalogue.name(attendance.person)
                    + (attendance.party.flatMap { $0 == attendance.person ? nil : " (\(catalogue.name($0)))" }
                        ?? "")
            }
            return [
                "title": act.title, "when": catalogue.words(fact.moment),
                "place": act.place.map { catalogue.name($0) } ?? "",
                "people": catalogue.list(people), "outcome": act.outcome ?? "", "entry": fact.entry,
                "href": frame.query.link(.entry(fact.entry)),
            ]
        }
    }
}
