import Testing

@testable import Ceasefire

@Suite struct `May 1994` {
    static let sides: [ParticipantID] = ["azerbaijan", "armenia", "karabakh"]
    static let letters: InstrumentID = "ceasefire-letters"
    static let protocolText: InstrumentID = "bishkek-protocol"

    /// A letter: its own head, and the operative words that all three share or not.
    static func letter(
        _ text: TextDigest, head: TextDigest, words: TextDigest, in chronicle: inout Chronicle
    ) throws {
        try chronicle.table(
            text, of: letters,
            clauses: [
                Clause(id: "head", part: .letterhead, start: 0, end: 10, digest: head),
                Clause(id: "1", part: .operative, start: 10, end: 90, digest: words),
            ])
    }

    /// The three letters and the mediator's notice; without Babayan's, or with other words in it, if asked.
    static func ministers(
        babayanSigns: Bool = true, babayansWords: TextDigest = .text("0"), notice: Bool = true
    ) throws
        -> Chronicle
    {
        var chronicle = try Chronicle("azerbaijan", "armenia", "karabakh")
        try chronicle.list("kazimirov", .person, as: .depositary)
        try chronicle.accredit("mamedov", for: "azerbaijan")
        try chronicle.accredit("sargsyan", for: "armenia")
        try chronicle.accredit("babayan", for: "karabakh")
        try chronicle.introduce(letters, sides, form: .identicalLetters, kind: .letter)
        try letter(.text("a"), head: .text("1"), words: .text("0"), in: &chronicle)
        try letter(.text("b"), head: .text("2"), words: .text("0"), in: &chronicle)
        try letter(.text("c"), head: .text("3"), words: babayansWords, in: &chronicle)
        try chronicle.copy("baku", of: letters, .identicalLetter, bearing: .text("a"))
        try chronicle.copy("yerevan", of: letters, .identicalLetter, bearing: .text("b"))
        try chronicle.copy("stepanakert", of: letters, .identicalLetter, bearing: .text("c"))
        try chronicle.rule(
            letters, sides,
            begins: .all([
                .at("1994-05-12T00:01"), .event(.received(by: "kazimirov", "identical-signed-copies")),
                .consents(sameText: true),
            ]))
        try chronicle.sign(
            letters, by: "mamedov", for: "azerbaijan", line: "azerbaijan", copy: "baku", on: "1994-05-09")
        try chronicle.sign(
            letters, by: "sargsyan", for: "armenia", line: "armenia", copy: "yerevan", on: "1994-05-10")
        if babayanSigns {
            try chronicle.sign(
                letters, by: "babayan", for: "karabakh", line: "karabakh", copy: "stepanakert",
                on: "1994-05-11")
        }
        if notice {
            try chronicle.attest(
                .effect(.receipted(ReceiptNotice(instrument: letters, matter: "identical-signed-copies"))),
                by: "kazimirov", on: "1994-05-11", source: .memoirs)
        }
        return chronicle
    }

    @Test func `the letters carry the ceasefire from one minute past midnight on 12 May`() throws {
        let chronicle = try Self.ministers()
        for side in Self.sides {
            #expect(try chronicle.state(of: Self.letters, for: side, at: "1994-05-11") == .pending)
            #expect(try chronicle.state(of: Self.letters, for: side, at: "1994-05-12T00:00") == .pending)
            let effect = try chronicle.effect(of: Self.letters, for: side, at: "1994-05-12T00:01")
            #expect(effect.state == .inForce)
            #expect(effect.verdict == .met)
            #expect(effect.since == "1994-05-12T00:01"..."1994-05-12T00:01")
            #expect(effect.bonds.map(\.towards).count == 2)
        }
    }

    @Test func `a bare date is answered by the part of the day`() throws {
        let chronicle = try Self.ministers()
        func part(_ date: Moment) throws -> DayPart? {
            try chronicle.effect(of: Self.letters, for: "armenia", at: date).dayPart
        }
        #expect(try part("1994-05-11") == .no)
        #expect(try part("1994-05-12") == .from("1994-05-12T00:01"))
        #expect(try part("1994-05-13") == .allDay)
    }

    @Test func `without Babayan's letter nothing is in force, and why names it`() throws {
        let chronicle = try Self.ministers(babayanSigns: false)
        let effect = try chronicle.effect(of: Self.letters, for: "azerbaijan", at: "1994-05-13")
        #expect(effect.state == .pending)
        #expect(effect.derivation.contains(.missing) { $0 == .partyConsents("karabakh") })
        #expect(effect.derivation.contains(.met) { $0 == .partyConsents("armenia") })
        let karabakh = try chronicle.effect(of: Self.letters, for: "karabakh", at: "1994-05-13")
        #expect(
            karabakh.derivation.contains(.missing) {
                if case .consentToBeBound("karabakh", _) = $0 { true } else { false }
            })
    }

    @Test func `one other word in Babayan's letter, and the texts are not the same`() throws {
        let chronicle = try Self.ministers(babayansWords: .text("9"))
        let effect = try chronicle.effect(of: Self.letters, for: "azerbaijan", at: "1994-05-13")
        #expect(effect.state == .pending)
        #expect(effect.derivation.contains(.met) { $0 == .partyConsents("karabakh") })
        #expect(effect.derivation.contains(.missing) { $0 == .sameText(Self.sides) })
        #expect(chronicle.view.identicality(of: ["baku", "stepanakert"], of: Self.letters) == .different)
        #expect(
            chronicle.view.identicality(of: ["baku", "yerevan"], of: Self.letters) == .identicalAsAttested)
    }

    @Test func `without the mediator's notice the hour alone brings nothing`() throws {
        let chronicle = try Self.ministers(notice: false)
        let effect = try chronicle.effect(of: Self.letters, for: "armenia", at: "1994-05-13")
        #expect(effect.state == .pending)
        #expect(
            effect.derivation.contains(.missing) {
                $0 == .event(.received(by: "kazimirov", "identical-signed-copies"))
            })
    }

    @Test func `the answer rests on the notice, whose entry why names`() throws {
        let chronicle = try Self.ministers()
        let effect = try chronicle.effect(of: Self.letters, for: "armenia", at: "1994-05-13")
        let notice = try #require(
            chronicle.process.entries.last { if case .effect(.receipted) = $0.act { true } else { false } })
        #expect(effect.derivation.allEntries.contains(notice.index))
    }

    // MARK: The protocol

    static func jalilovOrGuliyev(_ chronicle: inout Chronicle) throws {
        func claim(_ person: ParticipantID) -> Claim {
            Claim(
                actor: person, onBehalfOf: "azerbaijan", occurred: "1994-05-08",
                act: .signing(
                    .signed(
                        Signature(
                            instrument: protocolText, line: "azerbaijan", copy: "photocopy-baku", medium: .ink
                        ))))
        }
        try chronicle.account(
            "who-signed", "jalilov", from: .article, on: "1994-05-08", claims: [claim("jalilov")])
        try chronicle.account(
            "who-signed", "guliyev", from: .database, on: "1994-05-08", claims: [claim("guliyev")])
    }

    static func parliamentarians() throws -> Chronicle {
        var chronicle = try Chronicle("azerbaijan", "armenia", "karabakh")
        try chronicle.accredit("jalilov", "guliyev", "bakhmanov", for: "azerbaijan")
        try chronicle.accredit("ararktsyan", for: "armenia")
        try chronicle.list("russia", .state, as: .mediator)
        try chronicle.accredit("shumeyko", for: "russia", as: .mediator)
        try chronicle.introduce(
            protocolText, sides, intent: .none, kind: .protocol,
            lines: [
                Line(line: "azerbaijan", role: .party, party: "azerbaijan", name: "jalilov"),
                Line(line: "artsakh", role: .party, party: "karabakh"),
                Line(line: "armenia", role: .party, party: "armenia", name: "ararktsyan"),
                Line(line: "russia", role: .mediator, party: "russia", name: "shumeyko"),
            ])
        try chronicle.table(.text("a"), of: protocolText)
        try chronicle.copy("original", of: protocolText, bearing: .text("a"))
        try chronicle.copy("photocopy-baku", of: protocolText, .photocopy, bearing: .text("a"))
        try chronicle.sign(
            protocolText, by: "ararktsyan", line: "armenia", copy: "original", on: "1994-05-05")
        try chronicle.sign(protocolText, by: "shumeyko", line: "russia", copy: "original", on: "1994-05-05")
        for (clause, from, to): (ClauseID, TextDigest, TextDigest) in [
            ("5", .text("a"), .text("b")), ("4", .text("b"), .text("c")),
        ] {
            try chronicle.attest(
                .text(
                    .altered(
                        Alteration(
                            instrument: protocolText, copy: "photocopy-baku", clause: clause, language: "ru",
                            before: "before", after: "after", hand: .handwritten, from: from, result: to))),
                on: "1994-05-08T10:00")
        }
        try chronicle.attest(
            .signing(
                .lineProposed(
                    LineProposal(
                        instrument: protocolText,
                        line: Line(line: "bakhmanov", role: .party, party: "azerbaijan"),
                        demandedBy: ["azerbaijan"]))),
            by: "jalilov", on: "1994-05-04")
        try chronicle.attest(
            .signing(
                .inscribed(
                    Inscription(
                        instrument: protocolText, line: "bakhmanov", name: "bakhmanov", hand: .handwritten,
                        copy: "photocopy-baku"))),
            on: "1994-05-08T11:00")
        return chronicle
    }

    @Test func `the protocol intends no effect and brought nothing into force`() throws {
        let chronicle = try Self.parliamentarians()
        let effect = try chronicle.effect(of: Self.protocolText, for: "armenia", at: "2000-01-01")
        #expect(effect.state == .noneIntended)
        #expect(effect.derivation.contains(.missing) { $0 == .noneIntended(Self.protocolText) })
        #expect(
            effect.derivation.contains(.met) {
                if case .consentToBeBound("armenia", _) = $0 { true } else { false }
            })
    }

    @Test func `Azerbaijan's consent is met, whoever of the two signed`() throws {
        var chronicle = try Self.parliamentarians()
        try Self.jalilovOrGuliyev(&chronicle)
        let why = try chronicle.effect(of: Self.protocolText, for: "azerbaijan", at: "1994-05-13").derivation
        let consent = try #require(
            why.all.first { if case .consentToBeBound("azerbaijan", _) = $0.reason { true } else { false } })
        #expect(consent.verdict == .met)
        #expect(consent.parts.map(\.verdict) == [.contested, .contested])
        let accounts = consent.parts.compactMap { part -> AlternativeID? in
            guard case .done(let evidence) = part.reason else { return nil }
            return evidence.account?.alternative
        }
        #expect(accounts == ["jalilov", "guliyev"])
    }

    @Test func `the line of Jalilov is signed on both accounts, and the rival accounts stay visible`() throws
    {
        var chronicle = try Self.parliamentarians()
        try Self.jalilovOrGuliyev(&chronicle)
        let line = try #require(chronicle.view.status(of: "azerbaijan", in: Self.protocolText))
        #expect(line.state == .signed)
        #expect(line.signed == .met)
        #expect(line.rivals == ["who-signed"])
        #expect(line.flags.contains(.signedByAnother))
        let database = View(chronicle.process, accordingTo: "database")
        let seen = try #require(database.status(of: "azerbaijan", in: Self.protocolText))
        #expect(seen.signatures.map(\.actor) == ["guliyev"])
        #expect(seen.rivals.isEmpty)
    }

    @Test func `Bakhmanov's name is inscribed by hand and never signed`() throws {
        let chronicle = try Self.parliamentarians()
        let line = try #require(chronicle.view.status(of: "bakhmanov", in: Self.protocolText))
        #expect(line.state == .inscribed)
        #expect(line.signed == .missing)
        #expect(line.demandedBy == ["azerbaijan"])
        #expect(line.flags.contains(.byHand))
    }

    @Test func `whether Bakhmanov signed is contested once one account says that he did`() throws {
        var chronicle = try Self.parliamentarians()
        try chronicle.account("bakhmanov-signed", "no", from: .article, on: "1994-05-09")
        try chronicle.account(
            "bakhmanov-signed", "yes", from: .memoirs, on: "1994-05-09",
            claims: [
                Claim(
                    actor: "bakhmanov", onBehalfOf: "azerbaijan", occurred: "1994-05-09",
                    act: .signing(
                        .signed(Signature(instrument: Self.protocolText, line: "bakhmanov", medium: .ink))))
            ])
        let view = chronicle.view
        #expect(view.status(of: "bakhmanov", in: Self.protocolText)?.signed == .contested)
        let article = View(chronicle.process, accordingTo: "encyclopaedia")
        #expect(article.status(of: "bakhmanov", in: Self.protocolText)?.signed == .missing)
        let memoirs = View(chronicle.process, accordingTo: "memoirs")
        #expect(memoirs.status(of: "bakhmanov", in: Self.protocolText)?.signed == .met)
    }

    @Test func `the two copies bear two texts, and exactly two alterations by hand`() throws {
        let view = try Self.parliamentarians().view
        #expect(view.texts(of: "original", of: Self.protocolText) == [.text("a")])
        #expect(view.texts(of: "photocopy-baku", of: Self.protocolText) == [.text("c")])
        #expect(view.identicality(of: ["original", "photocopy-baku"], of: Self.protocolText) == .different)
        #expect(
            view.alterations(of: Self.protocolText).map(\.alteration.hand) == [.handwritten, .handwritten])
    }

    @Test func `the line of Artsakh has no name printed`() throws {
        let line = try #require(try Self.parliamentarians().view.status(of: "artsakh", in: Self.protocolText))
        #expect(line.state == .blank)
        #expect(line.flags == [.nameLeftBlank])
    }

    @Test func `the mediator's signature binds nobody`() throws {
        let chronicle = try Self.parliamentarians()
        let why = try chronicle.effect(of: Self.protocolText, for: "russia", at: "1994-05-13").derivation
        #expect(
            why.contains(.missing) { if case .consentToBeBound("russia", _) = $0 { true } else { false } })
    }
}

@Suite struct `Names as printed` {
    @Test(arguments: [
        ("Mamedrafi Mamedov", "M. Mamedov", true), ("Vladimir Shumeyko", "V. Shumeyko", true),
        ("R. Guliyev", "Rasul Guliyev", true), ("Rasul Guliyev", "Afiyaddin Jalilov", false),
        ("Afiyaddin Jalilov", "Afiyaddin Jalilov", true), ("Mamedrafi Mamedov", "Mamedov", false),
    ])
    func `an initial agrees with the name that it begins`(_ name: String, _ printed: String, _ agrees: Bool) {
        #expect(View.agrees(name, printed) == agrees)
    }
}

@Suite struct `Texts at a time` {
    @Test func `before 8 May there is no copy in Baku and nothing is altered`() throws {
        let view = try `May 1994`.parliamentarians().view
        let text = `May 1994`.protocolText
        #expect(view.alterations(of: text, at: "1994-05-07").isEmpty)
        #expect(view.alterations(of: text, at: "1994-05-08").count == 2)
        #expect(view.texts(of: "photocopy-baku", of: text, at: "1994-05-07") == [.text("a")])
        #expect(view.texts(of: "photocopy-baku", of: text, at: "1994-05-08") == [.text("c")])
    }
}
