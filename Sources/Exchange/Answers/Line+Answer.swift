package import Ceasefire
package import Record

extension LineStatus: Answer {
    package func write(answer w: inout JSONWriter) {
        w.openObject()
        w.member("line", line.line)
        w.member("role", line.role.rawValue)
        w.member("party", line.party)
        w.member("capacity", line.capacity)
        w.member("name", line.name)
        w.member("state", state.rawValue)
        w.member("signed", signed.rawValue)
        w.answers("choices", choices)
        w.answers("signatures", signatures)
        w.answers("inscriptions", inscriptions)
        w.answers("objections", objections)
        w.texts("demandedBy", demandedBy.map(\.text))
        w.texts("flags", flags.map(\.rawValue))
        w.texts("rivalAccounts", rivals.map(\.text))
        w.member("entry", entry)
        w.closeObject()
    }
}

extension LineStatus.Inscribed: Answer {
    package func write(answer w: inout JSONWriter) {
        w.openObject()
        w.member("name", name)
        w.member("hand", hand.rawValue)
        w.member("copy", copy)
        w.member("entry", entry)
        w.closeObject()
    }
}

extension TextVersion: Answer {
    package func write(answer w: inout JSONWriter) {
        w.openObject()
        w.member("text", text)
        w.member("language", language)
        w.member("basis", basis.rawValue)
        w.texts("copies", copies.map(\.text))
        w.member("entry", entry)
        w.closeObject()
    }
}

extension AlterationView: Answer {
    package func write(answer w: inout JSONWriter) {
        w.openObject()
        w.member("copy", alteration.copy)
        w.member("clause", alteration.clause)
        w.member("language", alteration.language)
        w.member("before", alteration.before)
        w.member("after", alteration.after)
        w.member("hand", alteration.hand.rawValue)
        w.member("from", alteration.from)
        w.member("result", alteration.result)
        w.texts("initialledBy", initialledBy.map(\.text))
        w.member("entry", entry)
        w.closeObject()
    }
}
