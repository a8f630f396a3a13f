package import TransparencyLog

/// The head of the record that an author had before the eyes, with the log's own signature.
package struct SeenHead: Hashable, Sendable {
    package var size: Int
    package var root: Hash
    /// As on the checkpoint's signature line: the log's 4-byte key id and its signature.
    package var signature: [UInt8]

    package init(size: Int, root: Hash, signature: [UInt8]) {
        self.size = size
        self.root = root
        self.signature = signature
    }
}

extension SeenHead: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        let size: Int = try r.required("size")
        guard size > 0 else { throw r.fault("nobody can have seen a head of \(size) entries") }
        try r.member("root")
        let text = try r.token()
        guard let root = try? Hash(base64: text) else { throw r.fault("no 32 bytes in base64") }
        try r.member("signature")
        guard let signature = Base64.decode(try r.token()), signature.count > 4 else {
            throw r.fault("no signature in base64")
        }
        self.init(size: size, root: root, signature: signature)
    }

    package func write(fields w: inout JSONWriter) {
        w.member("size", size)
        w.member("root", root.base64)
        w.member("signature", Base64.string(signature))
    }
}
