import ArgumentParser

@main
struct Bishkek: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bishkek",
        abstract: "The system of record for ceasefires.",
        discussion: """
            A record is a folder that its keeper holds, or a file that was exported from it. Every answer is derived from
            its signed entries, and every command that reads can be asked with --json. Two commands need no record: holds
            and link answer from plain tables.

            EXAMPLES
              bishkek play Examples/bishkek-1994 --into demo
              bishkek status demo --at 1994-05-12
              bishkek why demo ceasefire-letters-1994 --party azerbaijan
              bishkek verify demo
              bishkek serve demo
              bishkek holds violations.csv --since 2020-07-27

            EXIT STATUS
              0 passed, 1 failed, 2 indeterminate, 64 wrong usage
            """,
        version: "1.0.0",
        subcommands: [
            Init.self, PlayHistory.self, Log.self, Status.self, Text.self, Compare.self, Signatures.self,
            Why.self,
            AddEntry.self,
            Prove.self, Verify.self, ExportRecord.self, PublishRecord.self, Serve.self, WitnessLogs.self,
            Repair.self, Backup.self, Restore.self, Mirror.self,
            SealAct.self, OpenSealed.self, DestroySealed.self,
            Holds.self, Link.self,
        ])
}
