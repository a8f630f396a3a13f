import Testing

@Suite struct Help {
    static let commands = [
        "init", "play", "log", "status", "text", "compare", "signatures", "why", "add", "prove", "verify",
        "export", "publish", "serve", "witness", "repair", "backup", "restore", "mirror",
        "seal", "open", "destroy", "holds", "link",
    ]

    @Test(arguments: commands)
    func `shows what a command does by example`(command: String) async throws {
        let run = try await Program.run(command, "--help")
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        #expect(run.output.hasPrefix("OVERVIEW: "))
        let examples = try #require(run.output.firstRange(of: "EXAMPLES\n"))
        #expect(run.output[examples.upperBound...].hasPrefix("  bishkek \(command) "))
        #expect(run.output.contains("--json") || ["serve", "witness"].contains(command))
    }

    @Test func `lists every command and what the exit statuses mean`() async throws {
        let run = try await Program.run("--help")
        #expect(run.status == 0)
        #expect(run.output.contains("0 passed, 1 failed, 2 indeterminate, 64 wrong usage"))
        for command in Self.commands { #expect(run.output.contains("\n  \(command) ")) }
        #expect(try await Program.run().output == run.output)
    }

    @Test func `completes in the shells`() async throws {
        for shell in ["bash", "zsh", "fish"] {
            let run = try await Program.run("--generate-completion-script", shell)
            #expect(run.status == 0)
            #expect(run.output.contains("signatures"))
        }
    }
}
