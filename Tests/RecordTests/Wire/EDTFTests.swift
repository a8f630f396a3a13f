import Ceasefire
import Record
import Testing

@Suite struct `Dates in EDTF` {
    private static let baku = UTCOffset("+04:00") ?? .utc

    @Test(arguments: [
        ("1994", "1993-12-31T20:00:00.000Z", "1994-12-31T20:00:00.000Z"),
        ("1993-12", "1993-11-30T20:00:00.000Z", "1993-12-31T20:00:00.000Z"),
        ("1996-02", "1996-01-31T20:00:00.000Z", "1996-02-29T20:00:00.000Z"),
        ("1994-05-08", "1994-05-07T20:00:00.000Z", "1994-05-08T20:00:00.000Z"),
        ("1994-05-09?", "1994-05-08T20:00:00.000Z", "1994-05-09T20:00:00.000Z"),
        ("1994-05~", "1994-04-30T20:00:00.000Z", "1994-05-31T20:00:00.000Z"),
        ("1994-05-12T00:01", "1994-05-11T20:01:00.000Z", "1994-05-11T20:01:00.000Z"),
        ("1994-05-12T00:01:30", "1994-05-11T20:01:30.000Z", "1994-05-11T20:01:30.000Z"),
        ("1994-05-12T00:01+04:00", "1994-05-11T20:01:00.000Z", "1994-05-11T20:01:00.000Z"),
        ("1995-02-04/1995-02-06", "1995-02-03T20:00:00.000Z", "1995-02-06T20:00:00.000Z"),
        ("1994-05-04/1994-05-04", "1994-05-03T20:00:00.000Z", "1994-05-04T20:00:00.000Z"),
        ("1994-05-04/1994-05", "1994-05-03T20:00:00.000Z", "1994-05-31T20:00:00.000Z"),
    ])
    func `a date is the interval from its beginning to its end`(
        text: String, earliest: String, latest: String
    ) throws {
        let date = try EDTF(text, at: Self.baku, stated: Self.baku)
        #expect(date.earliest.rfc3339 == earliest)
        #expect(date.latest.rfc3339 == latest)
    }

    @Test func `a span may be open at one end`() throws {
        #expect(try EDTF("1994-05-12/..", at: .utc, stated: nil).latest == .distantFuture)
        #expect(try EDTF("../1994-05-12", at: .utc, stated: nil).earliest == .distantPast)
    }

    @Test(arguments: [
        "", "94", "1994-5", "1994-05-32", "1994-02-29", "1994-13", "1994-05-08T", "1994-05-08T24:00",
        "1994-05-08T12",
        "1994-05-08T12:00:60", "1994-05-08 12:00", "1994-05-08??", "?1994", "1994-05T12:00", "../..",
        "1994/1993",
        "1994-05-08/1994-05-07", "1994/1995/1996", "/1994", "1994-XX", "199x", "1994-05-08Z", "0000", " 1994",
        "1994\n",
        "1994-05-12T00:01+4:00", "1994-05-12T00:01-00:00",
    ])
    func `what is no date is refused`(text: String) {
        #expect(throws: EDTF.Fault.self) { try EDTF(text, at: Self.baku, stated: Self.baku) }
    }

    @Test func `an offset within the date must be the one that is stated`() {
        #expect(throws: EDTF.Fault.self) { try EDTF("1994-05-12T00:01Z", at: Self.baku, stated: Self.baku) }
        #expect(throws: EDTF.Fault.self) { try EDTF("1994-05-12T00:01Z", at: .utc, stated: nil) }
        #expect(throws: Never.self) { try EDTF("1994-05-12T00:01Z", at: .utc, stated: .utc) }
    }

    @Test func `a date without offset is read at the home zone's and says so`() throws {
        var reader = JSONReader(Array(#"{"edtf":"1994-05-08"}"#.utf8), home: Self.baku)
        let moment: Moment = try reader.value()
        #expect(moment.offset == nil)
        #expect(moment.earliest.rfc3339 == "1994-05-07T20:00:00.000Z")
    }

    @Test(arguments: [
        "1994-05-12T00:01:00Z", "1994-05-12T00:01:00.0Z", "1994-05-12T00:01:00.000+00:00",
        "1994-05-12 00:01:00.000Z",
        "1994-02-30T00:00:00.000Z", "1994-05-12T00:01:60.000Z", "1994-05-12t00:01:00.000z",
    ])
    func `an instant has one spelling`(text: String) { #expect(Instant(rfc3339: text) == nil) }

    @Test func `instants and offsets survive the wire`() throws {
        var random = SeededGenerator(seed: 4)
        for _ in 0..<2_000 {
            let instant = Instant(
                milliseconds: Int64.random(in: -60_000_000_000_000...250_000_000_000_000, using: &random))
            #expect(Instant(rfc3339: instant.rfc3339) == instant)
            let offset = try #require(UTCOffset(minutes: Int.random(in: -1080...1080, using: &random)))
            #expect(UTCOffset(offset.text) == offset)
        }
    }
}
