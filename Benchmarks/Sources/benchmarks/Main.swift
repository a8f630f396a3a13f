import Ceasefire
import TransparencyLog

@main
enum Benchmarks {
    static func main() {
        replay()
        view()
    }

    /// Admitting ten times as many acts takes ten times as long: 1.0 is perfectly linear.
    static func replay() {
        let small = Chronicle(count: 10_000).entries
        let large = Chronicle(count: 100_000).entries
        let few = median { precondition((try? Process(small))?.entries.count == small.count) }
        let many = median { precondition((try? Process(large))?.entries.count == large.count) }
        Ratio(
            name: "replay of 100,000 acts over ten times 10,000", value: many / (10 * few),
            meaning: "\(Int(Double(large.count) / many)) acts a second"
        ).print()
    }

    /// The same for sorting the acts by occurrence and asking for every instrument's state.
    static func view() {
        guard let small = try? Process(Chronicle(count: 10_000).entries),
            let large = try? Process(Chronicle(count: 100_000).entries)
        else { preconditionFailure("the chronicle is admitted") }
        let time = Moment(edtf: "", earliest: .distantFuture, latest: .distantFuture)
        let few = median { precondition(!View(small).statuses(at: time).isEmpty) }
        let many = median { precondition(!View(large).statuses(at: time).isEmpty) }
        Ratio(
            name: "state of all instruments of 100,000 acts over ten times 10,000", value: many / (10 * few),
            meaning: "\(Int(many * 1000)) ms for \(large.texts.order.count) instruments"
        ).print()
    }
}
