import TransparencyLog

/// Textual encoding of keys (RFC 7468).
enum PEM {
    /// What stands between the lines that name `label`, decoded; `nil` if that is no such file.
    static func contents(of text: String, _ label: String) -> [UInt8]? {
        let lines = text.split(whereSeparator: \.isNewline)
        guard lines.count > 2, lines.first == "-----BEGIN \(label)-----",
            lines.last == "-----END \(label)-----"
        else { return nil }
        return Base64.decode(Array(lines.dropFirst().dropLast().joined().utf8))
    }

    /// The file, with 64 letters a line.
    static func text(_ bytes: [UInt8], _ label: String) -> String {
        var lines = ["-----BEGIN \(label)-----"]
        var rest = Base64.string(bytes)[...]
        while !rest.isEmpty {
            lines.append(String(rest.prefix(64)))
            rest = rest.dropFirst(64)
        }
        return (lines + ["-----END \(label)-----", ""]).joined(separator: "\n")
    }
}
