import ArgumentParser
import AsyncHTTPClient
import Ceasefire
import Foundation
import NIOCore
import NIOHTTP1
import Record

/// Hands signed reports to a running server, and writes down what it acknowledged.
struct Send: AsyncParsableCommand {
    @Argument(help: "The server's address, such as http://127.0.0.1:1994.") var url: String
    @Option(help: "Closed-loop writers: each hands in its next report when the last one was answered.")
    var writers = 64
    @Option(help: "Reports a second in all, spread evenly; as fast as the writers can, if not given.")
    var rate: Int?
    @Option(help: "For how long.") var seconds = 5.0
    @Option(help: "A name for this run, so that its reports are new.") var run = "0"
    @Option(help: "A file to which `index id` is added for each report acknowledged.") var acknowledged:
        String?
    @Option(help: "About how many bytes an entry has.") var size = 1024
    @Flag(help: "An answer that is missing or bad ends the run quietly, as when the server is killed.")
    var untilCut = false

    func run() async throws {
        let reporter = try Reporter(size: size)
        let file = try acknowledged.map { try Acknowledgements($0) }
        var configuration = HTTPClient.Configuration.singletonConfiguration
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = writers
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        do {
            try await send(reporter, file, through: client)
        } catch {
            try? await client.shutdown()
            throw error
        }
        try await client.shutdown()
    }

    private func send(
        _ reporter: Reporter, _ file: Acknowledgements?, through client: HTTPClient
    ) async throws {
        let (started, end) = (ContinuousClock.now, ContinuousClock.now + .seconds(seconds))
        let (writers, run, address, untilCut) = (writers, run, "\(url)/add", untilCut)
        let pause = rate.map { Swift.Duration.seconds(Double(writers) / Double($0)) }
        let all = try await withThrowingTaskGroup(of: Latencies.self) { group in
            for writer in 0..<writers {
                group.addTask {
                    var latencies = Latencies()
                    var number = 0
                    // Paced writers do not start together.
                    var due = started + (pause ?? .zero) * Double(writer) / Double(writers)
                    while ContinuousClock.now < end {
                        let envelope = try reporter.report("\(run)-\(writer)-\(number)")
                        number += 1
                        if let pause {
                            try await Task.sleep(until: due, clock: .continuous)
                            due += pause
                        }
                        let before = ContinuousClock.now
                        do {
                            let index = try await Send.hand(envelope.json, to: address, client)
                            latencies.append(ContinuousClock.now - before)
                            try await file?.note(index, envelope.id.hex)
                        } catch {
                            if untilCut { break }
                            throw error
                        }
                    }
                    return latencies
                }
            }
            var all = Latencies()
            for try await latencies in group { all.append(latencies) }
            return all
        }
        let (seconds, attoseconds) = (ContinuousClock.now - started).components
        print(all.line(Double(seconds) + Double(attoseconds) * 1e-18, "\"writers\":\(writers)"))
    }

    private static func hand(_ json: [UInt8], to address: String, _ client: HTTPClient) async throws -> Int {
        var request = HTTPClientRequest(url: address)
        request.method = .POST
        request.body = .bytes(json)
        let response = try await client.execute(request, timeout: .seconds(10))
        let body = try await response.body.collect(upTo: 1 << 16)
        let text = String(buffer: body)
        guard response.status == .ok, let index = Int(text.trimmingCharacters(in: .whitespacesAndNewlines))
        else { throw Unfit(description: "The server answers \(response.status): \(text)") }
        return index
    }
}

/// What was acknowledged, written at once: this process may be killed as well.
actor Acknowledgements {
    private let file: FileHandle

    init(_ path: String) throws {
        if !FileManager.default.fileExists(atPath: path) { try Data().write(to: URL(fileURLWithPath: path)) }
        file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try file.seekToEnd()
    }

    func note(_ index: Int, _ id: String) throws { try file.write(contentsOf: Data("\(index) \(id)\n".utf8)) }
}
