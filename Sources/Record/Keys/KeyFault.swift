/// What is wrong with a key or a key file, and what to do.
package struct KeyFault: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, Hashable, Sendable {
        /// Not the base64 of a SubjectPublicKeyInfo of the algorithm named.
        case malformedPublicKey
        /// Not a PEM file with a PKCS#8 key of an algorithm that envelopes may use.
        case malformedPrivateKey
        /// A private key that would lie under the record's folder.
        case insideRecord
        /// The file cannot be read or written.
        case file
        /// The cryptographic library refused to sign.
        case signing
    }

    package var code: Code
    package var message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { message }
    package static func == (left: KeyFault, right: KeyFault) -> Bool { left.code == right.code }
    package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
