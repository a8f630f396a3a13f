package import Ceasefire
import TransparencyLog

extension Predecessor: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        let log: String = try r.required("log")
        let size: Int = try r.required("size")
        guard size > 0 else { throw r.fault("a record of \(size) entries has no successor") }
        let root: String = try r.required("root")
        guard (try? Hash(base64: root)) != nil else { throw r.fault("no 32 bytes in base64") }
        let signature: String = try r.required("signature")
        guard let bytes = Base64.decode(Array(signature.utf8)), bytes.count > 4 else {
            throw r.fault("no signature in base64")
        }
        self.init(
            log: log, size: size, root: root, signature: signature, reason: try r.required("reason"))
    }

    package func write(fields w: inout JSONWriter) {
        w.member("log", log)
        w.member("size", size)
        w.member("root", root)
        w.member("signature", signature)
        w.member("reason", reason)
    }
}

extension SuccessionReason: WireText {}
