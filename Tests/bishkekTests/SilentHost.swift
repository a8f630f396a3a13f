import Foundation

/// A host that takes connections and never says anything.
final class SilentHost: Sendable {
    private let socket: Int32
    private let port: Int

    init() throws {
        port = try Served.freePort()
        socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        address.sin_port = UInt16(port).bigEndian
        let length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(socket, $0, length) }
        }
        guard status == 0, listen(socket, 16) == 0 else { throw Program.Missing(what: "port \(port)") }
    }

    deinit { close(socket) }

    var url: String { "http://127.0.0.1:\(port)" }
}
