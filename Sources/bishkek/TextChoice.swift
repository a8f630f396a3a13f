import Ceasefire
import Pages
import Record

/// Finds the text that somebody means: by copy, by language, or by the beginning of its digest.
struct TextChoice {
    let record: OpenRecord
    let view: View
    let instrument: InstrumentID

    /// The texts of a copy, or all, in a language or in all of them, the first tabled first.
    func versions(copy: String?, language: String?) throws -> [TextVersion] {
        var versions = view.versions(of: instrument)
        guard !versions.isEmpty else {
            throw Failure("\(instrument) has no text in the record: nobody tabled one.")
        }
        if let copy {
            let copies = view.process.signing.copyOrder[instrument] ?? []
            guard let id = CopyID(copy), copies.contains(id) else {
                throw Failure.usage(
                    "\(instrument) has no copy “\(copy)”. It has: \(list(copies.map(\.text))).")
            }
            let texts = view.texts(of: id, of: instrument)
            versions = versions.filter { texts.contains($0.text) }
        }
        if let language {
            let known = Set(versions.map(\.language)).sorted()
            versions = versions.filter { $0.language == language }
            if versions.isEmpty {
                throw Failure.usage(
                    "There is no text of \(instrument) in “\(language)”. There is: \(list(known)).")
            }
        }
        guard !versions.isEmpty else { throw Failure("The texts of that copy are not tabled.", code: 2) }
        return versions
    }

    /// The text called `name`: a copy, a language, or the beginning of a digest.
    func version(_ name: String, language: String?) throws -> TextVersion {
        let copies = view.process.signing.copyOrder[instrument] ?? []
        let versions = view.versions(of: instrument)
        if let id = CopyID(name), copies.contains(id),
            let first = try self.versions(copy: name, language: language).first
        {
            return first
        }
        if let version = versions.first(where: { $0.language == name }) { return version }
        let digests = versions.filter { $0.text.hex.hasPrefix(name) && name.count >= 6 }
        if digests.count == 1 { return digests[0] }
        throw Failure.usage(
            "\(instrument) has no text “\(name)”. Name a copy (\(list(copies.map(\.text)))), a language "
                + "(\(list(Set(versions.map(\.language)).sorted()))), or the first digits of a digest "
                + "(\(list(versions.map { String($0.text.hex.prefix(8)) }))).")
    }

    /// The clauses of a text with their words.
    func clauses(of version: TextVersion) async throws -> [Comparison.Text] {
        Comparison.texts(of: version, Array(try await record.text(version.text).utf8))
    }

    private func list(_ words: [String]) -> String { words.isEmpty ? "none" : words.joined(separator: ", ") }
}
