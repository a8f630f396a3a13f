import Foundation
import Testing

@testable import TransparencyLog

@Suite struct `Reading and writing base64` {
    @Test func `bytes of every length come back, as another writer spells them`() {
        var random = SplitMix64(seed: 1994)
        for length in 0..<200 {
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
            let text = Array(Data(bytes).base64EncodedString().utf8)
            #expect(Base64.encode(bytes) == text)
            #expect(Base64.decode(text) == bytes)
        }
    }

    /// Four letters are looked at together, the last of a text apart: each byte is tried at every place of several.
    @Test(arguments: [Array("Baku".utf8), Array("Stepanakert-5".utf8), Array("Bishkek, 5 May 1994".utf8)])
    func `a byte changed at any place gives other bytes or none`(bytes: [UInt8]) {
        let text = Base64.encode(bytes)
        for place in text.indices {
            for byte in UInt8.min...UInt8.max where byte != text[place] {
                var changed = text
                changed[place] = byte
                let found = Base64.decode(changed)
                #expect(found == nil || (found != bytes && Base64.encode(found!) == changed))
                let isLetter =
                    (byte < 0x80 && Character(Unicode.Scalar(byte)).isLetter)
                    || "0123456789+/".utf8.contains(byte)
                if !isLetter, byte != UInt8(ascii: "=") { #expect(found == nil) }
            }
        }
    }

    @Test(arguments: [
        "QQ", "QQ=", "QQ==QQ==", "Q===", "====", "QR==", "QUJ=", "QUI", "QUI=\n", " QUI=", "Q=I=", "QQ-_",
    ])
    func `what another spelling would be is refused`(text: String) {
        #expect(Base64.decode(Array(text.utf8)) == nil)
    }
}
