import Foundation
import Testing

@Suite struct `The description of the command line` {
    private let text: String

    init() throws {
        let file = Sources.package.appending(path: "docs/command-line.md")
        text = try String(contentsOf: file, encoding: .utf8)
    }

    @Test(arguments: Help.commands)
    func `describes every command with its options`(command: String) async throws {
        let section = try #require(
            text.components(separatedBy: "\n## ").first { $0.hasPrefix("\(command)\n") })
        #expect(section.contains("`bishkek \(command) "))
        let help = try await Program.run(command, "--help").output
        let options = help.matches(of: /\n +(--[a-z-]+)/).map { String($0.1) }
        for option in options where option != "--version" {
            #expect(text.contains(option), "\(option)")
            let isQuestion = ["--at", "--known-on", "--published-by", "--according-to"].contains(option)
            #expect(section.contains(isQuestion ? "[question]" : option), "\(option)")
        }
        for option in section.matches(of: /[`\[](--[a-z-]+)/) { #expect(help.contains(option.1)) }
    }

    @Test(arguments: [
        ["log"], ["status", "--at", "2021-01-01"], ["verify"], ["prove", "100"],
        ["text", "bishkek-protocol", "--copy", "photocopy-baku"],
        ["compare", "bishkek-protocol", "original", "photocopy-baku"], ["signatures", "bishkek-protocol"],
        ["why", "ceasefire-letters-1994", "--party", "azerbaijan", "--at", "2021-01-01"],
        ["why", "ceasefire-letters-1994", "--party", "artsakh", "--at", "2024-01-01"],
        ["why", "bishkek-protocol", "--party", "azerbaijan"],
    ])
    func `names every member and every word of a code`(command: [String]) async throws {
        let arguments = [command[0], try await Bishkek1994.record] + command.dropFirst() + ["--json"]
        var words: Set<String> = []
        for line in try await Program.run(arguments).lines { collect(line, into: &words) }
        let missing = words.filter { !text.contains("`\($0)`") }.sorted()
        #expect(missing.isEmpty)
    }

    /// The names of members, and the values of those that have a fixed few.
    private func collect(_ value: Any, into words: inout Set<String>) {
        if let list = value as? [Any] { for value in list { collect(value, into: &words) } }
        guard let object = value as? [String: Any] else { return }
        for (name, value) in object {
            words.insert(name)
            // What a rule says is described with the history's format; checks have codes of their own.
            if name == "event" || name == "reasons" || name == "checks" { continue }
            if ["code", "state", "verdict", "kind", "basis", "hand", "part"].contains(name),
                let word = value as? String
            {
                words.insert(word)
            }
            for word in value as? [String] ?? [] where name == "flags" { words.insert(word) }
            collect(value, into: &words)
        }
    }
}
