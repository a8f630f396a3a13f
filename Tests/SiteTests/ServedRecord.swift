import Ceasefire
import Exchange
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Record
import SQLiteArchive
import Testing
import TransparencyLog

@testable import Pages
@testable import Site

/// The history of 1991 to 2025 in a temporary archive, with the pages that are served from it.
struct ServedRecord {
    let archive: any Archive
    let log: VerifierKey
    let site: Site
    private let folder: Folder

    /// Played once for all tests: they only read.
    static var bishkek: ServedRecord {
        get async throws { try await played.value }
    }

    private static let played = Task { try await ServedRecord(playing: "Examples/bishkek-1994") }

    private init(playing name: String) async throws {
        let package = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let history = try History.read(from: package.appending(path: name))
        folder = try Folder()
        let archive = try SQLiteArchive(creating: folder("record.sqlite"))
        let key = try SigningKey(generatedFor: history.header.origin)
        let sequencer = try await Sequencer(archive: archive, key: key)
        var play = Play(history, with: sequencer, into: archive, log: key.verifierKey.description) {
            _ throws(KeyFault) in try PrivateKey(.ed25519)
        }
        _ = try await play.run()
        var ledger = Ledger()
        try await ledger.catchUp(with: archive)
        let model = ReadModel(archive: archive, ledger: ledger)
        await model.verify()
        self.archive = archive
        log = key.verifierKey
        site = Site(model: model, renderer: try Renderer())
    }

    /// Asks the site as a browser does.
    func ask(
        _ uri: String, _ method: HTTPRequest.Method = .get, headers: HTTPFields = [:], body: [UInt8]? = nil
    ) async throws -> TestResponse {
        try await Application(router: site.router).test(.router) { client in
            try await client.execute(
                uri: uri, method: method, headers: headers, body: body.map { ByteBuffer(bytes: $0) }
            ) { $0 }
        }
    }

    /// The files of an export, by name.
    func exported() async throws -> [String: [UInt8]] {
        let path = folder("\(UUID().uuidString).tar")
        try await Export(archive, log: log).write(to: path)
        let tar = Array(try Data(contentsOf: URL(filePath: path)))
        var files: [String: [UInt8]] = [:]
        var position = 0
        while position + 512 <= tar.count, tar[position] != 0 {
            let name = String(decoding: tar[position..<(position + 100)].prefix { $0 != 0 }, as: UTF8.self)
            let size = tar[(position + 124)..<(position + 135)].reduce(0) { $0 * 8 + Int($1 & 7) }
            files[name] = Array(tar[(position + 512)..<(position + 512 + size)])
            position += 512 + (size + 511) / 512 * 512
        }
        return files
    }

    func tar() async throws -> [UInt8] {
        let path = folder("\(UUID().uuidString).tar")
        try await Export(archive, log: log).write(to: path)
        return Array(try Data(contentsOf: URL(filePath: path)))
    }
}

extension TestResponse {
    var bytes: [UInt8] { Array(body.readableBytesView) }
    var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// A folder that is gone with its last reference.
final class Folder: Sendable {
    private let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "bishkek-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func callAsFunction(_ name: String) -> String { url.appending(path: name).path }
}
