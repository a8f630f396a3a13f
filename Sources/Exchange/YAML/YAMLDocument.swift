internal import Yams

/// A YAML file as a tree of values.
///
/// Of YAML only what a form needs is read: members, lists and scalars. Anchors and aliases are refused before the tree
/// is built, since a few lines of them can unfold into more than a machine holds.
enum YAMLDocument {
    /// The largest file that is read.
    static let maximumBytes = 4 << 20

    /// The value of the only document in `text`.
    static func value(of text: String) throws(YAMLSlip) -> YAMLValue {
        if let line = lineOfAnchor(in: text) { throw anchored(line) }
        do {
            // Nodes refer to their anchors weakly: the parser, which holds them, must outlive the walk.
            let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
            let root = try parser.singleRoot()
            return try withExtendedLifetime(parser) {
                guard let root else { return YAMLValue(.empty, YAMLValue.Mark(line: 1, column: 1)) }
                return try value(of: root, depth: 0)
            }
        } catch let slip as YAMLSlip {
            throw slip
        } catch let error as YamlError {
            throw slip(of: error)
        } catch {
            throw YAMLSlip(line: 1, what: "the file is not YAML: \(error)", remedy: "Correct the file.")
        }
    }

    private static func value(of node: Node, depth: Int) throws(YAMLSlip) -> YAMLValue {
        let mark = YAMLValue.Mark(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
        guard node.anchor == nil else { throw anchored(mark.line) }
        guard depth < 64 else {
            throw YAMLSlip(
                line: mark.line, what: "values are nested more than 64 deep", remedy: "Write it flatter.")
        }
        switch node {
        case .alias: throw anchored(mark.line)
        case .scalar(let scalar):
            let isPlain = scalar.style == .plain || scalar.style == .any
            if isPlain, ["", "~", "null"].contains(scalar.string) { return YAMLValue(.empty, mark) }
            return YAMLValue(.scalar(scalar.string), mark)
        case .sequence(let sequence):
            var elements: [YAMLValue] = []
            elements.reserveCapacity(sequence.count)
            for element in sequence { elements.append(try value(of: element, depth: depth + 1)) }
            return YAMLValue(.list(elements), mark)
        case .mapping(let mapping):
            var members: [YAMLValue.Member] = []
            members.reserveCapacity(mapping.count)
            for (key, node) in mapping {
                let name = try value(of: key, depth: depth + 1)
                guard let text = name.text else {
                    throw YAMLSlip(
                        line: name.mark.line, what: "a member is named by \(name.kind)",
                        remedy: "Name it by a word, such as “instrument:”.")
                }
                let value = try value(of: node, depth: depth + 1)
                members.append(YAMLValue.Member(name: text, mark: name.mark, value: value))
            }
            return YAMLValue(.object(members), mark)
        }
    }

    private static func anchored(_ line: Int) -> YAMLSlip {
        YAMLSlip(
            line: line, what: "anchors (&name) and aliases (*name) are not read",
            remedy: "Write the value out again.")
    }

    /// The line of an anchor whose name an alias repeats. Looked for in the bare text: building the tree first would be
    /// too late. Prose that happens to hold both `&name` and `*name` after a space is refused with it.
    private static func lineOfAnchor(in text: String) -> Int? {
        var anchors: [Substring: Int] = [:]
        var aliases: Set<Substring> = []
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard line.utf8.contains(UInt8(ascii: "&")) || line.utf8.contains(UInt8(ascii: "*")) else {
                continue
            }
            let words = line.split(whereSeparator: { $0 == " " || $0 == "\t" || "[]{},:?".contains($0) })
            for word in words where word.utf8.count > 1 {
                if word.first == "&", anchors[word.dropFirst()] == nil {
                    anchors[word.dropFirst()] = number + 1
                }
                if word.first == "*" { aliases.insert(word.dropFirst()) }
            }
        }
        return anchors.filter { aliases.contains($0.key) }.map(\.value).min()
    }

    private static func slip(of error: YamlError) -> YAMLSlip {
        let indentation =
            "Look at the indentation and the quotes there; a text with “: ” or “ #” in it is quoted."
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let what = [context?.text, problem].compactMap { $0 }.joined(separator: ": ")
            return YAMLSlip(line: mark.line, what: "the YAML cannot be read (\(what))", remedy: indentation)
        case .duplicatedKeysInMapping(let names, let context):
            return YAMLSlip(
                line: context.mark.line, what: "the member “\(names.sorted().first ?? "")” stands here twice",
                remedy: "Keep one of them.")
        default:
            return YAMLSlip(line: 1, what: "the YAML cannot be read (\(error))", remedy: indentation)
        }
    }
}
