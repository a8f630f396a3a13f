import Exchange
import Pages
import Record

extension JSONWriter {
    /// What became of the rows and columns of a table.
    mutating func losses(_ report: LossReport) {
        name("losses")
        openObject()
        member("rowsRead", report.rowsRead)
        member("rowsRefused", report.rowsRefused)
        member("blankRows", report.blankRows)
        name("refusals")
        openList()
        for refusal in report.refusals {
            openObject()
            member("row", refusal.row)
            member("byte", refusal.byte)
            member("reason", refusal.reason)
            closeObject()
        }
        closeList()
        name("columns")
        openList()
        for column in report.columns {
            openObject()
            member("name", column.name)
            member("read", column.read)
            member("missing", column.missing)
            member("unreadable", column.unreadable)
            member("firstUnreadable", column.firstUnreadable)
            member("firstUnreadableRow", column.firstUnreadableRow)
            closeObject()
        }
        closeList()
        texts("unused", report.unused)
        texts("absent", report.absent)
        closeObject()
    }

    /// A number with a fraction; left out where it is infinite or none.
    mutating func number(_ name: String, _ number: Double?) {
        guard let number, number.isFinite else { return }
        self.name(name)
        self.number(number)
    }

    mutating func day(_ name: String, _ day: Day?) { member(name, day?.description) }
}
