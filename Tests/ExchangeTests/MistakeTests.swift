import Testing

@testable import Exchange

@Suite struct `Mistakes in a history` {
    let harbour = HarbourHistory()

    @Test func `the harbour has none`() throws {
        #expect(try harbour.mistakes() == [])
    }

    @Test func `a misspelt member is named with what was meant`() throws {
        let mistaken = try harbour.replacing(
            "{instrument: truce, medium: ink}", by: "{instrument: truce, medum: ink}")
        #expect(
            try mistaken.mistakes() == [
                "acts.yaml:21: act 5 (signature.affixed): the member “medum” is unknown here. Did you mean “medium”?"
            ])
    }

    @Test func `a missing member is named`() throws {
        let mistaken = try harbour.replacing(", medium: ink}", by: "}")
        #expect(
            try mistaken.mistakes() == [
                "acts.yaml:21: act 5 (signature.affixed): the member “medium” is missing. Add it; "
                    + "docs/history-format.md has the members of each act."
            ])
    }

    @Test func `an unknown word is named with the nearest one`() throws {
        let mistaken = try harbour.replacing("kind: armedGroup", by: "kind: armedgroop")
        #expect(
            try mistaken.mistakes() == [
                "acts.yaml:4: act 2 (party.listed): “armedgroop” is not one of state, "
                    + "deFactoAuthority, armedGroup, organisation, person. Did you mean “armedGroup”?"
            ])
    }

    @Test func `a date that is none is shown`() throws {
        let mistaken = try harbour.replacing("when: 1921-06-01\n  label", by: "when: 1 June 1921\n  label")
        #expect(
            try mistaken.mistakes() == [
                "acts.yaml:23: act 5 (signature.affixed): “1 June 1921” is no date such as 1994, "
                    + "1994-05, 1994-05-08 or 1994-05-12T00:01. Write a date as precisely as it is known, a "
                    + "span as 1994-05-04/1994-05-05."
            ])
    }

    @Test func `an unknown source is named with the known ones`() throws {
        let mistaken = try harbour.replacing("source: {key: G, locator: page 1}", by: "source: Gazette")
        #expect(
            try mistaken.mistakes() == [
                "acts.yaml:25: act 5 (signature.affixed): there is no source “Gazette”. Known here: G."
            ])
    }

    @Test func `an unknown file is named with the nearest one`() throws {
        let mistaken = try harbour.replacing("text: truce.en.txt", by: "text: truce.txt")
        #expect(
            try mistaken.mistakes() == [
                "acts.yaml:12: act 4 (text.tabled): there is no file “truce.txt”. Did you mean "
                    + "“truce.en.txt”?"
            ])
    }

    @Test func `a file outside the folder is not read`() throws {
        let mistaken = try harbour.replacing("text: truce.en.txt", by: "text: ../../etc/passwd")
        #expect(
            try mistaken.mistakes() == [
                "acts.yaml:12: act 4 (text.tabled): the file “../../etc/passwd” lies outside the "
                    + "history. Put it into the folder of history.yaml and name it from there."
            ])
    }

    @Test func `a clause that does not begin where it is said to is named`() throws {
        let mistaken = try harbour.replacing("begins: \"2. It\"", by: "begins: \"2. Fire\"")
        #expect(
            try mistaken.mistakes() == [
                "acts.yaml:18: act 4 (text.tabled): no line of truce.en.txt after the beginning of "
                    + "clause 1 begins with “2. Fire”. Write the first words of the clause as they stand in "
                    + "the file."
            ])
    }

    @Test func `lines that belong to no clause are named`() throws {
        let mistaken = try harbour.replacing("begins: Truce of", by: "lines: 1")
        #expect(
            try mistaken.mistakes() == [
                "acts.yaml:16: act 4 (text.tabled): line 2 of truce.en.txt belongs to no clause. "
                    + "Together the clauses must be the whole file: let one of them cover it."
            ])
    }

    @Test func `a line that belongs to two clauses is named`() throws {
        let mistaken = try harbour.replacing("begins: Truce of", by: "lines: 1-3")
        #expect(
            try mistaken.mistakes() == [
                "acts.yaml:16: act 4 (text.tabled): line 3 of truce.en.txt belongs to clause title "
                    + "and to the one after it. Let each line belong to one clause."
            ])
    }

    @Test func `a text with a trailing space is shown by line and column`() throws {
        let mistaken = try harbour.replacing("at noon.", by: "at noon. ", in: "truce.en.txt")
        #expect(
            try mistaken.mistakes() == [
                "acts.yaml:12: act 4 (text.tabled): truce.en.txt, line 3, column 24: a space at the "
                    + "end of the line. A text is UTF-8 in NFC with LF, one of them at the end, and nothing "
                    + "invisible."
            ])
    }

    @Test func `an alteration that the files do not show is refused`() throws {
        var mistaken = harbour.adding(
            """
            - text.tabled: {instrument: truce, text: second.en.txt, language: en, basis: transcription}
              when: 1921-06-01
              source: G
            - alteration.proposed:
                instrument: truce
                clause: "2"
                language: en
                before: ten days
                after: two weeks
                hand: typed
                from: truce.en.txt
                result: second.en.txt
              when: 1921-06-01
              source: G

            """)
        mistaken.files["second.en.txt"] =
            "Truce of the harbour\n\n1. Fire ceases at one.\n\n2. It ceases for two weeks.\n"
        #expect(
            try mistaken.mistakes() == [
                "acts.yaml:33: act 7 (alteration.proposed): “ten days” replaced by “two weeks” in "
                    + "truce.en.txt does not give second.en.txt. Let the two files differ in these words "
                    + "only."
            ])
    }

    @Test func `a label that is there twice is named with the first act`() throws {
        let mistaken = harbour.adding(
            """
            - signature.affixed: {instrument: truce, medium: ink}
              actor: south
              when: 1921-06-02
              label: signed
              source: G

            """)
        #expect(
            try mistaken.mistakes() == [
                "acts.yaml:29: act 6 (signature.affixed): act 5 has the label “signed” already. Give "
                    + "each label to one act."
            ])
    }

    @Test func `a label that nobody has is named with the nearest one`() throws {
        let mistaken = harbour.adding(
            """
            - entry.withdrawn: {entry: singed}
              when: 1921-06-02
              source: G

            """)
        #expect(
            try mistaken.mistakes() == [
                "acts.yaml:26: act 6 (entry.withdrawn): no act before this one has the label "
                    + "“singed”. Did you mean “signed”?"
            ])
    }

    @Test func `an unknown act is named with the nearest one`() throws {
        let mistaken = try harbour.replacing("signature.affixed", by: "signature.afixed")
        #expect(
            try mistaken.mistakes() == [
                "acts.yaml:21: act 5 (signature.afixed): there is no act “signature.afixed”. Did you "
                    + "mean “signature.affixed”?"
            ])
    }

    @Test func `an unknown member beside an act is named`() throws {
        let mistaken = try harbour.replacing("actor: north", by: "acter: north")
        #expect(
            try mistaken.mistakes() == [
                "acts.yaml:22: act 5 (signature.affixed): the member “acter” is unknown beside an "
                    + "act. Did you mean “actor”?"
            ])
    }

    @Test func `an attested act says when and where it is written`() throws {
        let mistaken = try harbour.replacing(
            "  when: 1921-06-01\n  label: signed\n  source: {key: G, locator: page 1}\n", by: "")
        #expect(
            try mistaken.mistakes() == [
                "acts.yaml:21: act 5 (signature.affixed): nothing says when this happened. Add "
                    + "“when:” with a date.",
                "acts.yaml:21: act 5 (signature.affixed): nothing says where this is written. Add "
                    + "“source:” with one of G.",
            ])
    }

    @Test func `a history that is no exercise has no performed acts and no pretended clock`() throws {
        let mistaken = try harbour.replacing("actor: north", by: "by: north\n  received: 1921-06-01T10:00")
        #expect(
            try mistaken.mistakes() == [
                "acts.yaml:22: act 5 (signature.affixed): “by” stands in a history that is no "
                    + "exercise. Leave it out: the recorder attests every act.",
                "acts.yaml:23: act 5 (signature.affixed): “received” stands in a history that is no "
                    + "exercise. Leave it out: the recorder attests every act.",
            ])
    }

    @Test func `a history that is no exercise generates no keys`() throws {
        let mistaken = harbour.adding(
            """
            - person.accredited: {person: anna, party: north, capacity: signatory, key: generated}
              when: 1921
              source: G

            """
        ).adding("founders: [{participant: north, kind: state, role: party}]\n", to: "history.yaml")
        #expect(
            try mistaken.mistakes() == [
                "history.yaml:9: founders stand in a history that is no exercise. List the parties by "
                    + "“party.listed”: nobody's key is invented.",
                "acts.yaml:26: act 6 (person.accredited): a key is generated in a history that is no "
                    + "exercise. Leave “key” out: nobody's key is invented.",
            ])
    }

    @Test func `a zone that nobody knows is named`() throws {
        let mistaken = try harbour.replacing(
            "when: 1921-06-01\n  label", by: "when: 1921-06-01\n  zone: Europe/Atlantis\n  label")
        #expect(
            try mistaken.mistakes() == [
                "acts.yaml:23: act 5 (signature.affixed): nobody knows the clock of the zone "
                    + "“Europe/Atlantis” on that day. Write it as in the time zone database, such as "
                    + "Asia/Baku, or list it under “zones” in the header."
            ])
    }

    @Test func `a condition that is none is shown with what was meant`() throws {
        let mistaken = harbour.adding(
            """
            - rule.stated:
                instrument: truce
                rule: noon
                begins:
                  all:
                    - at: 1921-06-02T12:00
                    - consnts: {parties: [north, south], text: same}
              when: 1921-06-01
              source: G

            """)
        #expect(
            try mistaken.mistakes() == [
                "acts.yaml:32: act 6 (rule.stated): begins.all[1]: no condition: one of at, all, any, "
                    + "atLeast, after, unless, consent, consents, received, decided, performed, found, "
                    + "objected, inForce. Did you mean “consents”?"
            ])
    }

    @Test func `the mistakes of all acts and files are shown at once`() throws {
        let mistaken = try harbour.replacing("kind: state", by: "kind: sate").replacing(
            "source: {key", by: "source: {kee"
        )
        .replacing("title: The truce", by: "titel: The truce", in: "history.yaml")
        #expect(
            try mistaken.mistakes() == [
                "history.yaml:1: the member “titel” is unknown in the header. Did you mean “title”?",
                "acts.yaml:1: act 1 (party.listed): “sate” is not one of state, deFactoAuthority, "
                    + "armedGroup, organisation, person. Did you mean “state”?",
                "acts.yaml:25: act 5 (signature.affixed): a source is named by its key, not by "
                    + "members. Write “source: S” or “source: {key: S, locator: …}”.",
            ])
    }

    @Test func `anchors and aliases are refused before they unfold`() throws {
        let bomb = try harbour.replacing("names: [North]", by: "names: &north [North]")
            .replacing("names: [South]", by: "names: [*north, *north]")
        #expect(
            try bomb.mistakes() == [
                "acts.yaml:1: anchors (&name) and aliases (*name) are not read. Write the value out "
                    + "again."
            ])
        let lonely = try harbour.replacing("names: [North]", by: "names: &north [North]")
        #expect(
            try lonely.mistakes() == [
                "acts.yaml:1: anchors (&name) and aliases (*name) are not read. Write the value out "
                    + "again."
            ])
    }

    @Test func `a file that is not YAML is shown by its line`() throws {
        let mistaken = try harbour.replacing(
            "kind: state, role: party, names: [North]}", by: "kind: state, role: party, names: [North}")
        #expect(
            try mistaken.mistakes() == [
                "acts.yaml:1: the YAML cannot be read (while parsing a flow sequence: did not find "
                    + "expected ',' or ']'). Look at the indentation and the quotes there; a text with “: ” "
                    + "or “ #” in it is quoted."
            ])
    }

    @Test func `a member that stands twice is shown`() throws {
        let mistaken = try harbour.replacing("  actor: north\n", by: "  actor: north\n  actor: south\n")
        #expect(
            try mistaken.mistakes() == [
                "acts.yaml:22: the member “actor” stands here twice. Keep one of them."
            ])
    }

    @Test func `a header without its files is shown`() throws {
        let mistaken = try harbour.replacing("acts: [acts.yaml]", by: "acts: [act.yaml]", in: "history.yaml")
        #expect(
            try mistaken.mistakes() == [
                "history.yaml:8: there is no file “act.yaml”. Did you mean “acts.yaml”?"
            ])
    }

    @Test func `a folder without a header is shown`() throws {
        var mistaken = harbour
        mistaken.files["history.yaml"] = nil
        #expect(
            try mistaken.mistakes() == [
                "history.yaml: there is no file “history.yaml”. Name it as it lies below the folder "
                    + "of history.yaml."
            ])
    }
}
