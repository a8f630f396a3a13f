package import Record
import TransparencyLog

extension Verification: Answer {
    package func write(answer w: inout JSONWriter) {
        w.openObject()
        w.member("verdict", verdict.rawValue)
        w.member("record", record)
        w.member("log", log?.description)
        w.member("size", size)
        w.member("root", root.base64)
        w.truth("exercise", isExercise)
        w.answers("checks", checks)
        w.closeObject()
    }
}

extension Verification.Check: Answer {
    package func write(answer w: inout JSONWriter) {
        w.openObject()
        w.member("check", topic.rawValue)
        w.member("verdict", verdict.rawValue)
        w.member("count", count)
        w.answers("reasons", reasons)
        w.member("reasonCount", reasonCount)
        w.closeObject()
    }
}

extension Verification.Reason: Answer {
    package func write(answer w: inout JSONWriter) {
        w.openObject()
        w.member("code", code.rawValue)
        w.member("entry", entry)
        w.texts("arguments", arguments)
        w.closeObject()
    }
}
