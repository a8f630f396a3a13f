package import Ceasefire

extension Moment: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        try r.member("edtf")
        let text = try r.utf8()
        let inDate = r.spot
        let offset: UTCOffset? = try r.optional("offset")
        let date: EDTF
        do throws(EDTF.Fault) {
            guard !text.isEmpty else { throw EDTF.Fault(what: "the date is empty") }
            date = try EDTF(utf8: text, at: offset ?? r.home, stated: offset)
        } catch {
            throw r.fault(error.what, at: inDate)
        }
        self.init(
            edtf: String(decoding: text, as: UTF8.self), offset: offset, zone: try r.optional("zone"),
            place: try r.optional("place"),
            earliest: date.earliest, latest: date.latest)
    }

    package func write(fields w: inout JSONWriter) {
        w.member("edtf", edtf)
        w.member("offset", offset)
        w.member("zone", zone)
        w.member("place", place)
    }
}

extension Moment {
    /// The moment that `edtf` means at `offset`, or at `home` where nobody said which offset was meant.
    package init(
        _ edtf: String, offset: UTCOffset? = nil, home: UTCOffset, zone: String? = nil, place: PlaceID? = nil
    ) throws(EDTF.Fault) {
        let date = try EDTF(edtf, at: offset ?? home, stated: offset)
        self.init(
            edtf: edtf, offset: offset, zone: zone, place: place, earliest: date.earliest, latest: date.latest
        )
    }
}

extension Source: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        self.init(
            title: try r.required("title"),
            locator: try r.optional("locator"),
            published: try r.optional("published")
        )
    }

    package func write(fields w: inout JSONWriter) {
        w.member("title", title)
        w.member("locator", locator)
        w.member("published", published)
    }
}

extension Duration: WireObject {
    package init<R: WireReader>(fields r: inout R) throws(WireFault) {
        let count: Int = try r.required("count")
        // A century in minutes: room for every term that an instrument states, and none for overflow.
        guard (0...52_600_000).contains(count) else { throw r.fault("\(count) is no length of time") }
        self.init(count, try r.required("unit"), offsets: try r.list("offsets"))
    }

    package func write(fields w: inout JSONWriter) {
        w.member("count", count)
        w.member("unit", unit)
        w.member("offsets", offsets)
    }
}

extension Duration.Unit: WireText {}
