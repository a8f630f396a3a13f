import Ceasefire
import Foundation
import Record
import Testing

@testable import Exchange

@Suite struct `The page on writing a history` {
    let page: String

    init() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        page = try String(contentsOf: root.appending(path: "docs/history-format.md"), encoding: .utf8)
    }

    /// The fenced blocks of a section.
    private func blocks(of section: String) throws -> [String] {
        let start = try #require(page.range(of: "\n## \(section)\n"))
        let rest = page[start.upperBound...]
        let text = rest[..<(rest.range(of: "\n## ")?.lowerBound ?? rest.endIndex)]
        return text.components(separatedBy: "\n```").enumerated().filter { $0.offset % 2 == 1 }.map { block in
            String(block.element.drop { $0 != "\n" }.dropFirst()) + "\n"
        }
    }

    @Test func `its first history reads without a mistake`() throws {
        let blocks = try blocks(of: "A first history")
        try #require(blocks.count == 4)
        var history = HarbourHistory()
        history.files = ["truce.en.txt": blocks[1], "history.yaml": blocks[2], "acts.yaml": blocks[3]]
        #expect(try history.mistakes() == [])
        #expect(try history.read().acts.count == 7)
    }

    @Test func `it lists every act and no other`() {
        let listed = page.split(separator: "\n").filter { $0.hasPrefix("#### `") }.map {
            $0.dropFirst(6).dropLast()
        }
        #expect(listed.map(String.init) == ActNames.all)
    }

    @Test func `its rules can be read`() throws {
        let block = try #require(try blocks(of: "Rules").last)
        for example in block.components(separatedBy: "\n\n") {
            for member in try YAMLDocument.value(of: example).members ?? [] {
                var reader = YAMLReader(member.value, clock: Clock(), zones: Zones(), home: .utc)
                _ = try Condition(from: &reader)
                #expect(reader.slips == [])
            }
        }
    }
}
