import Testing

@testable import Ceasefire

/// Who may perform what: every cell of the table, written down a second time.
@Suite struct `The table of rights` {
    /// k keeper, r recorder, s side, t third.
    static let cells: [(act: String, may: String)] = [
        ("process.opened", "k"), ("rules.adopted", "k"),
        ("account.stated", "krst"), ("dataset.attached", "krst"), ("entry.corrected", "krst"),
        ("entry.withdrawn", "krst"), ("key.compromised", "krst"),
        ("sealed.opened", "krst"), ("sealed.destroyed", "krst"),
        ("party.listed", "rst"), ("person.accredited", "rst"), ("place.named", "rst"),
        ("meeting.held", "rst"),
        ("instrument.introduced", "rst"), ("instrument.dated", "rst"), ("text.tabled", "rst"),
        ("alteration.proposed", "rst"), ("languages.aligned", "rst"), ("error.notified", "rst"),
        ("signing.opened", "rst"), ("line.proposed", "rst"), ("copy.made", "rst"), ("name.inscribed", "rst"),
        ("copy.transmitted", "rst"), ("rule.stated", "rst"), ("undertaking.stated", "rst"),
        ("instruments.related", "rst"),
        ("accreditation.revoked", "st"), ("key.replaced", "st"), ("standing.objected", "st"),
        ("standing.settled", "st"), ("seat.claimed", "st"), ("seat.settled", "st"), ("bracket.opened", "st"),
        ("bracket.closed", "st"), ("text.adopted", "st"), ("text.authenticated", "st"),
        ("text.abandoned", "st"),
        ("error.objected", "st"), ("line.objected", "st"), ("initials.affixed", "st"),
        ("signature.affixed", "st"),
        ("signature.confirmed", "st"), ("signature.refused", "st"), ("signature.withdrawn", "st"),
        ("declaration.made", "st"), ("objection.raised", "st"), ("copies.certified", "st"),
        ("performance.certified", "st"), ("question.decided", "st"), ("receipt.notified", "st"),
        ("issue.settled", "st"),
        ("powers.stated", "s"), ("party.split", "s"), ("party.merged", "s"), ("party.succeeded", "s"),
        ("party.dissolved", "s"), ("party.authorised", "s"), ("party.joinedCommand", "s"),
        ("bracket.supported", "s"), ("bracket.objected", "s"), ("consent.expressed", "s"),
        ("instrument.provisionallyApplied", "s"), ("instrument.denounced", "s"),
        ("finding.made", "t"),
    ]

    static let letters: [(Character, Rights.Position)] = [
        ("k", .keeper), ("r", .recorder), ("s", .side), ("t", .third),
    ]

    @Test(arguments: cells) func `each cell is as written`(_ row: (act: String, may: String)) {
        for (letter, position) in Self.letters {
            #expect(
                Rights.positions(for: row.act).contains(position) == row.may.contains(letter),
                "\(row.act), \(position)")
        }
    }

    @Test func `an unknown act is nobody's right`() {
        #expect(Rights.positions(for: "peace.made").isEmpty)
    }

    @Test func `everybody stands in the position of their role`() throws {
        var chronicle = try Chronicle("north")
        try chronicle.list("mediator")
        try chronicle.accredit("nadir", for: "north")
        let people: [(ParticipantID, Rights.Position)] = [
            ("keeper", .keeper), ("recorder", .recorder), ("nadir", .side), ("north", .side),
            ("mediator", .third),
        ]
        for (person, position) in people {
            #expect(chronicle.process.participation.position(of: person) == position)
        }
    }

    @Test func `a third makes findings and a side does not`() throws {
        var chronicle = try Chronicle("north")
        try chronicle.list("commission", as: .commissionMember)
        let finding = Act.monitoring(
            .found(Finding(finding: "one", facts: "shells fell", standard: .reported)))
        try chronicle.perform(finding, by: "commission")
        #expect(throws: Refusal.notEntitled("north", act: "finding.made", needs: "the position of third")) {
            try chronicle.perform(finding, by: "north")
        }
    }
}
