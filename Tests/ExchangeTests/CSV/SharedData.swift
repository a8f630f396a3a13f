import Foundation

/// Data that lie beside the repository and not in it.
enum SharedData {
    private static let folder: URL = {
        let shared =
            ProcessInfo.processInfo.environment["BISHKEK_SHARED"].map { URL(fileURLWithPath: $0) }
            ?? URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "shared")
        return shared.appending(path: "data")
    }()

    static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.path) }

    static func path(_ name: String) -> String? {
        let path = folder.appending(path: name).path
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }

    /// What a program prints; nil where it is not there or fails.
    static func output(of program: String, _ arguments: String...) -> [UInt8]? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil, let data = try? pipe.fileHandleForReading.readToEnd() else {
            return nil
        }
        process.waitUntilExit()
        return process.terminationStatus == 0 ? Array(data) : nil
    }
}
