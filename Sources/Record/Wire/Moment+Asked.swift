package import Ceasefire

extension Moment {
    /// A time as somebody asks for it: EDTF, where an hour may carry its offset (`1994-05-12T00:01+04:00`, `…Z`).
    ///
    /// Without one it is read at the home zone's offset.
    package init(asked text: String, home: UTCOffset) throws(EDTF.Fault) {
        var stated: UTCOffset?
        if let hour = text.firstIndex(of: "T") {
            let tail = text[hour...]
            if tail.hasSuffix("Z") {
                stated = .utc
            } else if let sign = tail.lastIndex(where: { $0 == "+" || $0 == "-" }) {
                stated = UTCOffset(String(tail[sign...]))
            }
        }
        let date = try EDTF(text, at: stated ?? home, stated: stated)
        self.init(edtf: text, offset: stated, earliest: date.earliest, latest: date.latest)
    }
}
