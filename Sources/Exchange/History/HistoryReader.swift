package import Foundation

internal import Ceasefire
internal import Record

extension History {
    /// The most acts that a history may have.
    package static let maximumActs = 200_000

    /// Reads the history in `folder`, which holds `history.yaml`.
    ///
    /// - Throws: all mistakes that one reading shows.
    package static func read(from folder: URL) throws(HistoryMistakes) -> History {
        var reader = HistoryReader(folder)
        return try reader.read()
    }
}

/// One reading of a history's files: collects what is right and what is wrong.
struct HistoryReader {
    static let headerFile = "history.yaml"

    var mistakes: [HistoryMistake] = []
    private let folder: HistoryFolder
    private var acts: [HistoryAct] = []
    /// Acts that were begun, right or wrong: what `number` counts.
    private var count = 0

    init(_ url: URL) { folder = HistoryFolder(url) }

    mutating func read() throws(HistoryMistakes) -> History {
        guard let document = load(HistoryReader.headerFile) else { throw HistoryMistakes(mistakes: mistakes) }
        let parsed = HeaderReader.read(document)
        note(parsed.slips, in: HistoryReader.headerFile)
        var form = WireForm(folder: folder, zones: parsed.zones)
        let home = parsed.header?.home.offset ?? .utc
        for (file, line) in parsed.files {
            guard let document = load(file, named: line) else { continue }
            read(document, in: file, parsed, home, &form)
        }
        guard let header = parsed.header, mistakes.isEmpty else { throw HistoryMistakes(mistakes: mistakes) }
        return History(header: header, acts: acts, attachments: form.folder.attachments)
    }

    private mutating func note(_ slips: [YAMLSlip], in file: String, _ act: HistoryMistake.Place? = nil) {
        for slip in slips.sorted(by: { $0.line < $1.line }) {
            mistakes.append(
                HistoryMistake(file: file, line: slip.line, act: act, what: slip.what, remedy: slip.remedy))
        }
    }

    /// - Parameter line: where the header names the file.
    private mutating func load(_ file: String, named line: Int? = nil) -> YAMLValue? {
        do throws(HistoryFolder.Fault) {
            let text = try folder.yaml(file)
            do throws(YAMLSlip) {
                return try YAMLDocument.value(of: text)
            } catch {
                note([error], in: file)
            }
        } catch {
            let place = line == nil ? file : HistoryReader.headerFile
            mistakes.append(
                HistoryMistake(file: place, line: line, act: nil, what: error.what, remedy: error.remedy))
        }
        return nil
    }

    private mutating func read(
        _ document: YAMLValue, in file: String, _ header: HeaderReader, _ home: UTCOffset,
        _ form: inout WireForm
    ) {
        if case .empty = document.content { return }
        guard let elements = document.elements else {
            return note(
                [
                    YAMLSlip(
                        line: document.mark.line, what: "expected a list of acts, found \(document.kind)",
                        remedy: "Begin each act with “- ”.")
                ], in: file)
        }
        for element in elements {
            count += 1
            guard count <= History.maximumActs else {
                return note(
                    [
                        YAMLSlip(
                            line: element.mark.line,
                            what: "a history has at most \(History.maximumActs) acts",
                            remedy: "Divide it into several histories.")
                    ], in: file)
            }
            var reader = ActReader(
                header: header, home: home, number: count, file: file,
                previous: acts.last?.received)
            let act = reader.read(element, &form)
            note(reader.slips, in: file, HistoryMistake.Place(number: count, name: reader.name))
            if let act { acts.append(act) }
        }
    }
}
