package import Ceasefire
package import Record

extension Comparison.Row: Answer {
    package func write(answer w: inout JSONWriter) {
        w.openObject()
        w.member("clause", clause)
        w.member("kind", kind.rawValue)
        w.answers("runs", runs)
        w.closeObject()
    }
}

extension Comparison.Run: Answer {
    package func write(answer w: inout JSONWriter) {
        w.openObject()
        switch self {
        case .kept(let words): w.member("kept", words)
        case .deleted(let words): w.member("deleted", words)
        case .inserted(let words): w.member("inserted", words)
        }
        w.closeObject()
    }
}
