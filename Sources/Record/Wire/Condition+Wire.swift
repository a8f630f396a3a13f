package import Ceasefire

extension Condition: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        if try r.hasMember("at") {
            try r.member("at")
            self = .at(try Condition.readings(&r))
        } else if try r.hasMember("all") {
            self = .all(try r.list("all"))
        } else if try r.hasMember("any") {
            self = .any(try r.list("any"))
        } else if try r.hasMember("atLeast") {
            try r.member("atLeast")
            try r.openObject()
            let count: Int = try r.required("count")
            let parts: [Condition] = try r.list("of")
            guard (1...max(1, parts.count)).contains(count), !parts.isEmpty else {
                throw r.fault("at least \(count) of \(parts.count) conditions can never be")
            }
            self = .atLeast(count, parts)
            try r.closeObject()
        } else if try r.hasMember("after") {
            try r.member("after")
            try r.openObject()
            self = .after(try r.required("duration"), try r.required("of"))
            try r.closeObject()
        } else if try r.hasMember("unless") {
            try r.member("unless")
            try r.openObject()
            self = .unless(try r.required("holds"), try r.required("event"), by: try r.optional("by"))
            try r.closeObject()
        } else {
            self = .event(try Event(fields: &r))
        }
    }

    /// One moment as it is, several as `readings`.
    private static func readings<R: WireReader>(_ r: inout R) throws(WireFault) -> [Moment] {
        try r.openObject()
        let moments: [Moment]
        if try r.hasMember("readings") {
            moments = try r.list("readings")
            guard moments.count > 1 else { throw r.fault("a single reading is written as it is") }
        } else {
            moments = [try Moment(fields: &r)]
        }
        try r.closeObject()
        return moments
    }

    package func write(fields w: inout JSONWriter) {
        switch self {
        case .at(let moments):
            w.name("at")
            w.openObject()
            if moments.count == 1 {
                moments[0].write(fields: &w)
            } else {
                w.member("readings", moments)
            }
            w.closeObject()
        case .event(let event): event.write(fields: &w)
        case .all(let parts): w.member("all", parts)
        case .any(let parts): w.member("any", parts)
        case .atLeast(let count, let parts):
            w.object("atLeast") { w in
                w.member("count", count)
                w.member("of", parts)
            }
        case .after(let duration, let condition):
            w.object("after") { w in
                w.member("duration", duration)
                w.member("of", condition)
            }
        case .unless(let condition, let event, let limit):
            w.object("unless") { w in
                w.member("holds", condition)
                w.member("event", event)
                w.member("by", limit)
            }
        }
    }
}
