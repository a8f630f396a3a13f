import Testing

@testable import Ceasefire
@testable import Pages

@Suite struct `Sentences about May 1994` {
    @Test func `in force says for whom and since when`() throws {
        let may = try May1994()
        let effect = try #require(may.effect("azerbaijan"))
        #expect(may.catalogue.sentence(effect) == "In force for Azerbaijan since 12 May 1994, 00:01.")
    }

    @Test func `what holds for all is said once`() throws {
        let may = try May1994()
        let status = View(may.process).status(of: May1994.letters, at: "1994-05-12T12:00")
        #expect(
            may.catalogue.headline(status)
                == "In force for Azerbaijan, Armenia and Nagorno-Karabakh since 12 May 1994, 00:01. Observance: not assessed."
        )
    }

    @Test func `an appeal binds nobody`() throws {
        let may = try May1994()
        let status = View(may.process).status(of: May1994.protocolText, at: "1994-05-12")
        #expect(
            may.catalogue.headline(status)
                == "No effect intended: it appeals or declares, and binds nobody. Observance: not assessed.")
    }

    @Test func `without Babayan's letter it says what is missing`() throws {
        let may = try May1994(babayanSigns: false)
        let effect = try #require(may.effect("armenia"))
        #expect(effect.state == .pending)
        let open = effect.derivation.open.map { may.catalogue.sentence($0) }
        #expect(open.contains("No consent of Nagorno-Karabakh is recorded"))
        let said = effect.derivation.all.map { may.catalogue.sentence($0) }
        #expect(
            said.contains(
                "No consent of all of Azerbaijan, Armenia and Nagorno-Karabakh to the same text is recorded"))
    }

    @Test func `an effect that reaches back says so once, with its own date`() throws {
        let may = try May1994()
        let deemed = Derivation(.deemedFrom("1994-05-09"), .met)
        #expect(may.catalogue.sentence(deemed) == "Deemed in effect from 9 May 1994")
    }

    @Test func `an end and a suspension say towards whom`() throws {
        let may = try May1994()
        let left = Reason.ended(.denounced("armenia"), towards: ["armenia"])
        #expect(
            may.catalogue.sentence(Derivation(left, .met)) == "Ended towards Armenia: Armenia denounced it")
        let all = Reason.ended(.denounced("armenia"), towards: [])
        #expect(may.catalogue.sentence(Derivation(all, .met)) == "Ended: Armenia denounced it")
    }

    @Test func `what came about has a mark and a word of its own, and is no condition met`() throws {
        let may = try May1994()
        let reason = EndReason.relation(.suspends, by: May1994.letters, .entitled)
        let title = may.catalogue.title(May1994.letters)
        let suspended = may.catalogue.line(
            Derivation(.suspended(reason, until: nil, towards: ["armenia"]), .met))
        #expect(suspended.mark == "‖")
        #expect(suspended.word == "suspended towards Armenia")
        #expect(suspended.sentence == "\(title) suspends it")
        let ended = may.catalogue.line(Derivation(.ended(.denounced("armenia"), towards: []), .met))
        #expect([ended.mark, ended.word, ended.sentence] == ["○", "ended", "Armenia denounced it"])
        let applied = Evidence(
            entry: 1, act: "instrument.provisionallyApplied", actor: "armenia", party: nil,
            moment: "1994-05-09", account: nil)
        let provisional = may.catalogue.line(Derivation(.done(applied), .met))
        #expect([provisional.mark, provisional.word] == ["◐", "provisional"])
        let lapsed = may.catalogue.line(Derivation(.lapsed("begins"), .met))
        #expect([lapsed.mark, lapsed.word] == ["✕", "failed"])
        let met = may.catalogue.line(Derivation(.all, .met))
        #expect([met.mark, met.word, met.kind] == ["✓", "met", "met"])
        // Where accounts differ on it, that is what there is to say.
        let contested = may.catalogue.line(Derivation(.ended(.denounced("armenia"), towards: []), .contested))
        #expect(
            [contested.mark, contested.word, contested.sentence]
                == ["!", "contested", "Ended: Armenia denounced it"])
    }

    @Test func `a state has the same mark as what brought it about`() throws {
        let catalogue = try May1994().catalogue
        #expect(
            [EffectState.inForce, .suspended, .provisional, .ended, .failed, .contested].map {
                catalogue.mark($0)
            } == ["✓", "‖", "◐", "○", "✕", "!"])
    }

    @Test func `a succession says who takes whose place`() throws {
        let may = try May1994()
        func sentence(_ act: String) -> String {
            may.catalogue.sentence(
                Evidence(
                    entry: 1, act: act, actor: "armenia", party: "azerbaijan", moment: "1994-05-09",
                    account: nil))
        }
        #expect(sentence("party.succeeded") == "Armenia takes the place of Azerbaijan, 9 May 1994")
        #expect(sentence("party.merged") == "Azerbaijan merges into Armenia, 9 May 1994")
    }

    @Test func `a consent that does not count is told from none`() throws {
        let may = try May1994()
        var effect = try #require(may.effect("azerbaijan"))
        effect.state = .addressedNotBound
        #expect(
            may.catalogue.sentence(effect)
                == "Addressed, not bound: Azerbaijan. "
                + "Consent was expressed, and does not count: it still waits, or was withdrawn.")
        // How a successor came to its place is no consent.
        let succession = Reason.done(
            Evidence(
                entry: 9, act: "party.succeeded", actor: "azerbaijan", party: "armenia",
                moment: "1994-05-09", account: nil))
        for position in effect.derivation.parts.indices {
            effect.derivation.parts[position].parts = [Derivation(succession, .met)]
        }
        #expect(
            may.catalogue.sentence(effect) == "Addressed, not bound: Azerbaijan. No consent is recorded.")
    }

    @Test func `a part of an instrument is told by its clauses`() throws {
        let may = try May1994()
        var effect = try #require(may.effect("azerbaijan"))
        effect.except = ["2", "3"]
        #expect(
            may.catalogue.sentence(effect)
                == "In force for Azerbaijan (without clauses 2 and 3) since 12 May 1994, 00:01.")
        effect.scope = ["4"]
        effect.except = ["4.1"]
        #expect(
            may.catalogue.sentence(effect)
                == "In force for Azerbaijan (clause 4, without clause 4.1) since 12 May 1994, 00:01.")
    }

    @Test func `who has not joined yet is not spoken of as gone`() throws {
        let may = try May1994()
        var effect = try #require(may.effect("azerbaijan"))
        #expect(!effect.bonds.isEmpty)
        for position in effect.bonds.indices {
            effect.bonds[position].verdict = .missing
            effect.bonds[position].since = nil
        }
        #expect(may.catalogue.sentence(effect) == "In force for Azerbaijan since 12 May 1994, 00:01.")
    }

    @Test func `whoever came to its place after the end was never bound towards the other`() throws {
        let may = try May1994()
        var effect = try #require(may.effect("azerbaijan"))
        let since = effect.since?.lowerBound
        effect.bonds = [
            PartyEffect.Bond(towards: "armenia", verdict: .met, since: since, until: nil),
            PartyEffect.Bond(towards: "karabakh", verdict: .missing, since: nil, until: nil),
        ]
        #expect(may.catalogue.sentence(effect) == "In force for Azerbaijan since 12 May 1994, 00:01.")
        let end = try #require(since)
        effect.ends = [
            PartyEffect.Ending(at: end, reason: .denounced("armenia"), towards: "karabakh", entries: [9])
        ]
        let sentence = may.catalogue.sentence(effect)
        #expect(sentence.contains(", towards Armenia, not towards "))
        #expect(!sentence.contains("no longer"))
    }

    @Test func `a day that was interrupted says when`() throws {
        let may = try May1994()
        let (ended, revived): (Moment, Moment) = ("1994-05-12T08:00", "1994-05-12T18:00")
        let parts = DayPart.several([.until(ended.earliest), .from(revived.earliest)])
        #expect(may.catalogue.words(parts) == "until 08:00 and from 18:00")
    }

    @Test func `an inference says that it is one`() throws {
        let may = try May1994()
        let said = try #require(may.effect("armenia")).derivation.all.map { may.catalogue.sentence($0) }
        #expect(
            said.contains(
                "Vladimir Kazimirov gives notice of receipt, 11 May 1994, an inference of the recorder"))
    }

    @Test func `whoever of the two signed, the line is signed`() throws {
        let may = try May1994()
        let line = try #require(View(may.process).lines(of: May1994.protocolText).first)
        #expect(line.signed == .met)
        #expect(
            line.signatures.map { may.catalogue.sentence($0) } == [
                "Afiyaddin Jalilov signs for Azerbaijan, 8 May 1994, on the account of An encyclopaedia",
                "Rasul Guliyev signs for Azerbaijan, 8 May 1994, on the account of A database of agreements",
            ])
    }

    @Test func `an account that lost says so where its source is asked`() throws {
        var may = try May1994()
        try may.record(
            .reference(
                .settled(
                    IssueSettlement(
                        issue: "who-signed", alternative: "jalilov", acceptedBy: ["azerbaijan", "armenia"]))),
            on: "1994-05-20")
        let entry = may.process.entries.count - 1
        let database = View(may.process, accordingTo: "a database")
        let line = try #require(database.lines(of: May1994.protocolText).first)
        #expect(
            line.signatures.map { Catalogue(database).sentence($0) } == [
                "Rasul Guliyev signs for Azerbaijan, 8 May 1994, on the account of A database of agreements, "
                    + "settled otherwise by entry \(entry) for Azerbaijan and Armenia"
            ])
    }

    @Test func `what is held in escrow says what it waits for`() throws {
        let may = try May1994()
        #expect(
            may.catalogue.sentence(Derivation(.escrow, .missing))
                == "Held in escrow: not every party's line bears a signature that counts")
    }

    @Test func `what divides is a question with its accounts`() throws {
        let may = try May1994()
        #expect(
            View(may.process).divisions(at: "1994-05-12").map { may.catalogue.sentence($0) } == [
                "Who signed for Azerbaijan? An encyclopaedia: Jalilov signed. A database of agreements: Guliyev signed."
            ])
    }

    @Test func `a refusal says what was wrong and what to do`() {
        #expect(
            Catalogue.sentence(.unknown(.person, "nobody"))
                == "The record knows no person called “nobody”. Bring it in first, or correct the name.")
        let refusals: [Refusal] = [
            .unknown(.line, "a"), .taken(.copy, "a", by: 3),
            .notEntitled("keeper", act: "signature.affixed", needs: "a key"),
            .attestationIncomplete(missing: "the source"), .overtaken(.line, "a", by: 4),
            .closed(.line, "a", by: nil),
            .opening("the process is open already"), .malformed("two lines are called a"),
            .quotaExceeded("keeper", perDay: 5, until: Instant(milliseconds: 0)),
            .quotaExceeded("keeper", perDay: 0, until: nil),
        ]
        for refusal in refusals { #expect(Catalogue.sentence(refusal).hasSuffix(".")) }
    }
}

@Suite struct `Dates in words` {
    let catalogue: Catalogue

    init() throws { catalogue = try May1994().catalogue }

    @Test func `an instant is written out with zone and offset`() {
        #expect(
            catalogue.full(("1994-05-12T00:01" as Moment).earliest) == "12 May 1994, 00:01, Asia/Baku, UTC+4")
    }

    @Test func `a moment is as precise as it was given`() {
        func words(_ edtf: String, _ from: Moment, _ to: Moment) -> String {
            catalogue.words(Moment(edtf: edtf, offset: .baku, earliest: from.earliest, latest: to.latest))
        }
        #expect(words("1994-05-09", "1994-05-09", "1994-05-09") == "9 May 1994")
        #expect(words("1993-12", "1993-12-01", "1993-12-31") == "December 1993")
        #expect(words("1995-02-04/1995-02-06", "1995-02-04", "1995-02-06") == "4 to 6 February 1995")
        #expect(words("1994-05-09?", "1994-05-09", "1994-05-09") == "probably 9 May 1994")
        #expect(words("1994", "1994-01-01", "1994-12-31") == "1994")
    }

    @Test func `half hours and Greenwich have their offsets`() throws {
        #expect(catalogue.offset(try #require(UTCOffset(minutes: 210))) == "UTC+3:30")
        #expect(catalogue.offset(try #require(UTCOffset(minutes: -240))) == "UTC−4")
        #expect(catalogue.offset(.utc) == "UTC")
    }

    @Test func `a day without an hour says so`() {
        let day: Moment = "1994-05-09"
        #expect(catalogue.short(day.earliest...day.latest) == "9 May 1994, hour not known")
    }

    @Test func `a clock says between which hours it runs, and what leaves it open`() {
        let (hour, day): (Moment, Moment) = ("1994-05-08T10:00", "1994-05-09")
        func sentence(_ clock: UndertakingView.Clock, _ choices: [Choice] = []) -> String {
            let undertaking = Undertaking(
                instrument: "truce", undertaking: "reply", modality: .must, what: "Reply.")
            return catalogue.clock(
                of: UndertakingView(
                    undertaking: undertaking, entry: 1, clock: clock, deadline: nil, choices: choices))
        }
        let range = hour.earliest...day.earliest
        #expect(
            sentence(.ranOut(at: range))
                == "The time ran out between 8 May 1994, 10:00, Asia/Baku, UTC+4 and 9 May 1994, 00:00, Asia/Baku, UTC+4; nothing in the record says that it was done."
        )
        #expect(
            sentence(.done(at: hour.earliest...hour.earliest, late: true))
                == "Done on 8 May 1994, 10:00, late.")
        #expect(
            sentence(.contested, [.time(entry: 7, "")])
                == "It is not certain when it is due, or whether it was done in time; what differs: the exact time of entry 7."
        )
    }
}
