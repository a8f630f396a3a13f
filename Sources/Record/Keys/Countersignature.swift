package import Ceasefire
import TransparencyLog

/// What a new key signs to show that its holder has it and wants it for this participant of this record.
package enum Countersignature {
    /// In entry 0, `record` is the origin alone, since the id of the record is not known before.
    package static func message(
        record: String, participant: ParticipantID, algorithm: KeyAlgorithm, spki: String
    ) -> [UInt8] {
        Array("bishkek-key-v1\n\(record)\n\(participant)\n\(algorithm.rawValue)\n\(spki)\n".utf8)
    }

    package static func isValid(_ key: Key, for participant: ParticipantID, in record: String) -> Bool {
        guard let text = key.countersignature, let signature = Base64.decode(Array(text.utf8)),
            let publicKey = try? PublicKey(key)
        else { return false }
        let message = message(
            record: record, participant: participant, algorithm: key.algorithm, spki: key.spki)
        return publicKey.isValid(signature, for: message)
    }
}

extension PrivateKey {
    /// The public half with its countersignature, as acts carry it.
    package func key(for participant: ParticipantID, in record: String) throws(KeyFault) -> Key {
        let spki = publicKey.spkiText
        let message = Countersignature.message(
            record: record, participant: participant, algorithm: algorithm, spki: spki)
        let signature = Base64.string(try signature(for: message))
        return Key(
            algorithm: algorithm, spki: spki, countersignature: signature,
            id: TextDigest(of: publicKey.spki))
    }
}
