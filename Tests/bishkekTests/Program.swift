import Foundation
import Record
import TransparencyLog

/// The built program, as somebody at a terminal runs it.
enum Program {
    /// What one run left behind.
    struct Run: Sendable {
        var status: Int32
        var bytes: [UInt8]
        var errors: String

        var output: String { String(decoding: bytes, as: UTF8.self) }

        /// The answer as JSON; a list holds one object for each line.
        var lines: [[String: Any]] {
            get throws {
                try output.split(separator: "\n").map { line in
                    let json = try JSONSerialization.jsonObject(with: Data(line.utf8))
                    guard let object = json as? [String: Any] else {
                        throw Missing(what: "an object in the line \(line)")
                    }
                    return object
                }
            }
        }

        /// The answer as one JSON object.
        var object: [String: Any] {
            get throws {
                guard let first = try lines.first, try lines.count == 1 else {
                    throw Missing(what: "one object in \(output) \(errors)")
                }
                return first
            }
        }
    }

    struct Missing: Error, CustomStringConvertible {
        var what: String
        var description: String { "There is no \(what)." }
    }

    /// Runs the program to its end.
    static func run(_ arguments: String...) async throws -> Run {
        try await run(arguments)
    }

    static func run(_ arguments: [String]) async throws -> Run {
        let folder = try Folder()
        let (out, errors) = (folder.url.appending(path: "out"), folder.url.appending(path: "errors"))
        for file in [out, errors] { try Data().write(to: file) }
        let process = try process(arguments)
        // Files and not pipes: a pipe that nobody empties holds up whoever writes into it.
        process.standardOutput = try FileHandle(forWritingTo: out)
        process.standardError = try FileHandle(forWritingTo: errors)
        let status = try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
        return Run(
            status: status, bytes: Array(try Data(contentsOf: out)),
            errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
    }

    /// The program with its arguments, not yet running.
    static func process(_ arguments: [String]) throws -> Process {
        let process = Process()
        process.executableURL = try binary
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        return process
    }

    /// Named by BISHKEK_BINARY, or beside the tests, where it is built with them.
    static var binary: URL {
        get throws {
            let named = ProcessInfo.processInfo.environment["BISHKEK_BINARY"].map { URL(filePath: $0) }
            let tests = Bundle.allBundles.map(\.bundleURL) + [URL(filePath: CommandLine.arguments[0])]
            let built =
                tests.map { $0.deletingLastPathComponent().appending(path: "bishkek") }
                + [Sources.package.appending(path: ".build/debug/bishkek")]
            let places = named.map { [$0] } ?? built
            guard let place = places.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) })
            else { throw Missing(what: "program at any of \(places.map(\.path))") }
            return place
        }
    }
}

/// What lies in the repository.
enum Sources {
    static let package = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let history = package.appending(path: "Examples/bishkek-1994").path
    /// An exercise by a river that is on no map.
    static let exercise = package.appending(path: "Tests/ExchangeTests/Fixtures/river").path
}

/// A folder that is gone with its last reference.
final class Folder: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "bishkek-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func callAsFunction(_ name: String) -> String { url.appending(path: name).path }
}

/// The history of 1991 to 2025, played once for all tests that only read it.
enum Bishkek1994 {
    private static let played = Task {
        let folder = try Folder()
        let run = try await Program.run("play", Sources.history, "--into", folder("record"))
        guard run.status == 0 else { throw Program.Missing(what: "record: \(run.errors)") }
        return folder
    }

    /// The folder of the record.
    static var record: String {
        get async throws { try await played.value("record") }
    }
}

/// The exercise by the river, told twice under one key of its log.
struct TwoHistories {
    /// The folders of the two records.
    let first: String
    let second: String

    init(in folder: Folder) async throws {
        (first, second) = (folder("first"), folder("second"))
        _ = try await Program.run("play", Sources.exercise, "--into", first, "--keys", folder("keys-1"))
        let log = RecordFolder(first)
        _ = try await Program.run("init", second, "--origin", try log.logKey().name)
        try FileManager.default.removeItem(atPath: RecordFolder(second).logKeyPath)
        try FileManager.default.copyItem(
            atPath: log.logKeyPath, toPath: RecordFolder(second).logKeyPath)
        let played = try await Program.run(
            "play", Sources.exercise, "--into", second, "--keys", folder("keys-2"))
        guard played.status == 0 else { throw Program.Missing(what: "second history: \(played.errors)") }
    }
}
