/// Runs a piece of work some times and prints one line of JSON: the seconds of each run, and the answer by which
/// it is compared.
///
/// A run of something short is a batch, divided by its length, so that the clock's grain does not matter. A first
/// run, which warms up caches and gives the answer, is not measured.
func measure<Answer, Failure: Error>(
    _ name: String, runs: Int, batch: Int = 1, _ work: () throws(Failure) -> Answer,
    answer: (Answer) throws(Failure) -> [(String, JSON)]
) throws(Failure) {
    let found = try answer(work())
    let clock = ContinuousClock()
    var seconds: [Double] = []
    for _ in 0..<runs {
        let start = clock.now
        for _ in 0..<batch { keep(try work()) }
        seconds.append((clock.now - start) / .seconds(batch))
    }
    print(
        JSON.object([("name", .text(name)), ("seconds", .numbers(seconds)), ("answer", .object(found))]).text)
}

/// Hides from the optimiser that nobody looks at a result, so that computing it is not left out.
@inline(never)
@_optimize(none)
func keep<Answer>(_ answer: Answer) {}

/// As much of JSON as these answers need.
indirect enum JSON {
    case text(String)
    case number(Double)
    case numbers([Double])
    case object([(String, JSON)])

    static func integers(_ integers: [Int]) -> JSON { .numbers(integers.map(Double.init)) }

    /// Plain text: the names need no escapes, and numbers are printed with all the digits they have.
    var text: String {
        switch self {
        case .text(let text): "\"\(text)\""
        case .number(let number): number.isFinite ? "\(number)" : "null"
        case .numbers(let numbers):
            "[" + numbers.map { JSON.number($0).text }.joined(separator: ",") + "]"
        case .object(let fields):
            "{" + fields.map { "\"\($0.0)\":\($0.1.text)" }.joined(separator: ",") + "}"
        }
    }
}
