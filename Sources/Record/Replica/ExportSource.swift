/// A log in one file: an exported record, or any tar of a static log.
package struct ExportSource: LogSource {
    private let tar: TarFile

    /// - Throws: `cannotOpen` or `damaged` if the file is no whole tar.
    package init(_ path: String) throws(ArchiveError) { tar = try TarFile(path) }

    package func file(
        _ path: String, from start: Int, limit: Int
    ) async throws(SourceFault) -> SourceFile? {
        do throws(ArchiveError) {
            guard let bytes = try tar.contents(of: path) else { return nil }
            guard bytes.count - start <= limit else {
                throw ArchiveError(.damaged, "\(path) is too long.", remedy: "Get the export again.")
            }
            return SourceFile(Array(bytes.dropFirst(start)))
        } catch {
            throw SourceFault(.broken, error.description)
        }
    }
}
