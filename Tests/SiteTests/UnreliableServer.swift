import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// A small web server at the far end of a bad link: it can cut connections, be slow, answer nonsense, and counts every
/// byte that it sends.
final class UnreliableServer: Sendable {
    enum Mood: Sendable {
        case well
        /// The connection ends after so many bytes of the body.
        case cut(Int)
        /// Nothing is answered for so long.
        case slow(seconds: Double)
        case status(Int)
        /// One bit of the body is another.
        case spoilt
        /// Parts that are asked for are ignored, and the whole is sent.
        case wholeOnly
        /// So many bytes a second.
        case trickle(Int)
    }

    private struct State {
        var files: [String: [UInt8]]
        var sent = 0
        var requests: [String] = []
    }

    let port: UInt16
    private let listener: Int32
    private let state: Mutex<State>
    private let mood: @Sendable (_ path: String, _ request: Int) -> Mood

    /// - Parameter mood: how a request is answered, by its path and how many came before it.
    init(
        _ files: [String: [UInt8]], mood: @escaping @Sendable (_ path: String, _ request: Int) -> Mood
    ) throws {
        self.mood = mood
        state = Mutex(State(files: files))
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, length) == 0 && listen(listener, 64) == 0
                    && getsockname(listener, address, &length) == 0
            }
        }
        guard bound else { throw CocoaError(.fileReadUnknown) }
        self.listener = listener
        port = UInt16(bigEndian: address.sin_port)
        Thread.detachNewThread { [weak self] in
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { return }
                guard let server = self else {
                    close(connection)
                    return
                }
                Thread.detachNewThread { server.answer(connection) }
            }
        }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    var url: String { "http://127.0.0.1:\(port)" }
    /// How many bytes were sent, headers included.
    var sent: Int { state.withLock { $0.sent } }
    var requests: [String] { state.withLock { $0.requests } }

    func publish(_ files: [String: [UInt8]]) {
        state.withLock {
            $0.files = files
            $0.sent = 0
            $0.requests = []
        }
    }

    private func answer(_ connection: Int32) {
        defer { close(connection) }
        guard let head = readHead(connection) else { return }
        let lines = head.split(separator: "\r\n")
        let path = String(lines[0].split(separator: " ")[1].dropFirst())
        let (file, number) = state.withLock { state in
            state.requests.append(path)
            return (state.files[path], state.requests.count - 1)
        }
        var start = 0
        for line in lines where line.lowercased().hasPrefix("range: bytes=") {
            start = Int(line.dropFirst("range: bytes=".count).prefix { $0.isNumber }) ?? 0
        }
        var status = file == nil ? 404 : start > 0 ? 206 : 200
        var body = file ?? []
        var end = Int.max
        var rate: Int?
        let total = body.count
        switch mood(path, number) {
        case .well: break
        case .cut(let bytes): end = bytes
        case .slow(let seconds): Thread.sleep(forTimeInterval: seconds)
        case .status(let code): status = code
        case .spoilt: if !body.isEmpty { body[body.count / 2] ^= 1 }
        case .wholeOnly: if status == 206 { (status, start) = (200, 0) }
        case .trickle(let bytes): rate = bytes
        }
        var headers = "HTTP/1.1 \(status) \(status)\r\nConnection: close\r\n"
        if status == 206, start >= total {
            headers = headers.replacing("206 206", with: "416 416")
            send(
                connection,
                Array("\(headers)Content-Range: bytes */\(total)\r\nContent-Length: 0\r\n\r\n".utf8))
            return
        }
        if status == 206 { headers += "Content-Range: bytes \(start)-\(total - 1)/\(total)\r\n" }
        if status >= 300 { (body, start) = ([], 0) }
        let part = Array(body.dropFirst(start))
        send(connection, Array("\(headers)Content-Length: \(part.count)\r\n\r\n".utf8))
        guard let rate else {
            send(connection, Array(part.prefix(end)))
            return
        }
        for place in stride(from: 0, to: part.count, by: max(1, rate / 10)) {
            guard send(connection, Array(part.dropFirst(place).prefix(max(1, rate / 10)))) else { return }
            Thread.sleep(forTimeInterval: 0.1)
        }
    }

    /// Whether somebody listens there.
    static func isListening(on port: Int) -> Bool {
        let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(connection) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port).bigEndian)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        return withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }

    private func readHead(_ connection: Int32) -> String? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while !bytes.suffix(4).elementsEqual("\r\n\r\n".utf8) {
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0, bytes.count < 1 << 16 else { return nil }
            bytes += buffer.prefix(count)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @discardableResult
    private func send(_ connection: Int32, _ bytes: [UInt8]) -> Bool {
        var place = 0
        while place < bytes.count {
            let count = bytes[place...].withUnsafeBytes {
                Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            place += count
            state.withLock { $0.sent += count }
        }
        return true
    }
}
