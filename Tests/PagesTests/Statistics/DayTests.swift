import Ceasefire
import Testing

@testable import Pages

@Suite struct `A day` {
    @Test func `is read as it is printed`() throws {
        for text in ["1994-05-12", "2020-02-29", "1970-01-01", "1969-12-31", "0001-01-01", "9999-12-31"] {
            #expect(try #require(Day(iso: text)).description == text)
        }
        #expect(Day(iso: "1970-01-01")?.number == 0)
    }

    @Test(arguments: [
        "2021-02-29", "2020-13-01", "2020-1-1", "20200101", "2020-01-01T00:00", "", "--", "+020-01-01",
        "2020-01-0１",
    ])
    func `is nothing else`(text: String) {
        #expect(Day(iso: text) == nil)
    }

    @Test func `six months later is the same day of the month, or its last`() throws {
        let july = try #require(Day(year: 2020, month: 7, day: 27))
        #expect(july.advanced(months: 6).description == "2021-01-27")
        #expect(july.advanced(months: -6).description == "2020-01-27")
        #expect(try #require(Day(iso: "2020-08-31")).advanced(months: 6).description == "2021-02-28")
        #expect(july.advanced(days: 182).description == "2021-01-25")
    }
}

@Suite struct `Numbers in words` {
    private let catalogue = Catalogue.withoutRecord

    @Test func `are grouped, and minus is a minus`() {
        #expect(catalogue.number(3194) == "3,194")
        #expect(catalogue.number(-1_234_567) == "−1,234,567")
        #expect(catalogue.number(0.0674, digits: 3) == "0.067")
        #expect(catalogue.number(-0.04, digits: 1) == "0.0")
        #expect(catalogue.number(999.999, digits: 2) == "1,000.00")
        #expect(catalogue.number(.infinity, digits: 1) == "∞")
        #expect(catalogue.number(Int.min) == "−9,223,372,036,854,775,808")
    }

    @Test func `a rate keeps the digits that count`() {
        let said = [642.4, 43.3, 9.96, 4.32, 0.0674, 0, 5, 0.000_06, 1e300].map { catalogue.rate($0) }
        #expect(said == ["642", "43", "10", "4.3", "0.067", "0", "5", "0.000060", "1e+300"])
    }

    @Test func `a ratio is told as a change`() {
        #expect(catalogue.change(0.0674) == "−93 %")
        #expect(catalogue.change(1.12) == "+12 %")
        #expect(catalogue.change(1) == "0 %")
        #expect(catalogue.change(0.003557) == "−99.6 %")
        #expect(catalogue.change(0) == "−100 %")
        #expect(catalogue.change(4.2) == "× 4.2")
        #expect(catalogue.change(.infinity) == "without limit")
    }
}
