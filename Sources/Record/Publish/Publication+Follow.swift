package import TransparencyLog

extension Publication {
    /// Publishes what is new, at most once a second, until the task is called off.
    ///
    /// A disk that is full or gone for a while is said and tried again; what contradicts the record ends it.
    /// - Parameters:
    ///   - cosigned: adds to a head the cosignatures that it has by now.
    ///   - say: hears what goes wrong meanwhile.
    /// - Throws: `inconsistent` if more, or something else, is published than the archive holds.
    package consuming func follow(
        _ archive: any Archive, policy: [UInt8]?,
        cosigned: @Sendable (SignedNote) async -> SignedNote, say: @Sendable (ArchiveError) -> Void
    ) async throws(ArchiveError) {
        var publication = self
        while !Task.isCancelled {
            var pause = Swift.Duration.seconds(1)
            do throws(ArchiveError) {
                var note: SignedNote?
                if let head = try await archive.head() { note = await cosigned(head.note) }
                _ = try await publication.publish(archive, cosigned: note, policy: policy)
            } catch {
                if error.code == .inconsistent { throw error }
                say(error)
                pause = .seconds(5)
            }
            try? await Task.sleep(for: pause)
        }
    }
}
