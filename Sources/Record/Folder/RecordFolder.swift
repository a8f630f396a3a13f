import Foundation
package import TransparencyLog

/// Where the keeper's files lie: `record.sqlite` and `keys/log.key`. No participant's key is ever here.
package struct RecordFolder: Sendable {
    package let path: String

    package init(_ path: String) { self.path = path }

    package var databasePath: String { "\(path)/record.sqlite" }
    /// What opening the record quickly needs; derived, and made again where it is missing.
    package var snapshotPath: String { "\(path)/snapshot" }
    /// Where the keeper keeps sealed bodies.
    package var vaultPath: String { "\(path)/vault" }
    package var logKeyPath: String { "\(path)/keys/log.key" }
    /// Which witnesses are asked, as the keeper wrote it (C2SP tlog-policy).
    package var policyPath: String { "\(path)/policy" }
    /// The newest head that met the policy's quorum.
    package var witnessedPath: String { "\(path)/witnessed" }

    /// Makes the folder and the log's key, which only its owner can read.
    /// - Throws: `file` if the folder holds a record already or cannot be written.
    package func create(origin: String) throws(KeyFault) -> SigningKey {
        for file in [databasePath, logKeyPath] where FileManager.default.fileExists(atPath: file) {
            throw KeyFault(
                .file, "There is already \(file). Choose another folder; a record is never written over.")
        }
        let key: SigningKey
        do {
            key = try SigningKey(generatedFor: origin)
        } catch {
            throw KeyFault(.malformedPrivateKey, "\(error)")
        }
        try PrivateFile.makeFolder("\(path)/keys")
        try PrivateFile.write("\(key.secretText)\n", to: logKeyPath)
        return key
    }

    package func logKey() throws(KeyFault) -> SigningKey {
        let text = try PrivateFile.read(logKeyPath)
        do {
            return try SigningKey(text.trimmingCharacters(in: .newlines))
        } catch {
            throw KeyFault(.malformedPrivateKey, "\(logKeyPath) holds no key of a log: \(error)")
        }
    }

    /// Refuses a place for participants' private keys that lies in the record's folder, by whatever links it is reached.
    package func checkOutside(_ keys: String) throws(KeyFault) {
        let own = RecordFolder.resolved(path)
        let other = RecordFolder.resolved(keys)
        guard other != own, !other.hasPrefix(own + "/") else {
            throw KeyFault(
                .insideRecord,
                "\(keys) lies in the record's folder \(path). Keep participants' keys elsewhere: the keeper must not "
                    + "have them.")
        }
    }

    /// The path without links, also where its last parts do not exist yet.
    private static func resolved(_ path: String) -> String {
        var url = URL(fileURLWithPath: path).standardizedFileURL
        var missing: [String] = []
        while !FileManager.default.fileExists(atPath: url.path), url.pathComponents.count > 1 {
            missing.insert(url.lastPathComponent, at: 0)
            url.deleteLastPathComponent()
        }
        url = url.resolvingSymlinksInPath()
        for part in missing { url.appendPathComponent(part) }
        return url.path.count > 1 && url.path.hasSuffix("/") ? String(url.path.dropLast()) : url.path
    }
}
