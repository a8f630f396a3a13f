import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The built program while it serves; it ends with the last reference.
final class Served: Sendable {
    struct Answer: Sendable {
        var status: Int
        var bytes: [UInt8]
        var type: String?

        var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    let port: Int
    private let process: Process
    private let folder: Folder

    /// Starts `bishkek ARGUMENTS --port …` and waits until it answers, or ends.
    init(_ arguments: String...) async throws {
        port = try Served.freePort()
        folder = try Folder()
        process = try Program.process(arguments + ["--port", String(port)])
        for name in ["out", "errors"] { try Data().write(to: folder.url.appending(path: name)) }
        process.standardOutput = try FileHandle(forWritingTo: folder.url.appending(path: "out"))
        process.standardError = try FileHandle(forWritingTo: folder.url.appending(path: "errors"))
        try process.run()
        for _ in 0..<600 where process.isRunning {
            if try await isUp { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        process.terminate()
        throw Program.Missing(what: "answer from \(arguments): \(errors)")
    }

    // Nobody waits here: whoever is let go of holds no test up.
    deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

    /// Ends it as a keeper does, and waits for that.
    func stop() async throws {
        process.terminate()
        for _ in 0..<100 where process.isRunning { try await Task.sleep(for: .milliseconds(50)) }
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        while process.isRunning { try await Task.sleep(for: .milliseconds(10)) }
    }

    var url: String { "http://127.0.0.1:\(port)" }

    /// What it has said on standard output and on standard error so far.
    var output: String { said("out") }
    var errors: String { said("errors") }

    private func said(_ name: String) -> String {
        (try? String(contentsOf: folder.url.appending(path: name), encoding: .utf8)) ?? ""
    }

    private var isUp: Bool {
        get async throws { (try? await ask("/healthz"))?.status == 200 }
    }

    /// Sends a request; with a body it is a POST.
    func ask(_ path: String, _ body: [UInt8]? = nil) async throws -> Answer {
        guard let url = URL(string: url + path) else { throw Program.Missing(what: "address \(path)") }
        var request = URLRequest(url: url, timeoutInterval: 30)
        if let body {
            request.httpMethod = "POST"
            request.httpBody = Data(body)
        }
        let (data, response) = try await URLSession.shared.data(for: request)
        guard let response = response as? HTTPURLResponse else { throw Program.Missing(what: "HTTP answer") }
        return Answer(
            status: response.statusCode, bytes: Array(data),
            type: response.value(forHTTPHeaderField: "Content-Type"))
    }

    /// A port that nobody listens on just now.
    static func freePort() throws -> Int {
        let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, length) == 0 ? getsockname(socket, $0, &length) : -1
            }
        }
        guard status == 0 else { throw Program.Missing(what: "free port") }
        return Int(UInt16(bigEndian: address.sin_port))
    }
}
