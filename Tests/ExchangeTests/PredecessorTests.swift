import Ceasefire
import Testing

@testable import Exchange

@Suite struct `A header that names a predecessor` {
    private let root = "LCa0a2j/xo/5m0U8HTBBNBNCLXBkg7+g+YpeiGJm564="
    private let signature = "AAECAwQFBgcICQ=="

    private func history(_ reason: String) throws -> HarbourHistory {
        try HarbourHistory().replacing(
            "acts: [acts.yaml]",
            by: """
                predecessor:
                  log: example.org/old+00000000+AA==
                  size: 3
                  root: \(root)
                  signature: \(signature)
                  reason: \(reason)
                acts: [acts.yaml]
                """, in: "history.yaml")
    }

    @Test func `says on which head the record goes on`() throws {
        let predecessor = Predecessor(
            log: "example.org/old+00000000+AA==", size: 3, root: root, signature: signature, reason: .fork)
        #expect(try history("fork").read().header.predecessor == predecessor)
        #expect(try HarbourHistory().read().header.predecessor == nil)
    }

    @Test func `says why the old one ended in one of three words`() throws {
        let mistakes = try history("quarrel").mistakes()
        #expect(mistakes.count == 1)
        #expect(mistakes.first?.contains("“quarrel” is not one of fork, lostKey, unreproducible") == true)
    }
}
