import Foundation

/// A folder that goes away with its test.
final class TemporaryFolder {
    let path: String

    init() throws {
        path =
            FileManager.default.temporaryDirectory.appendingPathComponent("bishkek-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String) -> String { "\(path)/\(name)" }
    func url(_ name: String) -> URL { URL(fileURLWithPath: file(name)) }

    /// Runs a program in the folder; `nil` if it is not installed.
    func run(_ program: String, _ arguments: String...) throws -> Int32? { try run(program, arguments) }

    func run(_ program: String, _ arguments: [String]) throws -> Int32? {
        let process = Foundation.Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.currentDirectoryURL = URL(fileURLWithPath: path)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus == 127 ? nil : process.terminationStatus
    }
}
