package import Ceasefire
package import Record

/// A derived answer that can be written as JSON. The shapes are documented in docs/command-line.md and only grow.
package protocol Answer {
    func write(answer w: inout JSONWriter)
}

extension JSONWriter {
    package mutating func answer(_ name: String, _ value: some Answer) {
        self.name(name)
        value.write(answer: &self)
    }

    /// A list is written even where it is empty.
    package mutating func answers(_ name: String, _ values: [some Answer]) {
        self.name(name)
        openList()
        for value in values { value.write(answer: &self) }
        closeList()
    }

    package mutating func texts(_ name: String, _ values: [String]) {
        self.name(name)
        openList()
        for value in values { string(value) }
        closeList()
    }

    package mutating func numbers(_ name: String, _ values: [Int]) {
        self.name(name)
        openList()
        for value in values { integer(value) }
        closeList()
    }

    /// A truth that is written either way.
    package mutating func truth(_ name: String, _ value: Bool) {
        self.name(name)
        boolean(value)
    }

    package mutating func range(_ name: String, _ range: ClosedRange<Instant>?) {
        guard let range else { return }
        self.name(name)
        openObject()
        member("earliest", range.lowerBound)
        member("latest", range.upperBound)
        closeObject()
    }
}

extension Moment: Answer {
    package func write(answer w: inout JSONWriter) {
        w.openObject()
        if !edtf.isEmpty { w.member("edtf", edtf) }
        w.member("offset", offset)
        w.member("place", place)
        if earliest > .distantPast { w.member("earliest", earliest) }
        if latest < .distantFuture { w.member("latest", latest) }
        w.closeObject()
    }
}

extension Source: Answer {
    package func write(answer w: inout JSONWriter) { write(to: &w) }
}
