package import Ceasefire
import Foundation

extension RecordFolder {
    /// Where a successor that was made and not opened yet keeps what its entry 0 will commit to.
    package var predecessorPath: String { "\(path)/predecessor.json" }

    package func keep(_ predecessor: Predecessor) throws(KeyFault) {
        var writer = JSONWriter()
        predecessor.write(to: &writer)
        try PrivateFile.write(String(decoding: writer.bytes, as: UTF8.self) + "\n", to: predecessorPath)
    }

    /// `nil` where the record succeeds none.
    /// - Throws: `file` if what is kept cannot be read.
    package func predecessor() throws(KeyFault) -> Predecessor? {
        guard FileManager.default.fileExists(atPath: predecessorPath) else { return nil }
        let text = try PrivateFile.read(predecessorPath)
        var reader = JSONReader(Array(text.trimmingCharacters(in: .newlines).utf8))
        do throws(WireFault) {
            let predecessor = try Predecessor(from: &reader)
            try reader.finish()
            return predecessor
        } catch {
            throw KeyFault(.file, "\(predecessorPath) names no predecessor: \(error). Make the folder again.")
        }
    }
}
