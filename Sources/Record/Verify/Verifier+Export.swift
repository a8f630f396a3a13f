import TransparencyLog

extension Verifier {
    /// Checks an exported record, by its own policy where no other is given.
    package func verify(
        export path: String, progress: (Int) -> Void = { _ in }
    ) async throws(ArchiveError) -> Verification {
        let export = try ExportArchive(path)
        var verifier = self
        if verifier.policy == nil { verifier.policy = export.policy }
        var verification = try await verifier.verify(export, progress: progress)
        for name in export.strangers {
            verification.add(Verification.Reason(.file, name, "belongs to no export"), to: .form, as: .failed)
        }
        return verification
    }
}
