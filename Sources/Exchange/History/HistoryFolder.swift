internal import Ceasefire
internal import Foundation
internal import Record

/// The files of a history, read once each and never from outside its folder.
struct HistoryFolder {
    let root: URL
    private(set) var attachments: [HistoryAttachment] = []
    private var read: [String: Int] = [:]

    /// The largest file that an act may refer to.
    static let maximumBytes = 64 << 20

    init(_ root: URL) { self.root = root.resolvingSymlinksInPath() }

    struct Fault: Error {
        var what: String
        var remedy: String
    }

    /// The bytes of a file of YAML.
    func yaml(_ path: String) throws(Fault) -> String {
        let bytes = try bytes(path, atMost: YAMLDocument.maximumBytes)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Fault(what: "the file is not UTF-8", remedy: "Save it as UTF-8.")
        }
        return text
    }

    /// A file that an act refers to.
    mutating func attachment(_ path: String) throws(Fault) -> HistoryAttachment {
        if let position = read[path] { return attachments[position] }
        let bytes = try bytes(path, atMost: HistoryFolder.maximumBytes)
        let attachment = HistoryAttachment(digest: TextDigest(of: bytes), file: path, bytes: bytes)
        read[path] = attachments.count
        attachments.append(attachment)
        return attachment
    }

    private func bytes(_ path: String, atMost limit: Int) throws(Fault) -> [UInt8] {
        let url = root.appendingPathComponent(path).resolvingSymlinksInPath()
        guard !path.hasPrefix("/"), url.path.hasPrefix(root.path + "/") else {
            throw Fault(
                what: "the file “\(path)” lies outside the history",
                remedy: "Put it into the folder of history.yaml and name it from there.")
        }
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: url.path),
            attributes[.type] as? FileAttributeType == .typeRegular
        else {
            throw Fault(what: "there is no file “\(path)”", remedy: remedy(for: path))
        }
        let size = attributes[.size] as? Int ?? 0
        guard size <= limit else {
            throw Fault(
                what: "the file “\(path)” has \(size) bytes, more than \(limit)",
                remedy: "Split it into several files.")
        }
        guard let data = try? Data(contentsOf: url), data.count <= limit else {
            throw Fault(what: "the file “\(path)” cannot be read", remedy: "Look at its permissions.")
        }
        return [UInt8](data)
    }

    private func remedy(for path: String) -> String {
        let folder =
            path.contains("/") ? String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) + "/" : ""
        let found =
            (try? FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path))
            ?? []
        if let near = Spelling.nearest(to: path, among: found.sorted().map { folder + $0 }) {
            return "Did you mean “\(near)”?"
        }
        return "Name it as it lies below the folder of history.yaml."
    }
}
