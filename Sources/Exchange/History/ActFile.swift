package import Ceasefire
package import Foundation

internal import Record

/// One act in a file of its own, written as in a history, for whoever signs it with their own key.
///
/// Beside the act may stand `actor`, `for`, `when`, `at`, `zone`, `offset`, `language`, and a `source` with its own title,
/// since there is no header that lists sources.
package struct ActFile: Hashable, Sendable {
    package var act: Act
    package var actor: ParticipantID?
    package var onBehalfOf: ParticipantID?
    /// `nil` where the act is performed.
    package var occurred: Moment?
    package var source: Source?
    package var language: String?
    /// The files that the act refers to by their digests, each once.
    package var attachments: [HistoryAttachment]

    /// - Parameter home: the offset at which dates are read that state none.
    /// - Throws: all mistakes that one reading shows.
    package static func read(from file: URL, home: UTCOffset) throws(HistoryMistakes) -> ActFile {
        var reader = ActFileReader(file, home: home)
        guard let act = reader.read(), reader.slips.isEmpty else {
            throw HistoryMistakes(
                mistakes: reader.slips.sorted { $0.line < $1.line }.map {
                    HistoryMistake(
                        file: file.lastPathComponent, line: $0.line, act: nil, what: $0.what,
                        remedy: $0.remedy)
                })
        }
        return act
    }
}

/// Reads the file of one act, and collects what is wrong with it.
private struct ActFileReader {
    static let members = ["actor", "for", "when", "at", "zone", "offset", "source", "language"]

    let file: URL
    let home: UTCOffset
    var form: WireForm
    var slips: [YAMLSlip] = []

    init(_ file: URL, home: UTCOffset) {
        self.file = file
        self.home = home
        form = WireForm(folder: HistoryFolder(file.deletingLastPathComponent()), zones: Zones())
    }

    mutating func read() -> ActFile? {
        do throws(YAMLSlip) {
            let draft = try ActDraft(try element(), members: ActFileReader.members, slips: &slips)
            guard ActNames.all.contains(draft.name) else { throw form.unknownAct(draft.name, draft.line) }
            let clock = draft.clock(zones: form.zones, slips: &slips)
            let body = form.body(draft.body, of: draft.name)
            slips += form.slips
            let act: Act? = read(body, clock) { reader throws(WireFault) in
                try Act(named: draft.name, from: &reader)
            }
            let found = ActFile(
                act: act ?? .reference(.rulesAdopted(RulesAdoption(version: 0))),
                actor: value(draft.beside["actor"]), onBehalfOf: value(draft.beside["for"]),
                occurred: value(draft.occurred(by: clock)), source: value(draft.beside["source"]),
                language: draft.beside["language"]?.text, attachments: form.folder.attachments)
            return act == nil ? nil : found
        } catch {
            slips.append(error)
            return nil
        }
    }

    /// The act itself, or the only one of a list.
    private func element() throws(YAMLSlip) -> YAMLValue {
        let text: String
        do throws(HistoryFolder.Fault) {
            text = try form.folder.yaml(file.lastPathComponent)
        } catch {
            throw YAMLSlip(line: 1, what: error.what, remedy: error.remedy)
        }
        let document = try YAMLDocument.value(of: text)
        guard let elements = document.elements else { return document }
        guard elements.count == 1 else {
            throw YAMLSlip(
                line: document.mark.line, what: "there are \(elements.count) acts, not one",
                remedy: "Write each into a file of its own.")
        }
        return elements[0]
    }

    private mutating func value<V: WireValue>(_ value: YAMLValue?) -> V? {
        guard let value else { return nil }
        return read(value, nil) { reader throws(WireFault) in try V(from: &reader) }
    }

    private mutating func read<V>(
        _ value: YAMLValue, _ clock: Clock?, _ decode: (inout YAMLReader) throws(WireFault) -> V?
    ) -> V? {
        var reader = YAMLReader(value, clock: clock ?? Clock(), zones: form.zones, home: home)
        defer { slips += reader.slips }
        do throws(WireFault) {
            return try decode(&reader)
        } catch {
            slips.append(YAMLSlip(error, suggestion: reader.suggestion))
            return nil
        }
    }
}
