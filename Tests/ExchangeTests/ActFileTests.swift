import Ceasefire
import Foundation
import Testing

@testable import Exchange

@Suite struct `An act in a file of its own` {
    private func read(_ text: String) throws -> ActFile {
        let folder = FileManager.default.temporaryDirectory.appending(path: "act-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("1,2\n".utf8).write(to: folder.appending(path: "shots.csv"))
        let file = folder.appending(path: "act.yaml")
        try Data(text.utf8).write(to: file)
        return try ActFile.read(from: file, home: try #require(UTCOffset(minutes: 120)))
    }

    @Test func `is written as in a history, with its source beside it`() throws {
        let act = try read(
            """
            - account.stated: {statement: Shots at the mill., topic: clash}
              actor: patrol
              for: north
              when: 2031-04-01T22:10
              offset: "+03:00"
              source: {title: Log of the patrol, locator: page 3}
              language: en
            """)
        #expect(act.act == .reference(.accounted(Account(statement: "Shots at the mill.", topic: .clash))))
        #expect(act.actor?.text == "patrol")
        #expect(act.onBehalfOf?.text == "north")
        #expect(act.occurred?.offset == UTCOffset(minutes: 180))
        #expect(act.source == Source(title: "Log of the patrol", locator: "page 3"))
        #expect(act.language == "en")
    }

    @Test func `stands alone too, and refers to files beside it by their digests`() throws {
        let act = try read(
            "dataset.attached: {dataset: shots, title: Shots, format: text/csv, digest: shots.csv}\n")
        #expect(act.occurred == nil)
        let attachment = try #require(act.attachments.first)
        guard case .reference(.dataSetAttached(let data)) = act.act else { throw Missing() }
        #expect(data.digest == attachment.digest)
    }

    private struct Missing: Error {}

    @Test(arguments: [
        ("account.stated: {statment: x}", "act.yaml:1: "),
        ("account.state: {statement: x}", "there is no act"),
        ("- account.stated: {statement: x}\n- account.stated: {statement: y}", "there are 2 acts, not one"),
        ("account.stated: {statement: x}\nby: anna", "unknown beside an act"),
        ("account.stated: {statement: x}\nwhen: soon", "soon"), ("", "found nothing"),
        ("dataset.attached: {dataset: shots, title: S, format: csv, digest: ../shots.csv}", "outside"),
    ])
    func `shows its mistakes`(_ text: String, _ words: String) throws {
        let mistakes = #expect(throws: HistoryMistakes.self) { try read(text) }
        #expect(mistakes?.description.contains(words) == true, "\(mistakes?.description ?? "")")
    }
}
