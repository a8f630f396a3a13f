import Ceasefire
import Hummingbird
import Record

/// A request that cannot be answered: what is wrong with it, and what to do.
struct RequestFault: Error, Sendable {
    var status: HTTPResponse.Status
    var what: String
    var remedy: String

    static func notFound(_ what: String) -> RequestFault {
        RequestFault(
            status: .notFound, what: what, remedy: "Go to the home page and follow a link from there.")
    }

    /// A choice that there is not.
    static func choice(_ what: String, among choices: [String]) -> RequestFault {
        RequestFault(
            status: .badRequest, what: what,
            remedy: choices.isEmpty
                ? "There is none." : "Choose one of these: \(choices.joined(separator: "; ")).")
    }

    /// A time from a question.
    static func moment(_ text: String, _ name: String, _ home: UTCOffset) throws(RequestFault) -> Moment {
        // A plus sign in a link that somebody typed arrives as a space.
        let written =
            text.count > 6 && text.contains("T") ? text.split(separator: " ").joined(separator: "+") : text
        do throws(EDTF.Fault) {
            return try Moment(asked: written, home: home)
        } catch {
            throw RequestFault(
                status: .badRequest, what: "“\(text)” is no time for “\(name)”: \(error.what).",
                remedy: "Write a date such as 1994-05-12, or an hour with its offset: 1994-05-12T00:01+04:00."
            )
        }
    }
}
