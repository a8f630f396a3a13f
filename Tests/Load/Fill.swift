import ArgumentParser
import Foundation
import Record
import SQLiteArchive
import TransparencyLog

/// Makes a record with so many signed reports, through the sequencer.
struct Fill: AsyncParsableCommand {
    @Argument(help: "The record's folder.") var folder: String
    @Option(help: "How many reports.") var entries = 10_000
    @Option(help: "About how many bytes an entry has.") var size = 1024

    func run() async throws {
        let reporter = try Reporter(size: size)
        let record = RecordFolder(folder)
        try PrivateFile.makeFolder("\(folder)/keys")
        try PrivateFile.write("\(reporter.log.secretText)\n", to: record.logKeyPath)
        let archive = try SQLiteArchive(creating: record.databasePath)
        let sequencer = try await Sequencer(archive: archive, key: reporter.log)
        guard case .logged = await sequencer.submit(reporter.opening.json) else {
            throw Unfit(description: "The record does not open.")
        }
        let (entries, width) = (entries, 512)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for worker in 0..<width {
                group.addTask {
                    for number in stride(from: worker, to: entries, by: width) {
                        let submission = await sequencer.submit(try reporter.report("\(number)").json)
                        guard case .logged = submission else {
                            throw Unfit(description: "Report \(number) was not logged: \(submission)")
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        print("Filled \(folder) with \(entries) reports.")
    }
}
