package import Ceasefire
import Crypto
import Foundation

/// A participant's private key. It never reaches the server and never lies under the record's folder.
package struct PrivateKey: Sendable {
    private enum Material: Sendable {
        case ed25519(Curve25519.Signing.PrivateKey)
        case mldsa65(MLDSA65.PrivateKey)
    }

    private let material: Material

    /// A new random key.
    package init(_ algorithm: KeyAlgorithm = .ed25519) throws(KeyFault) {
        var source = SystemRandomNumberGenerator()
        let seed = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &source) }
        try self.init(algorithm, seed: seed)
    }

    /// - Throws: `malformedPrivateKey` unless the seed has 32 bytes.
    package init(_ algorithm: KeyAlgorithm, seed: [UInt8]) throws(KeyFault) {
        do {
            switch algorithm {
            case .ed25519: material = .ed25519(try Curve25519.Signing.PrivateKey(rawRepresentation: seed))
            case .mldsa65:
                material = .mldsa65(try MLDSA65.PrivateKey(seedRepresentation: seed, publicKey: nil))
            }
        } catch {
            throw KeyFault(.malformedPrivateKey, "a private key has a seed of 32 bytes, not \(seed.count)")
        }
    }

    /// Reads a PEM file with a PKCS#8 key, as `openssl genpkey -algorithm ed25519` writes it.
    package init(pem: String) throws(KeyFault) {
        guard let der = PEM.contents(of: pem, "PRIVATE KEY") else {
            throw KeyFault(.malformedPrivateKey, "no PEM file that begins with BEGIN PRIVATE KEY")
        }
        for algorithm in KeyAlgorithm.allCases where der.starts(with: algorithm.privateKeyPrefix) {
            try self.init(algorithm, seed: Array(der[algorithm.privateKeyPrefix.count...]))
            return
        }
        let names = KeyAlgorithm.allCases.map(\.rawValue).joined(separator: " or ")
        throw KeyFault(.malformedPrivateKey, "no PKCS#8 key of \(names) without password")
    }

    package var pem: String {
        PEM.text(algorithm.privateKeyPrefix + seed, "PRIVATE KEY")
    }

    package var algorithm: KeyAlgorithm {
        switch material {
        case .ed25519: .ed25519
        case .mldsa65: .mldsa65
        }
    }

    package var publicKey: PublicKey {
        switch material {
        case .ed25519(let key): PublicKey(.ed25519, raw: key.publicKey.rawRepresentation)
        case .mldsa65(let key): PublicKey(.mldsa65, raw: key.publicKey.rawRepresentation)
        }
    }

    package func signature(for message: [UInt8]) throws(KeyFault) -> [UInt8] {
        do {
            switch material {
            case .ed25519(let key): return Array(try key.signature(for: message))
            case .mldsa65(let key): return Array(try key.signature(for: message))
            }
        } catch {
            throw KeyFault(.signing, "the key could not sign: \(error)")
        }
    }

    private var seed: [UInt8] {
        switch material {
        case .ed25519(let key): Array(key.rawRepresentation)
        case .mldsa65(let key): Array(key.seedRepresentation)
        }
    }
}
