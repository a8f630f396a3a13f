/// Why a sealed body cannot be kept, read or destroyed, and what to do.
package struct VaultFault: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, Hashable, Sendable {
        /// Not the file of a vault.
        case malformed
        /// Not a PEM file with an X25519 key.
        case malformedKey
        /// No copy is encrypted to this key.
        case notForKey
        /// Some byte of the copy is another than was sealed, or the copy is of another entry.
        case altered
        /// The vault has nothing for this entry: it was destroyed, or never kept here.
        case missing
        /// The vault has this item already.
        case taken
        /// The file cannot be read or written.
        case file
    }

    package var code: Code
    package var message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { message }
    package static func == (left: VaultFault, right: VaultFault) -> Bool { left.code == right.code }
    package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
