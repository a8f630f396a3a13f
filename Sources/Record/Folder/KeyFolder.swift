package import Ceasefire
import Foundation

/// Where participants' private keys lie, one PEM file each: `<participant>.pem`, and `<participant>_ml-dsa-65.pem` for a
/// second algorithm.
package struct KeyFolder: Sendable {
    package let path: String

    /// - Throws: `insideRecord` if the folder lies in that of the record.
    package init(_ path: String, outside record: RecordFolder) throws(KeyFault) {
        try record.checkOutside(path)
        self.path = path
    }

    package func create(
        _ algorithm: KeyAlgorithm = .ed25519, for participant: ParticipantID
    ) throws(KeyFault) -> PrivateKey {
        let key = try PrivateKey(algorithm)
        try PrivateFile.makeFolder(path)
        try PrivateFile.write(key.pem, to: file(algorithm, participant))
        return key
    }

    /// The participant's keys, Ed25519 first; none where there is no file.
    package func keys(of participant: ParticipantID) throws(KeyFault) -> [PrivateKey] {
        var keys: [PrivateKey] = []
        for algorithm in KeyAlgorithm.allCases {
            let file = file(algorithm, participant)
            guard FileManager.default.fileExists(atPath: file) else { continue }
            keys.append(try PrivateKey(pem: try PrivateFile.read(file)))
        }
        return keys
    }

    private func file(_ algorithm: KeyAlgorithm, _ participant: ParticipantID) -> String {
        // No identifier has an underscore, so that no participant's name makes the file of another.
        let suffix = algorithm == .ed25519 ? "" : "_\(algorithm.rawValue)"
        return "\(path)/\(participant.text)\(suffix).pem"
    }
}
