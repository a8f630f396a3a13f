import Ceasefire
import Foundation
import Record
import Testing
import TransparencyLog

@testable import Exchange

@Suite struct `Playing a history` {
    private func play(_ history: History) async throws -> (MemoryArchive, Ledger) {
        let archive = MemoryArchive()
        let key = try SigningKey(generatedFor: history.header.origin)
        let sequencer = try await Sequencer(archive: archive, key: key)
        var play = Play(history, with: sequencer, into: archive, log: "\(key.verifierKey)") {
            _ throws(KeyFault) in try PrivateKey()
        }
        #expect(try await play.run() == history.acts.count + 1)
        var ledger = Ledger()
        try await ledger.catchUp(with: archive)
        #expect(ledger.root == (await sequencer.ledger).root)
        return (archive, ledger)
    }

    @Test func `every act of Bishkek becomes the entry with its number, signed by the recorder`() async throws
    {
        let history = try `The history of the Bishkek Protocol`.history.get()
        let (archive, ledger) = try await play(history)
        #expect(ledger.process.entries.count == history.acts.count + 1)
        for act in history.acts {
            let entry = try #require(ledger.process.entry(at: act.number))
            #expect(entry.act == act.act)
            #expect(entry.occurred == act.occurred)
            #expect(entry.author.text == "recorder")
        }
        #expect(await archive.attachments().count == history.attachments.count)
        #expect(!ledger.isExercise)
    }

    @Test func `an exercise is performed with generated keys by a pretended clock`() async throws {
        let history = try History.read(from: `The exercise on the river Orla`.folder)
        let (_, ledger) = try await play(history)
        #expect(ledger.isExercise)
        #expect(ledger.received.dropFirst().elementsEqual(history.acts.map { $0.received ?? .distantPast }))
        let signature = try #require(ledger.process.entries.first { $0.author.text == "anna" })
        #expect(signature.isPerformed)
        let anna = try #require(ParticipantID("anna"))
        #expect(ledger.process.participation.keys(of: anna).count == 1)
    }

    @Test func `an act that the record refuses is shown with file, line and remedy`() async throws {
        let history = try HarbourHistory().replacing("actor: north", by: "actor: nort").read()
        let fault = await #expect(throws: PlayFault.self) { try await play(history) }
        #expect(
            fault?.description
                == "acts.yaml:21: act 5 (signature.affixed): there is no participant “nort” so far. "
                + "Introduce the participant “nort” in an earlier act, or correct the name.")
    }

    @Test func `a performed act by somebody without a key is shown`() async throws {
        var history = try History.read(from: `The exercise on the river Orla`.folder)
        history.acts[3].by = ParticipantID("cyril")
        let fault = await #expect(throws: PlayFault.self) { try await play(history) }
        #expect(
            fault?.description
                == "acts/talks.yaml:13: act 4 (place.named): cyril has no key. List it among the founders, or let its "
                + "party accredit it with “key: generated” before.")
    }
}
