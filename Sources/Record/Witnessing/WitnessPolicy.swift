import Foundation
package import TransparencyLog

/// The keeper's policy as it lies in the record's folder: the witnesses that are asked, and how many must have cosigned.
package struct WitnessPolicy: Sendable {
    package let bytes: [UInt8]
    package let policy: Policy

    /// - Returns: `nil` where the folder has none.
    /// - Throws: `foreign` where the policy cannot be read or is for another log.
    package init?(of folder: RecordFolder, log: VerifierKey) throws(ArchiveError) {
        guard let data = FileManager.default.contents(atPath: folder.policyPath) else { return nil }
        bytes = Array(data)
        do throws(LogError) {
            policy = try Policy(parsing: bytes)
        } catch {
            throw ArchiveError(
                .foreign, "\(folder.policyPath) is no policy: \(error.message)",
                remedy: "Write it as C2SP tlog-policy says: log, witness, group, quorum.")
        }
        guard policy.logs.isEmpty || policy.logs.contains(where: { $0.key == log }) else {
            throw ArchiveError(
                .foreign, "\(folder.policyPath) is a policy for other logs than \(log).",
                remedy: "Add the line: log \(log)")
        }
    }

    /// The witnesses that can be asked: those with an address.
    package var asked: [Policy.Witness] { policy.witnesses.filter { $0.url != nil } }
}

/// The witnesses' view of a record as its keeper wrote it down, for those who only read the folder.
package struct WitnessedFolder: CosignedHeads {
    private let folder: RecordFolder
    private let log: VerifierKey

    package init(_ folder: RecordFolder, log: VerifierKey) {
        self.folder = folder
        self.log = log
    }

    package var policyFile: [UInt8]? {
        get async { (try? WitnessPolicy(of: folder, log: log))?.bytes }
    }

    package var witnessed: WitnessedHead? {
        get async {
            guard let policy = try? WitnessPolicy(of: folder, log: log) else { return nil }
            return WitnessedFolder.kept(in: folder, log: log, by: policy.policy)
        }
    }

    package func cosigned(_ note: SignedNote) async -> SignedNote {
        guard let witnessed = await witnessed, witnessed.note.text == note.text else { return note }
        return witnessed.note
    }

    /// What was kept by an earlier run; `nil` where there is nothing, or nothing that holds under the policy of today.
    static func kept(in folder: RecordFolder, log: VerifierKey, by policy: Policy) -> WitnessedHead? {
        guard let bytes = FileManager.default.contents(atPath: folder.witnessedPath),
            let note = try? SignedNote(parsing: Array(bytes))
        else { return nil }
        return WitnessedHead(note, log: log, by: policy)
    }
}
