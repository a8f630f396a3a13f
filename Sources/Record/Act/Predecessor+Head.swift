package import Ceasefire
package import TransparencyLog

extension Predecessor {
    /// - Parameter note: the head that is chosen as the last one.
    /// - Throws: as ``SeenHead/init(_:signedBy:)`` where `log` has not signed it.
    package init(_ note: SignedNote, of log: VerifierKey, reason: SuccessionReason) throws(LogError) {
        let head = try SeenHead(note, signedBy: log)
        self.init(
            log: log.description, size: head.size, root: head.root.base64,
            signature: Base64.string(head.signature), reason: reason)
    }

    /// The old head with its signature; `nil` where root or signature are none.
    package var head: SeenHead? {
        guard let root = try? Hash(base64: root), let bytes = Base64.decode(Array(signature.utf8)) else {
            return nil
        }
        return SeenHead(size: size, root: root, signature: bytes)
    }
}
